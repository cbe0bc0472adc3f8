// A warning as it is kept, with defaults for all that a test does not set.
import type { Episode } from '../../src/warnings/domain/episode.ts'
import { DEFAULT_PROCEDURE } from '../../src/warnings/domain/procedure.ts'
import type { Warning } from '../../src/warnings/domain/warning.ts'

export function sampleWarning(
  of: Pick<Warning, 'workspaceId' | 'teamId' | 'memberId'> & Partial<Omit<Warning, 'episode'>>,
  episode: Partial<Episode> = {},
): Warning {
  const at = Temporal.Instant.from('2026-03-02T08:00:00Z')
  return {
    ...{
      episodeId: crypto.randomUUID(),
      ruleId: crypto.randomUUID(),
      signal: 'behind-pace',
      metricKey: 'calls',
    },
    ...{ periodFrom: Temporal.PlainDate.from('2026-03-01'), periodTo: Temporal.PlainDate.from('2026-03-31') },
    evidence: { pace: 0.6, target: 200, expected: 100.4, counted: 60, elapsed: 10, days: 22 },
    version: 1,
    ...of,
    episode: {
      ...{ state: 'open', level: 'red', peak: 'red', streak: 2, lastMorning: null, openedAt: at },
      ...{ procedure: DEFAULT_PROCEDURE, step: 0, nextAt: null, clockFrom: null, silenced: false },
      ...{ acknowledgement: null, snooze: null, putOffUntil: null, told: [], resolved: null },
      ...episode,
    },
  }
}

/** So many that a lower level is proposed for the rule that has the team's id. */
export function recoveredReds(
  of: Pick<Warning, 'workspaceId' | 'teamId' | 'memberId'>,
  month: Temporal.PlainDate,
): Warning[] {
  const openedAt = month.add({ days: 9 }).toZonedDateTime('UTC').toInstant()
  const resolved = { at: openedAt.add({ hours: 48 }), reason: 'recovered', by: null, note: '' } as const
  const { teamId: ruleId } = of
  return Array.from({ length: 4 }, () =>
    sampleWarning(
      { ...of, ruleId, signal: 'threshold', metricKey: 'own-1' },
      { state: 'resolved', openedAt, resolved },
    ),
  )
}
