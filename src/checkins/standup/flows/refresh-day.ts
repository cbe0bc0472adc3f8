// Shows a change in what was already said about the days of some members: their cards and reminders, and their teams' summaries.

import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import { loadTeams } from '../../../org/db/teams.ts'
import type { Member } from '../../../org/domain/team.ts'
import { findMessage } from '../../../outbox/db/messages.ts'
import type { MessageDraft } from '../../../outbox/domain/message.ts'
import { enqueueMessage } from '../../../outbox/flows/enqueue-message.ts'
import { cardMessage, reminderMessage, summaryMessage } from '../domain/standup-messages.ts'

/** Nothing is said that was not said before: someone on leave does not get a prompt to tell them so. */
export async function refreshDays(
  tx: Transaction,
  context: Context,
  members: readonly Member[],
  dates: readonly Temporal.PlainDate[],
): Promise<void> {
  const teams = await loadTeams(tx, members)
  const drafts = dates.flatMap((date) => [
    ...members.flatMap((member) => [cardMessage({ ...member, date }), reminderMessage({ ...member, date })]),
    ...[...teams.values()].map((team) => summaryMessage(team, date)),
  ])
  const said: MessageDraft[] = []
  for (const draft of drafts)
    if (await findMessage(tx, { workspaceId: draft.workspaceId, messageKey: draft.key })) said.push(draft)
  await enqueueMessage(tx, context, said)
}
