// Has the warnings of a member looked at soon after their numbers have changed: one may be over, or one may have got worse.
import { reactTo } from '../../core/changes.ts'
import { numbersChanged } from '../../numbers/flows/changes.ts'
import { planDueItems } from '../../schedule/db/due.ts'
import { planLook } from '../domain/plan-evaluation.ts'

/** One insert into a key of the member's own, so that no submit waits for another one. */
export const lookSoon = reactTo(numbersChanged, async (tx, { clock }, { member, enteredIn }) => {
  const { workspaceId, teamId } = member
  const look = planLook(member, enteredIn !== null, clock.now())
  return planDueItems(tx, [{ ...look, workspaceId, teamId }])
})
