// Saves a standup that was taken, in the transaction that decided it: the answer, its lines, blockers and numbers, and what is told.
import { randomUUIDv7 } from 'node:crypto'
import { changeActionIn } from '../../../actions/flows/change-action.ts'
import { announce } from '../../../core/changes.ts'
import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import type { Person } from '../../../core/person.ts'
import { numbersChanged } from '../../../numbers/flows/changes.ts'
import { recordDay } from '../../../numbers/flows/record-activity.ts'
import type { Member } from '../../../org/domain/team.ts'
import { enqueueMessage, keptMessages } from '../../../outbox/flows/enqueue-message.ts'
import { recordRevisions } from '../../db/checkin-days.ts'
import { besideSummariesIn, besideSummary } from '../../flows/beside-summary.ts'
import { checkinChanged } from '../../flows/changes.ts'
import { insertBlockers, updateBlockers } from '../db/blockers.ts'
import { settleOutcomes } from '../db/plan-items.ts'
import { saveEntry } from '../db/standups.ts'
import type { TakenStandup } from '../domain/decide-standup.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'

/** An item that somebody else has closed or taken over meanwhile stays as it is. */
const DONE = { close: 'done' } as const

/** UUIDv7: in order of time, so that new rows are appended to their index. */
export const newId = () => randomUUIDv7()

export async function saveStandup(
  tx: Transaction,
  context: Context,
  { who, member }: { who: Person; member: Member },
  taken: TakenStandup,
): Promise<void> {
  const { workspaceId, teamId, memberId, date } = taken.entry
  const { numbers } = taken
  await Promise.all([
    settleOutcomes(tx, workspaceId, date, taken.outcomes),
    saveEntry(tx, taken.entry, taken),
    insertBlockers(tx, taken.raised),
    updateBlockers(tx, taken.changed),
    recordDay(tx, numbers),
  ])
  const changed = { workspaceId, teamId, kind: STANDUP_KIND.name, date, memberIds: [memberId] }
  await announce(tx, context, checkinChanged, changed)
  if (taken.numbersPosted && Object.keys(numbers.values).length > 0)
    await announce(tx, context, numbersChanged, {
      ...{ member, date: numbers.date, enteredIn: date, act: null },
      changed: numbers.metrics.filter(({ key }) => key in numbers.values),
    })
  if (taken.afterClose)
    await recordRevisions(tx, STANDUP_KIND.name, [{ workspaceId, teamId, date }], numbers.now)
  for (const actionId of taken.doneActionIds)
    await changeActionIn(tx, context, who, actionId, DONE, '/kpi standup')
  // Last, as in every flow that changes numbers: another order of locks could deadlock.
  const edits = await keptMessages(tx, taken.edits)
  const beside = [
    ...besideSummary(context, STANDUP_KIND.name, [{ workspaceId, teamId, date }]),
    ...besideSummariesIn(context, STANDUP_KIND.name, taken.edits),
  ]
  await enqueueMessage(tx, context, [...taken.messages, ...edits, ...beside])
}
