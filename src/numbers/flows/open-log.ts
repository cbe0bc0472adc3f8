// Loads the facts of the log form: the person's teams, the dates open for entry, and the values of one date.

import type { Queryable } from '../../core/db/client.ts'
import type { ChannelId, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { channelNames } from '../../org/db/channels.ts'
import type { NamedTeam, TeamSettings } from '../../org/domain/team.ts'
import { dayTotals } from '../db/totals.ts'
import { dealMetric } from '../domain/deal-metric.ts'
import { openEntryDates } from '../domain/entry-day.ts'
import { enteredMetrics, type Metric } from '../domain/metrics.ts'
import { mayLogNumbers } from '../domain/permissions.ts'
import { type Membership, membershipsOf, resolveMembership } from './memberships.ts'
import { ownRanges, withUsualAmounts } from './usual-amounts.ts'

export interface LogForm {
  teamId: TeamId
  /** All teams of the person. */
  teams: readonly NamedTeam[]
  date: Temporal.PlainDate
  /** Dates open for entry, the newest first. */
  dates: readonly Temporal.PlainDate[]
  today: Temporal.PlainDate
  /** The metrics to enter, with the day's total so far. Null: nothing entered yet. */
  fields: readonly { metric: Metric; value: number | null; own: { low: number; high: number } | null }[]
  /** Which deals of the member's the team's channel is told of; `unnamed`: without name, customer or amount. Null: of none. */
  tellsDeals: 'all' | 'big' | 'unnamed' | null
}

export type OpenedLog = { ok: true; form: LogForm } | { ok: false; reason: 'no-team' | 'nothing-open' }

/** When the requested team or date is not available (any more), uses the person's first team or the newest open date. */
export async function openLog(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
  requested: { teamId?: TeamId; channelId?: ChannelId; date?: Temporal.PlainDate },
): Promise<OpenedLog> {
  const memberships = await membershipsOf(q, who, mayLogNumbers, now)
  const membership =
    memberships.find(({ member }) => member.teamId === requested.teamId) ??
    resolveMembership(memberships, requested.channelId)
  if (!membership) return { ok: false, reason: 'no-team' }
  const names = await channelNames(
    q,
    who.workspaceId,
    memberships.map(({ team }) => team.channelId),
  )
  const { settings, entryCalendar, zone } = membership
  const dates = openEntryDates(settings, entryCalendar, zone, now)
  const date = dates.find((open) => requested.date?.equals(open)) ?? dates[0]
  if (!date) return { ok: false, reason: 'nothing-open' }
  return {
    ok: true,
    form: {
      teamId: membership.member.teamId,
      teams: memberships.map(({ team, settings }) => ({
        ...{ teamId: team.teamId, name: settings.name },
        channelName: names.get(team.channelId) ?? null,
      })),
      date,
      dates,
      today: membership.today,
      fields: await fieldsOf(q, membership, date),
      tellsDeals: dealMetric(enteredMetrics(membership.metrics)) ? toldDeals(settings) : null,
    },
  }
}

function toldDeals({ wins, boardNames }: Pick<TeamSettings, 'wins' | 'boardNames'>): LogForm['tellsDeals'] {
  if (wins === 'none') return null
  return boardNames === 'none' ? 'unnamed' : wins
}

async function fieldsOf(q: Queryable, { member, metrics }: Membership, date: Temporal.PlainDate) {
  const totals = await dayTotals(q, member.workspaceId, member.memberId, date)
  const judged = await withUsualAmounts(q, member, enteredMetrics(metrics), date)
  const own = await ownRanges(q, member, judged, date)
  return judged.map((metric) => ({
    ...{ metric, value: totals[metric.key]?.value ?? null, own: own.get(metric.key) ?? null },
  }))
}
