// Delivers one notice: has it shown in Slack, once and in its latest form, or says what stands in the way.

import type { Context, NoticeRef } from '../../core/context.ts'
import { statementsIn } from '../../core/db/statement.ts'
import { findPerson, saveDmChannel } from '../../org/db/people.ts'
import { tellTrouble } from '../../org/flows/report-delivery-problem.ts'
import { claimNotice, findNotice, type Notice, releaseNotice, settleNotice } from '../db/messages.ts'
import type { Messenger, RateLimited, Unreachable } from './messenger.ts'
import { type DeliveryPorts, type Destination, holdClaim, type Sending, sendNotice } from './send-message.ts'

export type Delivery = 'delivered' | 'nothing-to-say' | 'dropped' | 'unreachable' | 'postponed'

/** Longer than any one call to Slack can take (10 s): before each of them the lease is young. */
const LEASE_SECONDS = 20
const IN_OTHER_HANDS_SECONDS = 2

/**
 * Throws on a fault, so that the queue tries again later.
 *
 * Once: the row is marked `sending` and committed before Slack is called, and its message's ts is recorded after.
 * Where the mark is found without a ts, someone called Slack and did not live to hear the answer: then the
 * channel's history is asked for the key before anything is posted.
 */
export async function deliverNotice(
  ref: NoticeRef,
  context: Context,
  ports: DeliveryPorts,
): Promise<Delivery> {
  const known = await findNotice(context.db, ref)
  if (!known || known.deliveredVersion >= known.version) return 'nothing-to-say'
  const place = await placeOf(known, context, ports.messenger)
  if (!place.ok && place.reason === 'rate-limited') return postpone(ref, context, place)
  if (place.ok) {
    const turn = await ports.messenger.turn(known.ts ? 'update' : 'post', place)
    if (!turn.ok) return postpone(ref, context, turn)
  }
  const claimed = await claimNotice(context.db, ref, LEASE_SECONDS)
  if (!claimed.ok && claimed.reason === 'in-other-hands')
    return postpone(ref, context, { retryAfterSeconds: IN_OTHER_HANDS_SECONDS })
  if (!claimed.ok) return 'nothing-to-say'
  const sending = holdClaim(context, claimed.claim)
  try {
    if (!place.ok) return await settle(sending, context, { refusal: place, unsure: sending.inDoubt })
    const sent = await sendNotice(sending, place, context, ports)
    return typeof sent === 'string' ? sent : await settle(sending, context, sent)
  } catch (fault) {
    await releaseNotice(context.db, sending.claim, true)
    throw fault
  }
}

/** Slack answered clearly. `unsure`: it did not say whether an earlier attempt had come through. */
async function settle(
  { claim }: Sending,
  context: Context,
  { refusal, unsure }: { refusal: RateLimited | Unreachable; unsure: boolean },
): Promise<Delivery> {
  const { notice } = claim
  if (refusal.reason === 'rate-limited') {
    await releaseNotice(context.db, claim, unsure)
    return postpone(notice, context, refusal)
  }
  const { problem } = refusal
  await context.db.transaction(async (tx) => {
    await settleNotice(tx, claim, { state: 'failed', failure: problem, unsure })
    await tellTrouble(tx, context, notice, problem)
  })
  context.log.warn({ noticeKey: notice.noticeKey, problem }, 'a notice cannot reach its readers')
  return 'unreachable'
}

async function postpone(
  ref: NoticeRef,
  context: Context,
  { retryAfterSeconds }: { retryAfterSeconds: number },
): Promise<Delivery> {
  const { workspaceId, noticeKey } = ref
  await context.db.transaction((tx) =>
    context.queue.enqueueDeliveries(statementsIn(tx), [{ workspaceId, noticeKey }], {
      afterSeconds: Math.ceil(retryAfterSeconds),
    }),
  )
  return 'postponed'
}

async function placeOf(
  notice: Notice,
  context: Context,
  messenger: Messenger,
): Promise<({ ok: true } & Destination) | Unreachable | RateLimited> {
  const { workspaceId } = notice
  if (notice.toChannelId) return { ok: true, workspaceId, channelId: notice.toChannelId, reader: null }
  if (!notice.toUserId) throw new Error(`The notice ${notice.noticeKey} has no audience.`)
  const reader = await findPerson(context.db, workspaceId, notice.toUserId)
  if (reader?.deactivated) return { ok: false, reason: 'unreachable', problem: 'cannot-message-member' }
  if (reader?.dmChannelId) return { ok: true, workspaceId, channelId: reader.dmChannelId, reader }
  const opened = await messenger.openDm(workspaceId, notice.toUserId)
  if (!opened.ok) return opened
  await saveDmChannel(context.db, workspaceId, notice.toUserId, opened.channelId)
  return { ok: true, workspaceId, channelId: opened.channelId, reader }
}
