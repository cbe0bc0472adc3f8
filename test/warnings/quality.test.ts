// How good warnings were: who recovered unaided, after action or too late, by rule and level, and which rules are too sharp.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Resolution } from '../../src/warnings/domain/episode.ts'
import type { Level } from '../../src/warnings/domain/level.ts'
import { lowered, proposalsOf, stampOf } from '../../src/warnings/domain/lower-level.ts'
import { DEFAULT_PROCEDURE } from '../../src/warnings/domain/procedure.ts'
import { type Course, type EndedWarning, endedIn, rowsOf } from '../../src/warnings/domain/quality.ts'
import { monthOf } from '../../src/warnings/domain/quality-month.ts'
import { defaultSettings } from '../../src/warnings/domain/rule-settings.ts'
import type { Rule } from '../../src/warnings/domain/warning.ts'
import { qualityMessage } from '../../src/warnings/slack/quality.ts'
import { CALLS } from '../targets/samples.ts'
import { sampleWarning } from './sample-warning.ts'

const OPENED = Temporal.Instant.from('2026-03-06T08:00:00Z')
const TEAM = crypto.randomUUID()
const of = { workspaceId: 'T1', teamId: TEAM, memberId: crypto.randomUUID() }
const sample = sampleWarning(of)
const pace: Rule = {
  ...{ workspaceId: 'T1', teamId: TEAM, ruleId: sample.ruleId, signal: 'behind-pace', metricKey: 'calls' },
  ...{ preset: null, settings: defaultSettings('behind-pace'), procedure: DEFAULT_PROCEDURE, muted: [] },
  active: true,
}

function ended(
  peak: Level,
  reason: Resolution,
  hours: number,
  takenAfter: number | null = null,
): EndedWarning {
  const resolved = { at: OPENED.add({ hours }), reason, by: null, note: '' }
  const episode = { ...sample.episode, state: 'resolved' as const, peak, openedAt: OPENED, resolved }
  return {
    warning: { ...sample, episode },
    takenOnAt: takenAfter === null ? null : OPENED.add({ hours: takenAfter }),
  }
}

test('each is counted once, by the highest level that was told and by how it ended; medians are of those that have one', () => {
  const all = [
    ended('red', 'recovered', 24),
    ended('red', 'recovered', 72, 2),
    ended('red', 'period-over', 200, 6),
    ended('red', 'not-a-risk', 10),
    ended('red', 'left', 10),
    ended('yellow', 'recovered', 48),
  ]
  expect(rowsOf(all)).toMatchObject([
    {
      ...{ level: 'red', count: 5, hoursToTakeOn: 4, daysToRecover: 2 },
      courses: { unaided: 1, afterAction: 1, tooLate: 1, other: 2 },
    },
    { level: 'yellow', count: 1, courses: { unaided: 1 }, hoursToTakeOn: null, daysToRecover: 2 },
  ])
})

test.each<[Resolution, number | null, Course]>([
  ['recovered', null, 'unaided'],
  ['recovered', 2, 'afterAction'],
  ['solved', null, 'afterAction'],
  ['solved', 2, 'afterAction'],
  ['period-over', null, 'tooLate'],
  ['period-over', 2, 'tooLate'],
  ['not-a-risk', 2, 'other'],
  ['left', 2, 'other'],
  ['on-leave', null, 'other'],
  ['paused', 2, 'other'],
  ['rule-off', 2, 'other'],
  ['nothing-to-measure', null, 'other'],
])('what ended as %s and was taken on after %s hours is counted as %s', (reason, takenAfter, course) => {
  const [row] = rowsOf([ended('red', reason, 24, takenAfter)])
  const none = { unaided: 0, afterAction: 0, tooLate: 0, other: 0 }
  expect(row?.courses).toEqual({ ...none, [course]: 1 })
  expect(row?.daysToRecover).toBe(reason === 'recovered' || reason === 'solved' ? 1 : null)
})

const unaided = (count: number) => Array.from({ length: count }, () => ended('red', 'recovered', 24))
const late = (count: number) => Array.from({ length: count }, () => ended('red', 'period-over', 24))
test.each([
  { what: 'three of four urgent ones recovered unaided', of: [...unaided(3), ...late(1)], sharp: 1 },
  { what: 'just half of them did', of: [...unaided(2), ...late(2)], sharp: 0 },
  { what: 'there were only three', of: unaided(3), sharp: 0 },
  { what: 'the rule is off', of: unaided(4), rule: { ...pace, active: false }, sharp: 0 },
  { what: 'the rule has no urgent level any more', of: unaided(4), rule: lowered(pace)!, sharp: 0 },
  { what: 'the warnings were yellow', of: unaided(4).map((one) => yellow(one)), sharp: 0 },
])('a lower level is proposed for $sharp rule where $what', ({ of: all, rule = pace, sharp }) =>
  expect(proposalsOf(all, [rule], null)).toHaveLength(sharp),
)

function yellow({ warning, takenOnAt }: EndedWarning): EndedWarning {
  return { warning: { ...warning, episode: { ...warning.episode, peak: 'yellow' } }, takenOnAt }
}

