// Delivers one claimed message exactly once in its latest version, or records why that failed.
import { reasonOf } from '../../core/fault-reason.ts'
import type { Disconnected, RateLimited, Unreachable } from '../../slack/messenger.ts'
import { markSending } from '../db/claim.ts'
import type { OutboxMessage } from '../db/messages.ts'
import { retryLater, settle } from '../db/outcome.ts'
import { UNINSTALLED } from '../domain/message.ts'
import { MAX_ATTEMPTS, retryDelaySeconds } from '../domain/retry.ts'
import type { HeldClaim } from './held-claim.ts'
import type { DeliveryPorts, OutboxContext } from './ports.ts'
import { type Destination, sendMessage } from './send-message.ts'

export type DeliveryOutcome =
  | 'delivered'
  | 'dropped'
  | 'unreachable'
  | 'postponed'
  | 'will-retry'
  | 'gave-up'
  | 'claimed-elsewhere'

/**
 * Exactly once: the row is marked `sending` and committed before Slack is called, and the message's `ts` is recorded afterwards. A row
 * that was marked but has no `ts` belongs to a process that crashed in between: the channel's history is searched for the key before
 * posting. Throws only where the outcome cannot be recorded; the claim then expires.
 */
export async function deliverMessage(
  claim: HeldClaim,
  context: OutboxContext,
  ports: DeliveryPorts,
): Promise<DeliveryOutcome> {
  if (claim.message.attempts >= MAX_ATTEMPTS)
    return retryOrGiveUp(claim, context, ports, 'every attempt ended in a crash')
  try {
    return await attempt(claim, context, ports)
  } catch (fault) {
    return retryOrGiveUp(claim, context, ports, reasonOf(fault))
  }
}

async function attempt(
  claim: HeldClaim,
  context: OutboxContext,
  ports: DeliveryPorts,
): Promise<DeliveryOutcome> {
  const { message } = claim
  const inDoubt = message.ts === null && message.sendingSince !== null
  const to = await destinationOf(message, ports)
  if (!to.ok) return recordRefusal(claim, message, context, ports, { refusal: to, notPosted: !inDoubt })
  const slot = await ports.messenger.acquire(message.ts ? 'update' : 'post', to)
  if (!slot.ok) return recordRefusal(claim, message, context, ports, { refusal: slot, notPosted: !inDoubt })
  const now = context.clock.now()
  const marked = await markSending(context.db, claim)
  if (!marked) return 'claimed-elsewhere'
  claim.renewedAt = now
  const sent = await sendMessage({ claim, message: marked, inDoubt }, to, context, ports)
  return typeof sent === 'string' ? sent : recordRefusal(claim, marked, context, ports, sent)
}

/** Records a refusal by Slack or by our rate limiter. `notPosted`: it is certain that no earlier attempt was posted. */
async function recordRefusal(
  claim: HeldClaim,
  message: OutboxMessage,
  context: OutboxContext,
  ports: DeliveryPorts,
  { refusal, notPosted }: { refusal: RateLimited | Unreachable | Disconnected; notPosted: boolean },
): Promise<DeliveryOutcome> {
  if (refusal.reason === 'rate-limited') {
    const { attempts, failure } = claim.message
    const afterSeconds = refusal.retryAfterSeconds
    const isPostponed = await retryLater(context.db, claim, { afterSeconds, attempts, failure, notPosted })
    return isPostponed ? 'postponed' : 'claimed-elsewhere'
  }
  if (refusal.reason === 'disconnected') {
    const settlement = { state: 'dropped', failure: UNINSTALLED, notPosted } as const
    const isDropped = await settle(context.db, claim, message.version, settlement)
    return isDropped ? 'dropped' : 'claimed-elsewhere'
  }
  const { problem, slackError } = refusal
  const failure = slackError ? `${problem}: ${slackError}` : problem
  const isSettled = await context.db.transaction(async (tx) => {
    const settlement = { state: 'failed', failure, notPosted } as const
    if (!(await settle(tx, claim, message.version, settlement))) return false
    await ports.onUndelivered(tx, message, problem)
    return true
  })
  if (!isSettled) return 'claimed-elsewhere'
  context.log.warn({ messageKey: message.messageKey, reason: failure }, 'message cannot be delivered')
  return 'unreachable'
}

/** After an error: Slack may have posted the message, so the next attempt searches for it first. */
async function retryOrGiveUp(
  claim: HeldClaim,
  { db, log }: OutboxContext,
  ports: DeliveryPorts,
  failure: string,
): Promise<DeliveryOutcome> {
  const { messageKey } = claim.message
  const attempts = claim.message.attempts + 1
  const afterSeconds = retryDelaySeconds(attempts)
  const isStillClaimed =
    afterSeconds === null
      ? await giveUp(claim, db, ports, failure)
      : await retryLater(db, claim, { afterSeconds, attempts, failure, notPosted: false })
  if (!isStillClaimed) return 'claimed-elsewhere'
  const outcome = afterSeconds === null ? 'gave-up' : 'will-retry'
  const text = outcome === 'gave-up' ? 'delivery failed, gave up' : 'delivery failed, will retry'
  log.warn({ messageKey, attempts, reason: failure, outcome }, text)
  return outcome
}

/** False: another process has claimed the message. */
const giveUp = (claim: HeldClaim, db: OutboxContext['db'], ports: DeliveryPorts, failure: string) =>
  db.transaction(async (tx) => {
    const { message } = claim
    if (!(await settle(tx, claim, message.version, { state: 'failed', failure, notPosted: false })))
      return false
    await ports.onUndelivered(tx, message, 'gave-up')
    return true
  })

async function destinationOf(
  { workspaceId, toChannelId, toUserId, messageKey }: OutboxMessage,
  { messenger, readers }: DeliveryPorts,
): Promise<({ ok: true } & Destination) | Unreachable | RateLimited | Disconnected> {
  if (toChannelId) return { ok: true, workspaceId, channelId: toChannelId, reader: null }
  if (!toUserId) throw new Error(`The message ${messageKey} has no audience.`)
  const reader = await readers.find(workspaceId, toUserId)
  if (reader?.deactivated) return { ok: false, reason: 'unreachable', problem: 'cannot-message-member' }
  if (reader?.dmChannelId) return { ok: true, workspaceId, channelId: reader.dmChannelId, reader }
  const opened = await messenger.openDm(workspaceId, toUserId)
  if (!opened.ok) return opened
  await readers.saveDmChannel(workspaceId, toUserId, opened.channelId)
  return { ok: true, workspaceId, channelId: opened.channelId, reader }
}
