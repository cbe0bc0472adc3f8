// What somebody promised who took a warning on is an action item of theirs, as long as the warning is open.
import { closeActionsOf, type OverOrigin } from '../../actions/flows/close-actions-of.ts'
import { createAction } from '../../actions/flows/create-action.ts'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { Decided } from '../domain/decide-team.ts'
import { PROMISED } from '../domain/messages.ts'
import type { Warning } from '../domain/warning.ts'

/** `warning`: as it is after the decision. A later promise replaces the one before. */
export async function keepCommitments(
  tx: Transaction,
  context: Context,
  saved: readonly (Pick<Decided, 'decision'> & { warning: Warning })[],
): Promise<void> {
  const taken = saved.filter(({ decision }) => decision.reason === 'acknowledged')
  const over = saved.filter(({ warning: { episode } }) => episode.resolved && episode.acknowledgement)
  const closing = [...taken, ...over]
  if (closing.length === 0) return
  await closeActionsOf(
    tx,
    context,
    PROMISED,
    closing.map(({ warning }) => overOf(warning)),
  )
  for (const { warning } of taken) {
    const { workspaceId, teamId, episodeId } = warning
    const { by, action, until } = warning.episode.acknowledgement!
    const created = {
      ...{ workspaceId, teamId, ownerUserId: by, helperUserIds: [], text: action, dueOn: until },
      ...({ origin: { kind: PROMISED, reference: episodeId }, createdBy: by } as const),
    }
    await createAction(tx, context, created, 'message:warning')
  }
}

const overOf = ({ workspaceId, teamId, episodeId, episode }: Warning): OverOrigin => {
  const { resolved, acknowledgement } = episode
  return {
    ...{ workspaceId, teamId, reference: episodeId },
    byUserId: resolved ? resolved.by : acknowledgement!.by,
    reason: resolved ? resolved.note || resolved.reason : 'replaced',
  }
}
