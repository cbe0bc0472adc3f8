// Blockers in the list of what is to be done: each belongs to whoever raised it, with the one who helps.
import type { ActionSource } from '../../../actions/flows/sources.ts'
import { openBlockersToDo } from '../db/blockers.ts'
import { helpWithBlocker } from './help-with-blocker.ts'

/** A blocker that is still there on the next working day is late. */
const DUE_AFTER_DAYS = 1

export const blockersToDo: ActionSource = {
  kind: 'blocker',
  open: async (q, of) =>
    (await openBlockersToDo(q, of)).map(
      ({ blockerId, teamId, ownerUserId, helperUserId, text, raisedOn }) => ({
        ...{ kind: 'blocker', id: blockerId, teamId, ownerUserId, text },
        helperUserIds: helperUserId ? [helperUserId] : [],
        dueOn: raisedOn.add({ days: DUE_AFTER_DAYS }),
      }),
    ),
  close: async (context, who, blockerId) => (await helpWithBlocker(context, who, blockerId, 'closed')).ok,
}
