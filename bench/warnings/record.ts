// Writes a simulated team down as what the bot has on record of a team.
import type { DayTotals } from '../../src/numbers/domain/activity.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'
import type { DayHistory } from '../../src/org/domain/day-history.ts'
import { DEFAULT_WORKING_HOURS, type TeamSettings } from '../../src/org/domain/team.ts'
import type { TargetPart, TargetVersion } from '../../src/targets/domain/target.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import type { MemberRecord, TeamRecord } from '../../src/warnings/domain/past-look.ts'
import {
  ASKED_PER_DAY,
  CLOSES_AFTER_MINUTES,
  CUSTOMER_SHARE,
  METRICS,
  PROMPTED_AT,
  PROPOSAL_SHARE,
  type SimulatedDay,
  type SimulatedMember,
  type TargetedMetric,
} from './company.ts'

export const WORKSPACE = 'T-simulated'
export const TEAM = 'simulated'
export const MANAGER = 'U-manager'
const ANSWERED_BEFORE_CLOSE = { minutes: 30 }
const BEFORE_ALL = Temporal.Instant.from('2025-01-01T00:00:00Z')
/** 40 working days, with leave and holidays. */
const LOOK_BACK_DAYS = 80
const SINCE = Temporal.PlainDate.from('2025-01-01')

export const repOf = (place: number): string => `U-${place}`
const memberOf = (place: number): string => `member-${place}`
export const placeOf = (memberId: string): number => Number(memberId.slice('member-'.length))

const SETTINGS: TeamSettings = {
  ...{ name: 'Simulated', locale: 'en', workDays: [1, 2, 3, 4, 5], alternateDay: null },
  ...{ holidayCountry: 'DE', holidayRegion: null, zoneRule: 'team', zone: 'UTC' },
  ...{ promptTime: PROMPTED_AT, closeAfterMinutes: CLOSES_AFTER_MINUTES, remindBeforeCloseMinutes: 30 },
  ...{ numbersDay: 'previous', measure: { kind: 'points' }, boardNames: 'all', wins: 'all', okrView: false },
  ...{ workingHours: DEFAULT_WORKING_HOURS, questions: {}, reports: {}, checkinName: '' },
}

const always = { since: null, until: null }

const historyOf = (settings: TeamSettings, leaves: DayHistory['leaves']): DayHistory => ({
  ...{ settings: [{ from: SINCE, settings, ...always }], extraDays: [], leaves, ownHolidays: [] },
  states: [{ role: 'hunter', joinedOn: SINCE, leftOn: null, ...always }],
  ...{ zones: [{ zone: SETTINGS.zone, ...always }], formerHolidays: [] },
})

const PRESETS = METRICS.map((key) => presetMetric(key, 'EUR')!)

/** Of a stage of the funnel what share of the one before should go on, as a company would have it in its catalogue. */
function stage(key: string, numerator: string, denominator: string, share: number): Metric {
  const ratio = presetMetric('proposalWinRate', 'EUR')!
  return { ...ratio, key, numerator, denominator, benchmark: share * 100 * 10 ** ratio.decimals }
}

const LISTED: readonly Metric[] = [
  ...PRESETS,
  stage('proposalShare', 'proposals', 'visits', PROPOSAL_SHARE),
  stage('customerShare', 'newCustomers', 'proposals', CUSTOMER_SHARE),
]
const DECIMALS = new Map(PRESETS.map(({ key, decimals }) => [key, 10 ** decimals]))

/** `first`: the place of its first member in the company. */
export function recordOf(team: readonly SimulatedMember[], first: number): TeamRecord {
  const members = team.map((one, index) => memberRecord(one, first + index))
  const parts = team.flatMap((one, index) => partsOf(one, memberOf(first + index)))
  const versions = [...new Map(parts.map((part) => [`${part.metricKey} ${part.period.from}`, part])).values()]
  const worksOn = ({ dayOfWeek }: Temporal.PlainDate) => dayOfWeek <= 5
  const schedule = { zone: SETTINGS.zone, hours: SETTINGS.workingHours, worksOn }
  return {
    team: {
      ...{ workspaceId: WORKSPACE, teamId: TEAM, channelId: 'C-simulated', managerUserId: MANAGER },
      ...{ delegateUserId: null, parentTeamId: null, archivedAt: null },
    },
    ...{ history: historyOf(SETTINGS, []), members, parts, versions: versions.map(versionOf) },
    ...{ roles: { hunter: LISTED }, metrics: new Map(LISTED.map((metric) => [metric.key, metric])) },
    ladder: { inTeam: [{ userId: MANAGER, schedule }], above: [] },
    ...{ learnt: Object.keys(ASKED_PER_DAY), lookBack: LOOK_BACK_DAYS },
  }
}

function memberRecord({ calendar, days }: SimulatedMember, place: number): MemberRecord {
  const leaves = calendar.leave.map((leave) => ({ ...leave, recordedAt: BEFORE_ALL, cancelledAt: null }))
  const of = { workspaceId: WORKSPACE, userId: repOf(place) }
  const answeredOn = (day: SimulatedDay) => day.closesAt.subtract(ANSWERED_BEFORE_CLOSE)
  return {
    member: { ...of, memberId: memberOf(place), teamId: TEAM, role: 'hunter', joinedOn: SINCE, leftOn: null },
    person: {
      ...{ ...of, name: repOf(place), zone: SETTINGS.zone, locale: 'en', isBot: false },
      ...{ isAdmin: false, isGuest: false, deactivated: false },
    },
    history: historyOf({ ...SETTINGS, workDays: calendar.workDays }, leaves),
    days: days.flatMap(({ date, numbers, inOn }) => {
      const asking = days[inOn]
      const totals = Object.fromEntries(METRICS.map((key) => [key, totalOf(key, numbers[key])]))
      return asking ? [{ date, totals: totals as DayTotals, knownAt: answeredOn(asking) }] : []
    }),
    asked: days.map((day) => ({
      ...{ date: day.date, closesAt: day.closesAt },
      answeredAt: day.answered ? answeredOn(day) : null,
    })),
  }
}

const totalOf = (key: string, value: number): DayTotals[string] => ({
  ...{ value: value * (DECIMALS.get(key) ?? 1), late: false, implausible: false, correctedUp: false },
})

function partsOf({ days }: SimulatedMember, memberId: string): TargetPart[] {
  const byMonth = Map.groupBy(days, ({ date }) => date.toPlainYearMonth().toString())
  return [...byMonth].flatMap(([month, own]) =>
    (Object.keys(ASKED_PER_DAY) as TargetedMetric[]).map((metricKey): TargetPart => {
      const period = targetPeriod('month', Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 }), 1)
      const value = ASKED_PER_DAY[metricKey] * (DECIMALS.get(metricKey) ?? 1) * own.length
      const of = { teamId: TEAM, metricKey, period, memberId, version: 1, value, byHand: true }
      return { ...of, until: period.to, effectiveFrom: period.from }
    }),
  )
}

const versionOf = ({ metricKey, period, effectiveFrom }: TargetPart): TargetVersion => ({
  ...{ teamId: TEAM, metricKey, period, version: 1, whole: null, split: null, role: null, lock: null },
  ...{ follows: false, partOf: null, keeps: false, own: null, ownKeeps: false, monthWeights: null },
  ...{ effectiveFrom, reason: '', setBy: MANAGER, setAt: BEFORE_ALL },
})
