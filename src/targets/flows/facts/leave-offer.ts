// Loads the facts of the message that offers lower targets for a month with much leave.
import type { Queryable } from '../../../core/db/client.ts'
import { localDate } from '../../../core/time.ts'
import { homeTeamOf } from '../../../org/db/home-teams.ts'
import { loadMember } from '../../../org/db/members.ts'
import { settingsNow } from '../../../org/db/settings.ts'
import { loadTeamIdentity } from '../../../org/flows/facts/team-identity.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { isLongLeave, openLines } from '../../domain/leave-offer.ts'
import type { LeaveOfferFacts } from '../../domain/message-facts.ts'
import { targetPeriod } from '../../domain/target-period.ts'
import { loadOffer, mayBeOffered, offeredSince } from '../leave-offer.ts'

/** Null: the member has left, it is not the reader's to decide, or it is over before it was posted. */
export async function loadLeaveOffer(
  db: Queryable,
  message: Message<'leave-offer'>,
  now: Temporal.Instant,
): Promise<LeaveOfferFacts | null> {
  const { workspaceId, toUserId, subject, ts } = message
  const { memberId } = subject
  const member = await loadMember(db, workspaceId, memberId)
  if (!member || member.leftOn || member.teamId !== (await homeTeamOf(db, member))) return null
  const { teamId, userId } = member
  const team = await loadTeamIdentity(db, workspaceId, teamId, now)
  if (!team || !toUserId) return null
  const isPassedOn = !(await mayBeOffered(db, { workspaceId, userId: toUserId }, teamId, now))
  if (isPassedOn && !ts) return null
  const settings = await settingsNow(db, { workspaceId, teamId }, now)
  const month = targetPeriod('month', Temporal.PlainDate.from(subject.from), 1)
  const { days, lines } = await loadOffer(db, member, month, await offeredSince(db, message, memberId, month))
  const facts = {
    ...{ ...team, memberId, userId, month, isPassedOn, away: days.all - days.left },
    lines: isPassedOn ? [] : lines,
    isLong: isLongLeave(days),
    isOver: Temporal.PlainDate.compare(month.to, localDate(now, settings?.zone ?? 'UTC')) < 0,
  }
  return !ts && openLines(facts).length === 0 ? null : { kind: 'leave-offer', ...facts }
}
