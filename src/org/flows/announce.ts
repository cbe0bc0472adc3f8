// Announces changes of a team to the other features, then replans the team's due items, which may have changed too.
import { announce, type FactsOf } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamRef } from '../db/teams.ts'
import { earliestToday } from '../domain/joining.ts'
import type { Member } from '../domain/team.ts'
import { calendarChanged, type MembershipChange, membershipChanged, settingsChanged } from './changes.ts'
import { replanTeam } from './plan-day.ts'

/** Leave, extra days or the time zone of these members changed. `dates`: affected dates whose check-in may already be out. */
export async function announceCalendar(
  tx: Transaction,
  context: Context,
  members: readonly Member[],
  dates: readonly Temporal.PlainDate[],
  leave: FactsOf<typeof calendarChanged>['leave'] = null,
): Promise<void> {
  await announce(tx, context, calendarChanged, { members, dates, leave })
  const teams = new Map(members.map((member) => [member.teamId, member]))
  for (const team of teams.values()) await replanTeam(tx, context, team, earliestToday(context.clock.now()))
}

/** `from`: the first date that is replanned. */
export async function announceMembership(
  tx: Transaction,
  context: Context,
  team: TeamRef,
  change: MembershipChange & { from: Temporal.PlainDate },
): Promise<void> {
  await announce(tx, context, membershipChanged, { team, ...change })
  await replanTeam(tx, context, team, change.from)
}

export async function announceSettings(
  tx: Transaction,
  context: Context,
  team: TeamRef,
  { from, before }: Omit<FactsOf<typeof settingsChanged>, 'team'>,
): Promise<void> {
  await announce(tx, context, settingsChanged, { team, from, before })
  await replanTeam(tx, context, team, from)
}
