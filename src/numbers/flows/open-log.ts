// Loads what the log form shows: the person's teams, the days that are open, and what a day holds already.

import type { Queryable } from '../../core/db/client.ts'
import type { ChannelId, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { dayTotals } from '../db/totals.ts'
import { openEntryDates } from '../domain/entry-day.ts'
import { enteredMetrics, type Metric } from '../domain/metrics.ts'
import { mayLogNumbers } from '../domain/permissions.ts'
import { type Membership, membershipsOf, resolveMembership } from './memberships.ts'

export interface LogForm {
  teamId: TeamId
  /** All teams of the person, to choose from where there are several. */
  teams: readonly { teamId: TeamId; name: string }[]
  date: Temporal.PlainDate
  /** Days still open, the newest first. */
  dates: readonly Temporal.PlainDate[]
  today: Temporal.PlainDate
  /** What is entered, with the day's total so far; null: nothing yet. */
  fields: readonly { metric: Metric; value: number | null }[]
}

export type OpenedLog = { ok: true; form: LogForm } | { ok: false; reason: 'no-team' | 'nothing-open' }

/** A team or date that does not come into question (any more) gives way to the nearest that does. */
export async function openLog(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
  wish: { teamId?: TeamId; channelId?: ChannelId; date?: Temporal.PlainDate },
): Promise<OpenedLog> {
  const memberships = await membershipsOf(q, who, mayLogNumbers, now)
  const membership =
    memberships.find(({ member }) => member.teamId === wish.teamId) ??
    resolveMembership(memberships, wish.channelId)
  if (!membership) return { ok: false, reason: 'no-team' }
  const dates = openEntryDates(membership.calendar, membership.zone, now)
  const date = dates.find((open) => wish.date?.equals(open)) ?? dates[0]
  if (!date) return { ok: false, reason: 'nothing-open' }
  return {
    ok: true,
    form: {
      teamId: membership.member.teamId,
      teams: memberships.map(({ member, settings }) => ({ teamId: member.teamId, name: settings.name })),
      date,
      dates,
      today: membership.today,
      fields: await fieldsOf(q, membership, date),
    },
  }
}

async function fieldsOf(q: Queryable, { member, metrics }: Membership, date: Temporal.PlainDate) {
  const totals = await dayTotals(q, member.workspaceId, member.memberId, date)
  return enteredMetrics(metrics).map((metric) => ({ metric, value: totals[metric.key]?.value ?? null }))
}
