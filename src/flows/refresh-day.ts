// Shows a change in what was already said about the days of some members: their cards and reminders, and their teams' summaries.
import type { Transaction } from '../db/client.ts'
import { findNotice } from '../db/notices.ts'
import { loadTeams } from '../db/teams.ts'
import type { NoticeDraft } from '../domain/notice.ts'
import type { Member } from '../domain/team.ts'
import type { Context } from './context.ts'
import { say } from './say.ts'
import { cardNotice, reminderNotice, summaryNotice } from './standup-notices.ts'

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
