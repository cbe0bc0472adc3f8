// Loads a person's own numbers of today, this week and this month. Ratios are computed from sums.

import type { Queryable } from '../../core/db/client.ts'
import type { ChannelId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { metricsOfTeam } from '../db/metrics.ts'
import { periodTotals } from '../db/totals.ts'
import { valueIn } from '../domain/measure.ts'
import type { Metric } from '../domain/metrics.ts'
import { periodOf } from '../domain/period.ts'
import { maySeeOwnNumbers } from '../domain/permissions.ts'
import { type Membership, membershipsOf, resolveMembership } from './memberships.ts'

type OwnTeam = Pick<TeamIdentity, 'teamName' | 'channelId'>

export interface MyNumbers {
  team: OwnTeam
  /** The person's other teams. `/kpi me` in their channels shows the numbers there. */
  otherTeams: readonly OwnTeam[]
  today: Temporal.PlainDate
  /** Values by period. Null: nothing reported. */
  rows: readonly (Readonly<Record<(typeof KINDS)[number], number | null>> & { metric: Metric })[]
}

const KINDS = ['day', 'week', 'month'] as const

const ownTeam = ({ team, settings }: Membership): OwnTeam => identityOf(team, settings)

/** Null: the person is in no team. */
export async function myNumbers(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
  channelId: ChannelId | null,
): Promise<MyNumbers | null> {
  const memberships = await membershipsOf(q, who, maySeeOwnNumbers, now)
  const membership = resolveMembership(memberships, channelId)
  if (!membership) return null
  const { member, today, metrics } = membership
  const { workspaceId, teamId, memberId } = member
  const all = await metricsOfTeam(q, workspaceId, teamId)
  const [day, week, month] = await Promise.all(
    KINDS.map((kind) =>
      periodTotals(
        q,
        workspaceId,
        memberId,
        periodOf(kind, today, weekStart(membership.settings.workDays)).from,
        today,
      ),
    ),
  )
  return {
    team: ownTeam(membership),
    otherTeams: memberships.filter((other) => other !== membership).map(ownTeam),
    today,
    rows: metrics.map((metric) => ({
      metric,
      day: valueIn(day!, metric, all),
      week: valueIn(week!, metric, all),
      month: valueIn(month!, metric, all),
    })),
  }
}
