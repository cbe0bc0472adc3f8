// The warnings of a team in memory: its two reps, their leave, what they owe, its rules, and a date; each look is decided, and what it leaves is kept.
import { randomUUID } from 'node:crypto'
import { periodOf } from '../../src/numbers/domain/period.ts'
import type { Leave, MemberCalendar } from '../../src/org/domain/calendar.ts'
import type { TeamDay } from '../../src/org/domain/team-day.ts'
import { decideNewRisk } from '../../src/warnings/domain/decide-raised.ts'
import { type Decided, type Dismissed, decideTeam } from '../../src/warnings/domain/decide-team.ts'
import type { Act } from '../../src/warnings/domain/decision.ts'
import { DEFAULT_PROCEDURE } from '../../src/warnings/domain/procedure.ts'
import { defaultSettings, type RuleSettings, type Signal } from '../../src/warnings/domain/rule-settings.ts'
import type { SignalFacts } from '../../src/warnings/domain/signal-facts.ts'
import type { Rule, Warning } from '../../src/warnings/domain/warning.ts'
import { testPerson } from '../support/context.ts'
import { testSettings } from '../support/settings.ts'
import { DIRECTOR, MANAGER, weekdays } from './episode-world.ts'

export const day = (text: string) => Temporal.PlainDate.from(text)
export const REPS = ['ben', 'eva'] as const
export type Rep = (typeof REPS)[number]

const IDS = { workspaceId: 'T1', teamId: 't1' }
const SETTINGS = testSettings()
const JOINED = day('2025-01-01')
const LADDER = {
  inTeam: [{ userId: MANAGER, schedule: weekdays }],
  above: [{ userId: DIRECTOR, schedule: weekdays }],
}
/** Of it more is worse. */
const SPEND = { key: 'spend', kind: 'additive', higherIsBetter: false, denominator: null, decimals: 0 }
const TEAM_CALENDAR = { ...SETTINGS, alternateDay: null, extraDays: {} }
const calendarWith = (leave: readonly Leave[]): MemberCalendar => ({
  ...{ ...TEAM_CALENDAR, ownHolidays: [], leave, joinedOn: JOINED, leftOn: null },
})
const both = <Value>(value: () => Value): Record<Rep, Value> => ({ ben: value(), eva: value() })

export function testRule(signal: Signal, settings: Partial<RuleSettings> = {}): Rule {
  return {
    ...{ ...IDS, ruleId: signal, signal, metricKey: signal === 'threshold' ? SPEND.key : null },
    ...{ preset: null, muted: [], active: true, procedure: DEFAULT_PROCEDURE },
    settings: { ...defaultSettings(signal), ...settings },
  }
}

