// Turns a stored warning into the domain's episode, and back.
import { z } from 'zod'
import { EPISODE_END_REASONS } from '../domain/episode.ts'
import { LEVELS } from '../domain/level.ts'
import type { Procedure } from '../domain/procedure.ts'
import type { Signal } from '../domain/rule-settings.ts'
import { outsideOwnerOf, type Warning } from '../domain/warning.ts'
import { outsideSubject } from './outside-subject.ts'
import { evidenceOf } from './stored-evidence.ts'
import type { warningEpisodes } from './warnings.sql.ts'

type Row = typeof warningEpisodes.$inferSelect

const Instant = z.string().transform((text) => Temporal.Instant.from(text))
const Since = {
  by: z.string(),
  at: Instant,
  level: z.enum(LEVELS),
  until: z.string().transform((text) => Temporal.PlainDate.from(text)),
}
const StoredAcknowledgement = z
  .object({ ...Since, action: z.string(), done: z.boolean().exactOptional() })
  .nullable()
const StoredSnooze = z
  .object({ ...Since, most: z.object({ level: z.enum(LEVELS), until: Instant }).exactOptional() })
  .nullable()
const StoredEnd = z
  .object({
    ...{ at: Instant, reason: z.enum(EPISODE_END_REASONS) },
    ...{ by: z.string().nullable(), note: z.string() },
  })
  .nullable()

export const warningOf = (row: Row): Warning => ({
  ...{ workspaceId: row.workspaceId, episodeId: row.episodeId, teamId: row.teamId, ruleId: row.ruleId },
  ...{ signal: row.signal as Signal, memberId: row.memberId, metricKey: row.metricKey },
  ...{ periodFrom: row.periodFrom, periodTo: row.periodTo, version: row.version },
  evidence: evidenceOf(row.signal as Signal, row.evidence),
  episode: {
    ...{ state: row.state, level: row.level, peak: row.peak, streak: row.streak },
    ...{ lastMorning: row.lastMorning, openedAt: row.openedAt, step: row.step, nextAt: row.nextAt },
    clockFrom: row.clockFrom,
    ...{ silenced: row.silenced, told: row.told, procedure: row.procedure as Procedure },
    acknowledgement: StoredAcknowledgement.parse(row.acknowledgement),
    snooze: StoredSnooze.parse(row.snooze),
    putOffUntil: row.putOffUntil,
    resolved: StoredEnd.parse(row.resolution),
  },
})

export function rowOf({ episode, ...warning }: Warning): Row {
  const { resolved, ...state } = episode
  return {
    ...{ ...warning, ...state, subjectId: subjectOf(warning) },
    ...{ resolution: resolved, resolvedAt: resolved?.at ?? null },
  }
}

/** Of what is raised by hand somebody may have several: each is its own subject. */
function subjectOf(warning: Omit<Warning, 'episode'>): string {
  const { memberId, episodeId, teamId, signal } = warning
  if (signal === 'raised-by-hand') return episodeId
  const outside = outsideOwnerOf(warning)
  return outside ? outsideSubject(teamId, outside) : (memberId ?? teamId)
}
