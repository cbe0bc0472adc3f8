// Asks the members who have not answered yet for their answer, once for each member and date, in the name of whoever leads the team.
import type { Context } from '../../../core/context.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { isBefore } from '../../../core/time.ts'
import { windowOf } from '../../../org/domain/checkin-window.ts'
import { may } from '../../../org/domain/permissions.ts'
import { isAskedOn } from '../../../org/domain/team-day.ts'
import { actorOf } from '../../../org/flows/actor.ts'
import { loadTeamDays } from '../../../org/flows/load-team-days.ts'
import { enqueueMessage } from '../../../outbox/flows/enqueue-message.ts'
import { recordNudges } from '../../db/checkin-days.ts'
import { besideSummary } from '../../flows/beside-summary.ts'
import { answeredAmong } from '../db/standups.ts'
import { mayNudge } from '../domain/permissions.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'
import { STANDUP_MESSAGES } from '../domain/standup-messages.ts'

/** `nobody`: everyone is in, away, or was nudged before. */
export type Nudged = { ok: true; count: number } | { ok: false; reason: 'not-allowed' | 'nobody' }

export async function nudgeMembers(
  context: Context,
  who: Person,
  { teamId, date }: { teamId: TeamId; date: Temporal.PlainDate },
): Promise<Nudged> {
  const { workspaceId, userId } = who
  const now = context.clock.now()
  return context.db.transaction(async (tx): Promise<Nudged> => {
    const ref = { workspaceId, teamId }
    if (!may(await actorOf(tx, who, now), mayNudge, { ...ref, userId }))
      return { ok: false, reason: 'not-allowed' }
    const day = (await loadTeamDays(tx, [ref], date)).get(teamId)
    const open = (day?.members ?? []).filter(
      (of) =>
        of.member.userId !== userId &&
        isAskedOn(day!, of) &&
        isBefore(now, windowOf(day!.settings, of, date).closeAt),
    )
    const members = open.map(({ member }) => member)
    const answered = await answeredAmong(tx, members, date)
    const silent = members.filter(({ memberId }) => !answered.has(memberId))
    const memberIds = silent.map(({ memberId }) => memberId)
    const nudged = await recordNudges(
      tx,
      STANDUP_KIND.name,
      { workspaceId, date, memberIds },
      { userId, at: now },
    )
    const drafts = silent
      .filter(({ memberId }) => nudged.has(memberId))
      .map((member) => STANDUP_MESSAGES.nudge({ ...member, date }))
    await enqueueMessage(tx, context, [
      ...drafts,
      ...besideSummary(context, STANDUP_KIND.name, [{ ...ref, date }]),
    ])
    return drafts.length > 0 ? { ok: true, count: drafts.length } : { ok: false, reason: 'nobody' }
  })
}
