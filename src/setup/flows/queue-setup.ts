// Takes a submitted set-up that needs more time than a person waits: it is finished in the background.
import type { Context } from '../../core/context.ts'
import type { ChannelId, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { teamOfChannel } from '../../org/db/teams.ts'
import { unknownAmong } from '../../org/flows/fetch-people.ts'
import { savePendingSetup } from '../db/pending-setups.ts'
import type { SetupInput } from './set-up-team.ts'

/** So many people are looked up while the person waits. */
const MOST_LOOKED_UP_AT_ONCE = 20

/** Whether Slack has to be asked for more people than fits into the time of a submit. */
export async function needsTime(context: Context, who: Person, input: SetupInput): Promise<boolean> {
  const wanted = [...input.memberUserIds, input.managerUserId]
  return (await unknownAmong(context, who.workspaceId, wanted)).length > MOST_LOOKED_UP_AT_ONCE
}

/** What the form was submitted for. `teamId` null: a new team. */
export interface SubmittedSetup {
  channelId: ChannelId
  teamId: TeamId | null
  input: SetupInput
}

export type SetupQueued = { ok: true } | { ok: false; reason: 'already-set-up' }

/** Permissions are checked when it is carried out. */
export async function queueSetup(
  context: Context,
  { workspaceId, userId }: Person,
  submitted: SubmittedSetup,
): Promise<SetupQueued> {
  const taken = { ok: false, reason: 'already-set-up' } as const
  return context.db.transaction(async (tx) => {
    const there = await teamOfChannel(tx, workspaceId, submitted.channelId)
    if (there && there.teamId !== submitted.teamId) return taken
    const requestedAt = context.clock.now()
    const isSaved = await savePendingSetup(tx, { workspaceId, userId, requestedAt, ...submitted })
    return isSaved ? { ok: true } : taken
  })
}
