// Edits what was sent about the days of some members after a change: their cards and reminders, and their teams' summaries.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { loadTeams } from '../../org/db/teams.ts'
import type { Member } from '../../org/domain/team.ts'
import { editOf } from '../../outbox/domain/message.ts'
import { enqueueMessage, keptMessages } from '../../outbox/flows/enqueue-message.ts'
import { besideSummary } from './beside-summary.ts'
import type { Checkin } from './checkin.ts'

/** Only messages that exist are edited, and no new one is sent: a member on leave gets no prompt that says so. */
export async function refreshDays(
  tx: Transaction,
  context: Context,
  { kind, messages }: Pick<Checkin, 'kind' | 'messages'>,
  members: readonly Member[],
  dates: readonly Temporal.PlainDate[],
): Promise<void> {
  const teams = await loadTeams(tx, members)
  const drafts = dates.flatMap((date) => [
    ...members.flatMap((member) => [
      messages.card({ ...member, date }),
      messages.reminder({ ...member, date }),
      ...(messages.snoozed ? [messages.snoozed({ ...member, date })] : []),
    ]),
    ...[...teams.values()].map((team) => messages.summary(team, date)),
  ])
  const days = dates.flatMap((date) =>
    [...teams.values()].map(({ workspaceId, teamId }) => ({ workspaceId, teamId, date })),
  )
  const { nudge } = messages
  const nudges = dates.flatMap((date) =>
    nudge ? members.map((member) => editOf(nudge({ ...member, date }))) : [],
  )
  const kept = await keptMessages(tx, drafts)
  await enqueueMessage(tx, context, [...kept, ...nudges, ...besideSummary(context, kind.name, days)])
}
