// Logs a typed line of numbers for today. Saves nothing when a part is not understood or a value is unusual.

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
import { membershipsOf, resolveMembership } from './memberships.ts'

/** A metric, the typed value, and the day's total including it. */
export interface LineEntry {
  metric: Metric
  value: number
  total: number
}

export type LineLogged =
  | { ok: true; date: Temporal.PlainDate; entries: LineEntry[]; sourceKey: string }
  | { ok: false; reason: 'unread'; problem: Extract<ParsedLogLine, { ok: false }>; metrics: Metric[] }
  | {
      ok: false
      reason: 'unusual'
      teamId: TeamId
      date: Temporal.PlainDate
      entries: LineEntry[]
      unusual: ReadonlySet<MetricKey>
    }
  | Extract<NumbersLogged, { ok: false }>

/** Saves one `key` once. Logs to the team of the channel, or else to the person's first team. */
export async function logLine(
  context: Context,
  who: Person,
  channelId: ChannelId,
  parse: (metrics: readonly Metric[]) => ParsedLogLine,
  key: string,
): Promise<LineLogged> {
  const membership = resolveMembership(
    await membershipsOf(context.db, who, mayLogNumbers, context.clock.now()),
    channelId,
  )
  if (!membership) return { ok: false, reason: 'no-team' }
  const { member, today: date } = membership
  const metrics = enteredMetrics(membership.metrics)
  const parsed = parse(metrics)
  if (!parsed.ok) return { ok: false, reason: 'unread', problem: parsed, metrics }
  const before = await dayTotals(context.db, member.workspaceId, member.memberId, date)
  const entries = parsed.entries.map(({ metric, value }) => ({
    metric,
    value,
    total: totalWith(metric, before, value, 'add'),
  }))
  const unusual = entries.filter(({ metric, total }) => !isExpected(metric, total, false))
  const tooMuch = entries.find(({ metric, total }) => total > metric.hardMax)
  if (tooMuch) return { ok: false, reason: 'above-hard-max', metric: tooMuch.metric }
  const { teamId } = member
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
  line: {
    teamId: TeamId
    date: Temporal.PlainDate
    values: Readonly<Record<MetricKey, number>>
    key: string
  },
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
