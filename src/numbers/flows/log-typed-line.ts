// Logs a typed line of numbers. Saves nothing when a part is not understood or a value is unusual.

import type { Context } from '../../core/context.ts'
import type { ChannelId, MetricKey, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { dayTotals } from '../db/totals.ts'
import { totalWith } from '../domain/decide-numbers.ts'
import { isExpected } from '../domain/entry-day.ts'
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
  | ({ ok: false; reason: 'unread'; problem: UnreadPart; metrics: Metric[] } & LineDay)
  /** The person is in several teams, and the channel is none of theirs. */
  | { ok: false; reason: 'which-team'; teams: readonly (LineDay & { name: string })[] }
  | ({
      ok: false
      reason: 'unusual'
      entries: LineEntry[]
      unusual: ReadonlySet<MetricKey>
    } & LineDay)
  | Extract<NumbersLogged, { ok: false }>

/** Saves one `key` once, for today in the team of the channel, or for the day that an earlier question was about. */
export async function logLine(
  context: Context,
  who: Person,
  where: { channelId: ChannelId } | LineDay,
  parse: (metrics: readonly Metric[]) => ParsedLogLine,
  key: string,
): Promise<LineLogged> {
  const memberships = await membershipsOf(context.db, who, mayLogNumbers, context.clock.now())
  const here =
    'teamId' in where
      ? memberships.find(({ member }) => member.teamId === where.teamId)
      : memberships.find(({ team }) => team.channelId === where.channelId)
  if (!here && memberships.length > 1 && 'channelId' in where)
    return { ok: false, reason: 'which-team', teams: memberships.map(dayOf) }
  const membership = here ?? ('channelId' in where ? memberships[0] : undefined)
  if (!membership) return { ok: false, reason: 'no-team' }
  const day = 'date' in where ? where : dayOf(membership)
  const entered = enteredMetrics(membership.metrics)
  const metrics = await withUsualAmounts(context.db, membership.member, entered, day.date)
  const parsed = parse(metrics)
  if (!parsed.ok) return { ok: false, reason: 'unread', problem: parsed, metrics, ...day }
  return logEntries(context, who, { membership, day, parsed, key })
}

/** Whether the metrics of one of the person's teams make sense of what was typed. */
export async function isForSomeTeam(
  context: Context,
  who: Person,
  reads: (metrics: readonly Metric[]) => boolean,
): Promise<boolean> {
  const memberships = await membershipsOf(context.db, who, mayLogNumbers, context.clock.now())
  return memberships.some(({ metrics }) => reads(enteredMetrics(metrics)))
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
    return { ok: false, reason: 'unusual', teamId, date, entries, unusual: keys }
  }
  const values = Object.fromEntries(entries.map(({ metric, value }) => [metric.key, value]))
  return saveLine(context, who, { teamId, date, values, key })
}

/** Saves the values, unusual ones too, without asking. The same `key` twice is saved once. */
export async function saveLine(
  context: Context,
  who: Person,
  line: LineDay & { values: Readonly<Record<MetricKey, number>>; key: string },
): Promise<LineLogged> {
  const { teamId, date, values, key } = line
  const sourceKey = `line:${key}`
  const source = 'command'
  const logged = await logNumbers(context, { who, teamId, date, values, how: 'add', source, sourceKey })
  if (!logged.ok) return logged
  const entries = enteredMetrics(logged.membership.metrics).flatMap((metric) => {
    const value = values[metric.key]
    return value === undefined ? [] : [{ metric, value, total: logged.totals[metric.key]?.value ?? value }]
  })
  return { ok: true, date, entries, sourceKey }
}
