// Loads one person's last four weeks for whoever leads them, and records what was shown.

import { blockersOfTeam } from '../../checkins/standup/db/blockers.ts'
import { answeredDays, settledLines } from '../../checkins/standup/db/member-record.ts'
import type { Blocker } from '../../checkins/standup/domain/standup.ts'
import type { Context } from '../../core/context.ts'
import type { ChannelId, TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { type Membership, membershipsOfMembers, resolveMembership } from '../../numbers/flows/memberships.ts'
import type { PersonalData } from '../../org/audit/domain/reading.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { homeTeamOf } from '../../org/db/home-teams.ts'
import { leavesBetween, userKey } from '../../org/db/leaves.ts'
import { memberOf } from '../../org/db/members.ts'
import { findPeople } from '../../org/db/people.ts'
import { type Leave, weekStart } from '../../org/domain/calendar.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { maySeeLeave } from '../../org/domain/org-permissions.ts'
import { may } from '../../org/domain/permissions.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { actorOf } from '../../org/flows/actor.ts'
import type { OwnTarget } from '../../targets/domain/own-target.ts'
import type { MemberStanding } from '../../targets/domain/team-progress.ts'
import { memberProgress } from '../../targets/flows/member-progress.ts'
import { ownTargets } from '../../targets/flows/own-targets.ts'
import { maySeeTeam } from '../domain/permissions.ts'
import { answersIn, lastWeeks, WEEKS, type WeekOfAnswers } from '../domain/rep-weeks.ts'

export interface RepView {
  userId: UserId
  name: string
  teamId: string
  team: TeamIdentity
  /** Others that the person is in and the reader leads. */
  otherTeams: readonly (TeamIdentity & { teamId: TeamId })[]
  today: Temporal.PlainDate
  /** The oldest first. */
  weeks: readonly { period: Period; standing: MemberStanding; answers: WeekOfAnswers }[]
  /** As they run now. */
  targets: readonly OwnTarget[]
  blockers: readonly Blocker[]
  /** In these weeks and the next ones. Null: not for the reader. */
  leave: readonly Leave[] | null
  /** True: the team has a score beside what is reached. */
  okr?: boolean
}

export type ShownRep = ({ ok: true } & RepView) | { ok: false; reason: 'self' | 'not-yours' }

const LEAVE_AHEAD_DAYS = 28

export async function showRep(
  context: Context,
  who: Person,
  { userId, channelId }: { userId: UserId; channelId: ChannelId },
): Promise<ShownRep> {
  if (userId === who.userId) return { ok: false, reason: 'self' }
  const { db, clock } = context
  const now = clock.now()
  const { workspaceId } = who
  const actor = await actorOf(db, who, now)
  const led = (await memberOf(db, workspaceId, userId)).filter(({ teamId }) =>
    may(actor, maySeeTeam, { workspaceId, teamId, userId }),
  )
  const [person] = led.length > 0 ? await findPeople(db, workspaceId, [userId]) : []
  if (!person) return { ok: false, reason: 'not-yours' }
  const memberships = await membershipsOfMembers(db, led, person, now)
  const home = await homeTeamOf(db, { workspaceId, userId })
  const sorted = memberships.toSorted((one, other) => Number(isHome(other, home)) - Number(isHome(one, home)))
  const membership = resolveMembership(sorted, channelId)
  if (!membership) return { ok: false, reason: 'not-yours' }
  const seesLeave = home !== null && may(actor, maySeeLeave, { workspaceId, teamId: home, userId })
  const shown = await loadRep(context, membership, seesLeave)
  const what: PersonalData[] = ['numbers', 'plan', 'report', ...(shown.leave ? (['leave'] as const) : [])]
  const parts = what.map((one) => ({ userId, what: one }))
  await recordReading(db, context, who, parts)
  const others = sorted.filter((other) => other !== membership)
  const otherTeams = others.map(({ team, settings }) => ({
    ...identityOf(team, settings),
    teamId: team.teamId,
  }))
  return { ok: true, userId, name: person.name, otherTeams, ...shown }
}

const isHome = ({ member }: Membership, home: string | null): boolean => member.teamId === home

async function loadRep(
  { db, clock }: Context,
  membership: Membership,
  seesLeave: boolean,
): Promise<Omit<RepView, 'userId' | 'name' | 'otherTeams'>> {
  const now = clock.now()
  const { member, team, settings, today } = membership
  const { workspaceId, teamId, memberId } = member
  const periods = lastWeeks(today, weekStart(settings.workDays))
  const span = { from: periods[0]!.from, to: periods[WEEKS - 1]!.to }
  const ahead = today.add({ days: LEAVE_AHEAD_DAYS })
  const [standings, days, lines, blockers, targets, leave] = await Promise.all([
    memberProgress(db, membership, periods, now),
    answeredDays(db, member, span),
    settledLines(db, member, span),
    blockersOfTeam(db, workspaceId, teamId, today),
    ownTargets(db, membership, now),
    seesLeave ? leavesBetween(db, [member], span.from, ahead) : null,
  ])
  return {
    ...{ teamId, team: identityOf(team, settings), today, targets, okr: settings.okrView },
    weeks: periods.map((period, index) => ({
      ...{ period, standing: standings[index]!, answers: answersIn(period, { days, lines }) },
    })),
    blockers: blockers.filter((one) => one.memberId === memberId && one.state !== 'closed'),
    leave: leave && (leave.get(userKey(member)) ?? []),
  }
}
