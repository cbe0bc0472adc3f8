// Edits posted messages about wins in place: those that changed, and those that are counted after them.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { loadTeam, type TeamRef } from '../../org/db/teams.ts'
import type { Team } from '../../org/domain/team.ts'
import { editOf } from '../../outbox/domain/message.ts'
import { enqueueMessage, standingEdits } from '../../outbox/flows/enqueue-message.ts'
import { recentWins } from '../db/wins.ts'
import { countedAfter } from '../domain/counted-after.ts'
import { winDraft } from '../domain/message-facts.ts'
import type { Win } from '../domain/win.ts'
import { namingOf } from './naming.ts'

/** Wins that were corrected or taken back, and the later ones of the month, whose number follows. Takes four statements for any number of them. */
export async function editWins(
  tx: Transaction,
  context: Context,
  team: Team,
  edited: readonly Win[],
): Promise<void> {
  if (edited.length === 0) return
  const now = context.clock.now()
  const naming = await namingOf(tx, team, now)
  const later = countedAfter(edited, await recentWins(tx, team, now), (win) =>
    naming?.isNamed(win.enteredAt) ? 'person' : 'team',
  )
  const draftOf = (win: Win) => winDraft(win, team.channelId)
  const renumbered = await standingEdits(tx, team.workspaceId, later.map(draftOf))
  await enqueueMessage(tx, context, [...edited.map(draftOf).map(editOf), ...renumbered])
}

export async function editAllWins(tx: Transaction, context: Context, ref: TeamRef): Promise<void> {
  const team = await loadTeam(tx, ref.workspaceId, ref.teamId)
  if (!team) return
  const drafts = (await recentWins(tx, ref, context.clock.now())).map((win) => winDraft(win, team.channelId))
  await enqueueMessage(tx, context, await standingEdits(tx, ref.workspaceId, drafts))
}
