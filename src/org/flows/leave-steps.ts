// The steps of recording and cancelling leave that several flows take: whose right it is, what is saved, and who is told.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { AuditScreen } from '../audit/domain/audit-event.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { homeTeamOf } from '../db/home-teams.ts'
import { memberOf } from '../db/members.ts'
import { findPerson } from '../db/people.ts'
import { settingsNow } from '../db/settings.ts'
import { loadTeams, lockTeam } from '../db/teams.ts'
import { auditedLeave } from '../domain/audit-changes.ts'
import type { Leave } from '../domain/calendar.ts'
import { zoneOf } from '../domain/checkin-window.ts'
import { currentDates } from '../domain/joining.ts'
import { isRecent, type RecordedLeave } from '../domain/leave.ts'
import { isTrip } from '../domain/leave-kind.ts'
import type { LeaveChange } from '../domain/message-facts.ts'
import { mayRecordLeaveOf, mayRecordOwnLeave } from '../domain/org-permissions.ts'
import { type Actor, may } from '../domain/permissions.ts'
import type { Member } from '../domain/team.ts'
import { actorOf } from './actor.ts'
import { announceCalendar } from './announce.ts'
import { askForManagersOf } from './ask-for-manager.ts'
import { leaveChanged } from './leave-message.ts'

/** The person's memberships, with their teams locked in a fixed order, so that concurrent changes cannot deadlock. */
export async function lockedMemberships(
  tx: Transaction,
  { workspaceId }: Pick<Person, 'workspaceId'>,
  userId: UserId,
): Promise<Member[]> {
  const memberships = await memberOf(tx, workspaceId, userId)
  for (const membership of memberships.toSorted((a, b) => (a.teamId < b.teamId ? -1 : 1)))
    await lockTeam(tx, membership)
  return memberships
}

/** Whose leave it is, and by which team's right it is changed. */
export interface LeaveTaker {
  userId: UserId
  memberships: readonly Member[]
  home: TeamId | null
  /** The team that gives the right to. Null: the own leave of a manager who is in no team. */
  teamId: TeamId | null
  /** The latest current date in the zones of the person and of their teams: what is before it is past in one of them. */
  today: Temporal.PlainDate
}

/** Null: `who` may not change the person's leave. The person's teams are locked. */
export async function leaveTaker(
  tx: Transaction,
  context: Context,
  who: Person,
  userId: UserId,
): Promise<LeaveTaker | null> {
  const { workspaceId } = who
  const now = context.clock.now()
  const memberships = await lockedMemberships(tx, who, userId)
  const home = await homeTeamOf(tx, { workspaceId, userId })
  const through = await mayChangeThrough(tx, await actorOf(tx, who, now), userId, { memberships, home })
  if (!through) return null
  const zone = (await findPerson(tx, workspaceId, userId))?.zone ?? who.zone
  const zones = [zone]
  for (const membership of memberships) {
    const settings = await settingsNow(tx, membership, now)
    if (settings) zones.push(zoneOf(settings, zone))
  }
  const today = zones
    .map((of) => localDate(now, of))
    .sort(Temporal.PlainDate.compare)
    .at(-1)!
  return { userId, memberships, home, teamId: through.teamId, today }
}

/**
 * Any membership for one's own leave; for others only that in their home team. A delegate does not record leave of the
 * manager for whom they act: it decides how long they act.
 */
async function mayChangeThrough(
  tx: Transaction,
  actor: Actor,
  userId: UserId,
  { memberships, home }: { memberships: readonly Member[]; home: TeamId | null },
): Promise<{ teamId: TeamId | null } | undefined> {
  const { workspaceId } = actor
  if (actor.userId === userId)
    return may(actor, mayRecordOwnLeave, { workspaceId, userId })
      ? (memberships[0] ?? { teamId: null })
      : undefined
  const through = memberships.filter(
    ({ teamId }) => teamId === home && may(actor, mayRecordLeaveOf, { workspaceId, teamId, userId }),
  )
  const teams = await loadTeams(tx, through)
  const actsForThem = ({ teamId }: Member) =>
    actor.actsFor.includes(teamId) && teams.get(teamId)?.managerUserId === userId
  return through.find((membership) => !actsForThem(membership))
}

/** By whom a leave was recorded or cancelled. */
export interface LeaveDoing {
  byUserId: UserId
  screen: AuditScreen
  /** The person is told by another message. */
  toldAlready?: boolean
  /** What people do about their own leave is not audited, unless somebody should have been asked and there was nobody. */
  auditOwn?: boolean
}

/** Everything that follows from a leave that was saved as recorded or cancelled. */
export async function afterLeaveChange(
  tx: Transaction,
  context: Context,
  {
    workspaceId,
    memberships,
    teamId,
  }: Pick<LeaveTaker, 'memberships' | 'teamId'> & Pick<Person, 'workspaceId'>,
  { leave, change }: { leave: RecordedLeave; change: LeaveChange },
  doing: LeaveDoing,
): Promise<void> {
  const { byUserId: actorUserId, screen } = doing
  const { userId } = leave
  const event = { workspaceId, actorUserId, userId, teamId, screen }
  const audited = auditedLeave(leave)
  if (userId !== actorUserId || doing.auditOwn)
    await recordAudit(tx, context, [
      change === 'recorded'
        ? { ...event, kind: 'leave-recorded', before: null, after: audited }
        : { ...event, kind: 'leave-cancelled', before: audited, after: null },
    ])
  if (!doing.toldAlready)
    await enqueueMessage(tx, context, leaveChanged({ workspaceId, teamId }, leave, change, actorUserId))
  const changed = isTrip(leave.kind) ? null : { from: leave.from, to: leave.to, change }
  await announceCalendar(tx, context, memberships, datesTouched(leave, context.clock.now()), changed)
  if (!isTrip(leave.kind)) await askForManagersOf(tx, context, workspaceId, userId)
}

/** Dates of the leave whose check-in may be out, past ones too: their messages say what holds now. */
function datesTouched({ from, to }: Leave, now: Temporal.Instant): Temporal.PlainDate[] {
  const current = currentDates(now)
  const [earliest, latest] = [current[0]!, current.at(-1)!]
  const dates: Temporal.PlainDate[] = []
  const end = Temporal.PlainDate.compare(to, latest) < 0 ? to : latest
  for (let date = end; Temporal.PlainDate.compare(date, from) >= 0; date = date.subtract({ days: 1 })) {
    if (!isRecent(date, earliest)) break
    dates.push(date)
  }
  return dates
}
