// Shows a change in what was already said about the days of some members: their cards and reminders, and their teams' summaries.

import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import { loadTeams } from '../../../org/db/teams.ts'
import type { Member } from '../../../org/domain/team.ts'
import { findNotice } from '../../../outbox/db/messages.ts'
import type { NoticeDraft } from '../../../outbox/domain/message-facts.ts'
import { say } from '../../../outbox/flows/enqueue-message.ts'
import { cardNotice, reminderNotice, summaryNotice } from './standup-messages.ts'

/** Nothing is said that was not said before: someone on leave does not get a prompt to tell them so. */
export async function refreshDays(
  tx: Transaction,
  context: Context,
  members: readonly Member[],
  dates: readonly Temporal.PlainDate[],
): Promise<void> {
  const teams = await loadTeams(tx, members)
  const drafts = dates.flatMap((date) => [
    ...members.flatMap((member) => [cardNotice({ ...member, date }), reminderNotice({ ...member, date })]),
    ...[...teams.values()].map((team) => summaryNotice(team, date)),
  ])
  const said: NoticeDraft[] = []
  for (const draft of drafts)
    if (await findNotice(tx, { workspaceId: draft.workspaceId, noticeKey: draft.key })) said.push(draft)
  await say(tx, context, said)
}
