// Asks the members who have not answered yet for their answer, once for each member and date, in the name of whoever leads the team.
import type { Context } from '../../core/context.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { recordNudges } from '../db/checkin-days.ts'
import { openMembers } from '../domain/open-members.ts'
import { mayNudge } from '../domain/permissions.ts'
import { besideSummary } from './beside-summary.ts'
import type { Checkin } from './checkin.ts'

/** `nobody`: everyone is in, away, or was nudged before. */
export type Nudged = { ok: true; count: number } | { ok: false; reason: 'not-allowed' | 'nobody' }

export async function nudgeMembers(
  context: Context,
  who: Person,
  { kind, messages, answeredAmong }: Pick<Checkin, 'kind' | 'messages' | 'answeredAmong'>,
  { teamId, date }: { teamId: TeamId; date: Temporal.PlainDate },
): Promise<Nudged> {
  const { workspaceId, userId } = who
  const now = context.clock.now()
  const { nudge } = messages
  return context.db.transaction(async (tx): Promise<Nudged> => {
    const ref = { workspaceId, teamId }
    if (!nudge || !may(await actorOf(tx, who, now), mayNudge, { ...ref, userId }))
      return { ok: false, reason: 'not-allowed' }
    const day = (await loadTeamDays(tx, [ref], date)).get(teamId)
    const open = day ? openMembers(kind, day, now) : []
    const members = open.map(({ member }) => member).filter((member) => member.userId !== userId)
    const answered = await answeredAmong(tx, members, date)
    const silent = members.filter(({ memberId }) => !answered.has(memberId))
    const memberIds = silent.map(({ memberId }) => memberId)
    const by = { userId, at: now }
    const nudged = await recordNudges(tx, kind.name, { workspaceId, date, memberIds }, by)
    const drafts = silent
      .filter(({ memberId }) => nudged.has(memberId))
      .map((member) => nudge({ ...member, date }))
    const beside = besideSummary(context, kind.name, [{ ...ref, date }])
    await enqueueMessage(tx, context, [...drafts, ...beside])
    return drafts.length > 0 ? { ok: true, count: drafts.length } : { ok: false, reason: 'nobody' }
  })
}