export function teamWorld(rules: readonly Rule[], start: string) {
  const world = {
    date: day(start),
    rules,
    /** Standups in a row that were not answered. */
    silent: both(() => 0),
    /** When their oldest item was due. */
    dueOn: both((): Temporal.PlainDate | null => null),
    spent: both(() => 0),
    calendar: both(() => calendarWith([])),
    open: [] as Warning[],
    over: [] as Warning[],
    takeLeave: (rep: Rep, from: string, to = from) => {
      const leave: Leave = { from: day(from), to: day(to), part: 'whole' }
      world.calendar[rep] = calendarWith([...world.calendar[rep].leave, leave])
    },
    cancelLeave: (rep: Rep) => {
      world.calendar[rep] = calendarWith([])
    },
    change: (signal: Signal, wish: Partial<Pick<Rule, 'active' | 'muted'>>) => {
      world.rules = world.rules.map((rule) => (rule.signal === signal ? { ...rule, ...wish } : rule))
    },
    /** At ten on the date. */
    look: (isMorning = true, act?: { episodeId: string; act: Act }): Decided[] => {
      const now = nowOf(world.date)
      const known = { ...knownOf(world), open: world.open, dismissed: dismissedIn(world.over) }
      const look = { date: world.date, now, isMorning, newId: randomUUID, ...(act && { act }) }
      const decided = decideTeam(known, look)
      const kept = decided.flatMap(({ warning, evidence, decision }): Warning[] =>
        decision.next ? [{ ...warning, evidence, episode: decision.next }] : [],
      )
      world.open = kept.filter(({ episode }) => episode.state !== 'resolved')
      world.over.push(...kept.filter(({ episode }) => episode.state === 'resolved'))
      return decided
    },
    /** By hand: a risk about the rep that is worth a warning. */
    raise: (rep: Rep): void => {
      const { date } = world
      const known = knownOf(world)
      const risk = { probability: 3, impact: 3, score: 9, text: 'May not renew', customer: '' } as const
      const by = { expectedOn: null, raisedBy: `U-${rep}`, ratedBy: `U-${rep}` }
      const warning = {
        ...{ ...IDS, episodeId: randomUUID(), ruleId: 'raised-by-hand', signal: 'raised-by-hand' as const },
        ...{ memberId: rep, metricKey: '', periodFrom: known.period.from, periodTo: known.period.to },
        ...{ evidence: { ...risk, ...by }, version: 0 },
      }
      const { decision } = decideNewRisk(warning, known, { date, now: nowOf(date) })
      if (decision.next) world.open.push({ ...warning, episode: decision.next })
    },
    of: (rep: Rep, signal: Signal): Warning | undefined =>
      world.open.find((warning) => warning.memberId === rep && warning.signal === signal),
    noRisk: (warning: Warning): Decided[] =>
      world.look(false, {
        episodeId: warning.episodeId,
        act: { kind: 'dismiss', by: MANAGER, note: 'At a fair' },
      }),
    /** The manager, until then. */
    takeOn: (warning: Warning, until: string): Decided[] => {
      const promise = { by: MANAGER, action: 'Call', until: day(until), lookAt: nowOf(day(until)) }
      return world.look(false, { episodeId: warning.episodeId, act: { kind: 'acknowledge', ...promise } })
    },
    putOff: (warning: Warning, until: string): Decided[] => {
      const act = { by: MANAGER, until: day(until), lookAt: nowOf(day(until)) }
      const most = nowOf(world.date.add({ weeks: 1 }))
      return world.look(false, { episodeId: warning.episodeId, act: { kind: 'snooze', ...act, most } })
    },
    /** The morning looks up to the date. */
    morningsTo: (until: string) => {
      while (Temporal.PlainDate.compare(world.date, day(until)) < 0) {
        world.date = world.date.add({ days: 1 })
        if (world.date.dayOfWeek <= 5) world.look()
      }
    },
  }
  return world
}

export type TeamWorld = ReturnType<typeof teamWorld>

const nowOf = (date: Temporal.PlainDate): Temporal.Instant =>
  date.toZonedDateTime({ timeZone: SETTINGS.zone, plainTime: '10:00' }).toInstant()

const dismissedIn = (over: readonly Warning[]): Dismissed[] =>
  over.flatMap(({ episode: { level, resolved }, teamId, ruleId, signal, memberId, metricKey, periodFrom }) =>
    resolved?.reason === 'not-a-risk' && memberId !== null
      ? [{ teamId, ruleId, signal, memberId, metricKey, periodFrom, level, at: resolved.at }]
      : [],
  )

function knownOf({ date, rules, silent, dueOn, spent, calendar }: TeamWorld) {
  const now = nowOf(date)
  const members = REPS.map((rep) => ({
    member: { ...IDS, memberId: rep, userId: `U-${rep}`, role: 'hunter', joinedOn: JOINED, leftOn: null },
    ...{ person: testPerson(IDS.workspaceId, `U-${rep}`), zone: SETTINGS.zone },
    calendar: calendar[rep],
  }))
  const asked = (missed: number) =>
    Array.from({ length: missed }, (_, back) => ({
      ...{ date: date.subtract({ days: missed - back }), closesAt: now, answered: false },
    }))
  const late = (rep: Rep) => (dueOn[rep] ? [{ dueOn: dueOn[rep], waits: false }] : [])
  const period = periodOf('month', date, 1)
  const facts = {
    ...{ now, settings: SETTINGS, period },
    unanswered: new Map(REPS.map((rep) => [rep, asked(silent[rep])])),
    overdue: new Map(REPS.map((rep) => [`U-${rep}`, late(rep)])),
    standings: new Map(
      REPS.map((rep) => [rep, { metrics: [{ metric: SPEND, actual: spent[rep], progress: null }] }]),
    ),
  } as unknown as SignalFacts
  const teamDay = {
    team: IDS,
    date,
    settings: SETTINGS,
    calendar: TEAM_CALENDAR,
    members,
  } as unknown as TeamDay
  return { day: teamDay, period, rules, ladder: LADDER, facts }
}
