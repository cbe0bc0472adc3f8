// Logs a typed line of numbers. Saves nothing when a part is not understood or a value is unusual.

import type { Context } from '../../core/context.ts'
import type { ChannelId, MetricKey, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { previousWorkingDay, weekStart, workingFraction } from '../../org/domain/calendar.ts'
import { dayTotals } from '../db/totals.ts'
import { isAskedAbout, type LineView, readDatedLine } from '../domain/dated-line.ts'
import { totalWith } from '../domain/decide-numbers.ts'
import { isExpected, isOpenForEntry } from '../domain/entry-day.ts'
import { enteredMetrics, type Metric } from '../domain/metrics.ts'
import { mayLogNumbers } from '../domain/permissions.ts'
import type { ParsedLogLine } from '../domain/typed-line.ts'
import { logNumbers, type NumbersLogged } from './log-numbers.ts'
import { type Membership, membershipsOf } from './memberships.ts'
import { withUsualAmounts } from './usual-amounts.ts'

/** A metric, the typed value, and the day's total including it. */
export interface LineEntry {
  metric: Metric
  value: number
  total: number
}

/** The team and the day that a line is for. */
export interface LineDay {
  teamId: TeamId
  date: Temporal.PlainDate
}

export type UnreadPart = Extract<ParsedLogLine, { ok: false }>

export type LineLogged =
  | { ok: true; date: Temporal.PlainDate; entries: LineEntry[]; sourceKey: string }
  /** `line`: without the day that it named. */
  | ({ ok: false; reason: 'unread'; problem: UnreadPart; metrics: Metric[]; line: string } & LineDay)
  /** The person is in several teams, and the channel is none of theirs. */
  | { ok: false; reason: 'which-team'; teams: readonly (LineDay & { name: string })[] }
  /** 'Yesterday' was no working day: that one, or the last working day. `line`: without the day. */
  | { ok: false; reason: 'which-day'; days: readonly LineDay[]; line: string }
  | ({
      ok: false
      reason: 'unusual'
      entries: LineEntry[]
      unusual: ReadonlySet<MetricKey>
      customer: string | null
    } & LineDay)
  | { ok: false; reason: 'not-yet' }
  | Extract<NumbersLogged, { ok: false }>

/** As typed, and how a line is parsed with the metrics that the person enters. */
export interface TypedLine {
  line: string
  parse(line: string, metrics: readonly Metric[]): ParsedLogLine
}

/**
 * Saves one `key` once, in the team of the channel, for the day that the line names or else today. After an earlier question
 * it is for that team and, if the line names none, that day.
 */
export async function logLine(
  context: Context,
  who: Person,
  where: { channelId: ChannelId } | LineDay,
  typed: TypedLine,
  key: string,
): Promise<LineLogged> {
  const now = context.clock.now()
  const memberships = await membershipsOf(context.db, who, mayLogNumbers, now)
  const here =
    'teamId' in where
      ? memberships.find(({ member }) => member.teamId === where.teamId)
      : memberships.find(({ team }) => team.channelId === where.channelId)
  if (!here && memberships.length > 1 && 'channelId' in where)
    return { ok: false, reason: 'which-team', teams: memberships.map(dayOf) }
  const membership = here ?? ('channelId' in where ? memberships[0] : undefined)
  if (!membership) return { ok: false, reason: 'no-team' }
  const asked = 'date' in where ? where : dayOf(membership)
  const entered = enteredMetrics(membership.metrics)
  const parse = (line: string) => typed.parse(line, entered)
  const dated = readDatedLine(typed.line, viewOf(membership, who, asked.date), parse)
  const { line, days } = dated
  // Of '3/4' at most one reading is open, because they are weeks apart.
  const date = days.find((one) => isOpen(membership, one, now)) ?? days[0]
  if (date && Temporal.PlainDate.compare(date, membership.today) > 0) return { ok: false, reason: 'not-yet' }
  if (date && !isOpen(membership, date, now)) return { ok: false, reason: 'closed' }
  const meant = dated.saysYesterday && date ? workedBefore(membership, date, now) : null
  if (date && meant && (dated.parsed.ok || isAskedAbout(dated.parsed))) {
    const { teamId } = membership.member
    return { ok: false, reason: 'which-day', days: [meant, date].map((one) => ({ teamId, date: one })), line }
  }
  const day = { teamId: membership.member.teamId, date: date ?? asked.date }
  const metrics = await withUsualAmounts(context.db, membership.member, entered, day.date)
  const parsed = typed.parse(line, metrics)
  if (!parsed.ok) return { ok: false, reason: 'unread', problem: parsed, metrics, line, ...day }
  return logEntries(context, who, { membership, day, parsed, key })
}

const isOpen = (
  { settings, entryCalendar, zone }: Membership,
  date: Temporal.PlainDate,
  now: Temporal.Instant,
): boolean => isOpenForEntry(settings, entryCalendar, date, zone, now)

/** The last working day before a day off, while it is open. */
function workedBefore(
  membership: Membership,
  dayOff: Temporal.PlainDate,
  now: Temporal.Instant,
): Temporal.PlainDate | null {
  const { calendar } = membership
  if (workingFraction(calendar, dayOff) > 0) return null
  const before = previousWorkingDay(calendar, dayOff)
  return before && isOpen(membership, before, now) ? before : null
}

const viewOf = (
  { settings }: Pick<Membership, 'settings'>,
  { locale }: Person,
  today: Temporal.PlainDate,
): LineView => ({ today, locale, weekStartsOn: weekStart(settings.workDays) })

/** Whether the metrics of one of the person's teams make sense of what was typed. */
export async function isForSomeTeam(
  context: Context,
  who: Person,
  reads: (metrics: readonly Metric[], view: LineView) => boolean,
): Promise<boolean> {
  const memberships = await membershipsOf(context.db, who, mayLogNumbers, context.clock.now())
  return memberships.some((one) => reads(enteredMetrics(one.metrics), viewOf(one, who, one.today)))
}

const dayOf = ({ member, today, settings }: Membership): LineDay & { name: string } => ({
  teamId: member.teamId,
  date: today,
  name: settings.name,
})

async function logEntries(
  context: Context,
  who: Person,
  line: {
    membership: Membership
    day: LineDay
    parsed: Extract<ParsedLogLine, { ok: true }>
    key: string
  },
): Promise<LineLogged> {
  const { membership, parsed, key } = line
  const { teamId, date } = line.day
  const customer = parsed.customer ?? null
  const { workspaceId, memberId } = membership.member
  const before = await dayTotals(context.db, workspaceId, memberId, date)
  const entries = parsed.entries.map(({ metric, value }) => ({
    metric,
    value,
    total: totalWith(metric, before, value, 'add'),
  }))
  const tooMuch = entries.find(({ metric, total }) => total > metric.hardMax)
  if (tooMuch) return { ok: false, reason: 'above-hard-max', metric: tooMuch.metric }
  const dayOver = Temporal.PlainDate.compare(date, membership.today) < 0
  const unusual = entries.filter(({ metric, total }) => !isExpected(metric, total, dayOver))
  if (unusual.length > 0) {
    const keys = new Set(unusual.map(({ metric }) => metric.key))
    return { ok: false, reason: 'unusual', teamId, date, entries, unusual: keys, customer }
  }
  const values = Object.fromEntries(entries.map(({ metric, value }) => [metric.key, value]))
  return saveLine(context, who, { teamId, date, values, key, customer })
}

/** Saves the values, unusual ones too, without asking. The same `key` twice is saved once. */
export async function saveLine(
  context: Context,
  who: Person,
  line: LineDay & {
    values: Readonly<Record<MetricKey, number>>
    key: string
    customer: string | null
  },
): Promise<LineLogged> {
  const { teamId, date, values, key, customer } = line
  const sourceKey = `line:${key}`
  const entered = { who, teamId, date, values, sourceKey, customer }
  const logged = await logNumbers(context, { ...entered, how: 'add', source: 'command' })
  if (!logged.ok) return logged
  const entries = enteredMetrics(logged.membership.metrics).flatMap((metric) => {
    const value = values[metric.key]
    return value === undefined ? [] : [{ metric, value, total: logged.totals[metric.key]?.value ?? value }]
  })
  return { ok: true, date, entries, sourceKey }
}
