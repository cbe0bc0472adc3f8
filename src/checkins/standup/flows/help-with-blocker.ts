// Lets the chosen helper take a blocker on and mark it as solved.

import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import type { Person } from '../../../core/person.ts'
import { settingsOn } from '../../../org/db/settings.ts'
import { loadTeam, type TeamRef } from '../../../org/db/teams.ts'
import { may } from '../../../org/domain/permissions.ts'
import { actorOf } from '../../../org/flows/actor.ts'
import type { MessageDraft } from '../../../outbox/domain/message.ts'
import { enqueueMessage, keptMessages } from '../../../outbox/flows/enqueue-message.ts'
import { loadBlocker, updateBlockers } from '../db/blockers.ts'
import { mayCloseBlocker, mayHelpWithBlocker } from '../domain/permissions.ts'
import { helpComingMessage, helpMessage, STANDUP_MESSAGES } from '../domain/standup-messages.ts'

export type HelpOutcome = { ok: true } | { ok: false; reason: 'not-asked' | 'already-closed' }

/** `helped`: the helper takes it on. `closed`: it is solved. The same state twice changes nothing. */
export async function helpWithBlocker(
  context: Context,
  who: Person,
  blockerId: string,
  state: 'helped' | 'closed',
): Promise<HelpOutcome> {
  const now = context.clock.now()
  return context.db.transaction(async (tx): Promise<HelpOutcome> => {
    const blocker = await loadBlocker(tx, who.workspaceId, blockerId, 'lock')
    if (!blocker) return { ok: false, reason: 'not-asked' }
    const { workspaceId, teamId, ownerUserId, helperUserId } = blocker
    const subject = { workspaceId, teamId, userId: ownerUserId, askedUserId: helperUserId }
    const action = state === 'helped' ? mayHelpWithBlocker : mayCloseBlocker
    if (!may(await actorOf(tx, who, now), action, subject)) return { ok: false, reason: 'not-asked' }
    // The message names the helper, so nobody else can take the blocker on for them.
    if (state === 'helped' && helperUserId !== who.userId) return { ok: false, reason: 'not-asked' }
    if (blocker.state === state) return { ok: true }
    if (blocker.state === 'closed') return { ok: false, reason: 'already-closed' }
    const today = now.toZonedDateTimeISO(who.zone).toPlainDate()
    await updateBlockers(tx, [{ ...blocker, state, closedOn: state === 'closed' ? today : null }])
    const asked = helperUserId ? [helpMessage({ ...blocker, helperUserId })] : []
    const edited = await keptMessages(tx, [...asked, ...(await summaryToday(tx, blocker, now))])
    const told =
      helperUserId && ownerUserId !== who.userId ? [helpComingMessage({ ...blocker, helperUserId })] : []
    await enqueueMessage(tx, context, [...edited, ...told])
    return { ok: true }
  })
}

/** Today's summary shows the blocker. */
async function summaryToday(tx: Transaction, ref: TeamRef, now: Temporal.Instant): Promise<MessageDraft[]> {
  const { workspaceId, teamId } = ref
  const team = await loadTeam(tx, workspaceId, teamId)
  const settings = await settingsOn(tx, workspaceId, teamId, now.toZonedDateTimeISO('UTC').toPlainDate())
  if (!team || team.archivedAt || !settings) return []
  return [STANDUP_MESSAGES.summary(team, now.toZonedDateTimeISO(settings.zone).toPlainDate())]
}