test('what was urgent is a warning afterwards, also where only the urgent level had a limit', () => {
  expect(lowered(pace)?.settings.levels).toEqual({ blue: 0.95, yellow: 0.85 })
  const only = { ...pace, settings: { ...pace.settings, levels: { red: 0.7 } } }
  expect(lowered(only)?.settings.levels).toEqual({ yellow: 0.7 })
})

test('a forecast that is urgent alone is not lowered: as a warning its limit would be about the middle, and come more often', () => {
  const levels = { red: 0.9 }
  const forecast: Rule = { ...pace, signal: 'forecast-miss', settings: { ...pace.settings, levels } }
  expect(lowered(forecast)).toBeNull()
  expect(proposalsOf(unaided(4), [forecast], null)).toEqual([])
  expect(proposalsOf(unaided(4), [{ ...forecast, changedAt: later }], reported)).toMatchObject([
    { state: 'changed' },
  ])
  const both = { ...forecast, settings: { ...pace.settings, levels: { yellow: 0.9, red: 0.9 } } }
  expect(lowered(both)?.settings.levels).toEqual({ yellow: 0.9 })
})

const later = OPENED.add({ hours: 100 })
const reported = OPENED.add({ hours: 90 })
test.each<{ what: string; rule: Rule; state: string | null; reportedAt?: Temporal.Instant | null }>([
  { what: 'is as it was', rule: pace, state: 'open' },
  { what: 'was lowered after the report', rule: { ...lowered(pace)!, changedAt: later }, state: 'lowered' },
  { what: 'got other limits after the report', rule: { ...pace, changedAt: later }, state: 'changed' },
  {
    what: 'was switched off after the report',
    rule: { ...pace, active: false, changedAt: later },
    state: 'changed',
  },
  {
    what: 'was changed before the report',
    rule: { ...pace, changedAt: OPENED.add({ hours: 1 }) },
    state: null,
  },
  {
    what: 'was changed, and it is asked for now',
    rule: { ...pace, changedAt: later },
    state: null,
    reportedAt: null,
  },
  { what: 'was changed before any of them', rule: { ...pace, changedAt: OPENED }, state: 'open' },
])('a proposal about a rule that $what is $state', ({ rule, state, reportedAt = reported }) =>
  expect(proposalsOf(unaided(4), [rule], reportedAt).map((one) => one.state)).toEqual(state ? [state] : []),
)

test('a rule that was changed is told apart from the one that was shown', () => {
  const stamps = [pace, { ...pace, changedAt: later }, { ...pace, active: false }].map(stampOf)
  expect(new Set(stamps).size).toBe(3)
})

test.each<[string, Resolution, string, boolean]>([
  ['what recovered on its last evening', 'recovered', '2026-03-31T21:00:00Z', true],
  ['what recovered when it was over in Berlin', 'recovered', '2026-03-31T22:00:00Z', false],
  ['what was open when it ended', 'period-over', '2026-04-01T07:00:00Z', true],
  ['what recovered in the month before', 'recovered', '2026-02-28T12:00:00Z', false],
])('of March is %s', (_what, reason, at, isIn) => {
  const one = ended('red', reason, 1)
  const { episode } = one.warning
  const resolved = { ...episode.resolved!, at: Temporal.Instant.from(at) }
  const warning = { ...one.warning, episode: { ...episode, resolved } }
  expect(endedIn({ ...one, warning }, monthOf(Temporal.PlainDate.from('2026-03-05')), 'Europe/Berlin')).toBe(
    isIn,
  )
})

describe.each(LOCALES)('in %s', (locale) => {
  const t = BOT.translator(locale)
  const named = { teamName: '<!channel>'.repeat(20), metric: CALLS }
  const line = { ...rowsOf(unaided(5))[0]!, ...named }
  const [open] = proposalsOf(unaided(5), [pace], null)
  const month = monthOf(Temporal.PlainDate.from('2026-03-05'))

  test.each([0, 1, 150])(
    '%i rules stay within Slack’s limits, and the text says what the table does',
    (count) => {
      const rows = Array.from({ length: count }, () => line)
      const proposals = (['open', 'lowered', 'changed'] as const).flatMap((state) =>
        rows.slice(0, 15).map(() => ({ ...open!, ...named, state, ruleId: crypto.randomUUID() })),
      )
      for (const of of [null, month]) {
        const message = qualityMessage({ month: of, rows, proposals, teams: 2 }, t)
        expect(checkMessage(message)).toEqual([])
        expect(JSON.stringify(message.text)).not.toMatch(/<!channel>|undefined|NaN/)
        if (count > 0) expect(message.text).toContain(t('quality.line', lineOf()).slice(-12))
        const buttons = JSON.stringify(message.blocks).match(/"action_id":"[^"#]+/g) ?? []
        const id = of ? 'warnings.rule-lower-in-message' : 'warnings.rule-lower'
        expect(buttons).toEqual(Array.from({ length: Math.min(count, 15) }, () => `"action_id":"${id}`))
      }
    },
  )

  const lineOf = () => ({ mark: '', rule: '', count: 5, unaided: 5, afterAction: 0, tooLate: 0, other: 0 })
})
