// Lets people take a blocker on and mark it as solved: whoever was asked for help, the team, and its managers.

import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import type { UserId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { settingsNow } from '../../../org/db/settings.ts'
import { loadTeam } from '../../../org/db/teams.ts'
import { may } from '../../../org/domain/permissions.ts'
import { actorOf } from '../../../org/flows/actor.ts'
import type { MessageDraft } from '../../../outbox/domain/message.ts'
import { enqueueMessage, keptMessages } from '../../../outbox/flows/enqueue-message.ts'
import { besideSummariesIn } from '../../flows/beside-summary.ts'
import { loadBlocker, updateBlockers } from '../db/blockers.ts'
import { mayCloseBlocker, mayHelpWithBlocker } from '../domain/permissions.ts'
import type { Blocker } from '../domain/standup.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'
import {
  helpComingMessage,
  helpMessage,
  STANDUP_MESSAGES,
  summariesShowing,
} from '../domain/standup-messages.ts'

export type HelpOutcome =
  | { ok: true }
  | { ok: false; reason: 'not-allowed' | 'own' | 'already-closed' }
  | { ok: false; reason: 'taken'; helperUserId: UserId }

type Owned = Blocker & { ownerUserId: UserId }

/** `helped`: the person takes it on, also in place of one who was only asked. `closed`: it is solved. The same state twice changes nothing. */
export async function helpWithBlocker(
  context: Context,
  who: Person,
  blockerId: string,
  state: 'helped' | 'closed',
): Promise<HelpOutcome> {
  const now = context.clock.now()
  return context.db.transaction(async (tx): Promise<HelpOutcome> => {
    const blocker = await loadBlocker(tx, who.workspaceId, blockerId, 'lock')
    if (!blocker) return { ok: false, reason: 'not-allowed' }
    const { workspaceId, teamId, ownerUserId, helperUserId } = blocker
    const subject = { workspaceId, teamId, userId: ownerUserId, askedUserId: helperUserId }
    const action = state === 'helped' ? mayHelpWithBlocker : mayCloseBlocker
    if (!may(await actorOf(tx, who, now), action, subject)) return { ok: false, reason: 'not-allowed' }
    if (blocker.state === 'closed')
      return state === 'closed' ? { ok: true } : { ok: false, reason: 'already-closed' }
    if (state === 'helped') {
      if (ownerUserId === who.userId) return { ok: false, reason: 'own' }
      if (blocker.state === 'helped' && helperUserId)
        return helperUserId === who.userId ? { ok: true } : { ok: false, reason: 'taken', helperUserId }
    }
    await change(tx, context, who, blocker, state)
    return { ok: true }
  })
}

async function change(
  tx: Transaction,
  context: Context,
  who: Person,
  blocker: Owned,
  state: 'helped' | 'closed',
): Promise<void> {
  const now = context.clock.now()
  const team = await loadTeam(tx, blocker.workspaceId, blocker.teamId)
  const settings = team && (await settingsNow(tx, team, now))
  const today = now.toZonedDateTimeISO(settings?.zone ?? who.zone).toPlainDate()
  const helperUserId = state === 'helped' ? who.userId : blocker.helperUserId
  const changed = { ...blocker, helperUserId, state, closedOn: state === 'closed' ? today : null }
  await updateBlockers(tx, [changed])
  const asked = blocker.helperUserId ? [helpMessage({ ...blocker, helperUserId: blocker.helperUserId })] : []
  const shown = team && !team.archivedAt ? summariesShowing(team, blocker, today) : []
  // The receipt of the day on which it was raised says who helps.
  const receipt = STANDUP_MESSAGES.card({ ...blocker, userId: blocker.ownerUserId, date: blocker.raisedOn })
  const edited = await keptMessages(tx, [
    ...asked,
    ...shown,
    ...(blocker.raisedOn.equals(today) ? [receipt] : []),
  ])
  const beside = besideSummariesIn(context, STANDUP_KIND.name, shown)
  await enqueueMessage(tx, context, [...edited, ...news(changed, who, state), ...beside])
}

/** The one who takes it on gets it with the button to say that it is solved; who raised it is told by whom. */
function news(blocker: Owned, { userId }: Person, state: 'helped' | 'closed'): MessageDraft[] {
  const own = state === 'helped' ? [helpMessage({ ...blocker, helperUserId: userId })] : []
  const told = blocker.ownerUserId === userId ? [] : [helpComingMessage({ ...blocker, helperUserId: userId })]
  return [...own, ...told]
}
