// Polls the outbox and delivers what is due, many at once: a few of each workspace, so that none waits for another's backlog.
import { setTimeout as sleep } from 'node:timers/promises'
import { reasonOf } from '../../core/fault-reason.ts'
import { claimDueMessages, renewClaims } from '../db/claim.ts'
import { type HeldClaim, isFresh } from './held-claim.ts'
import type { OutboxContext } from './ports.ts'

export interface DeliveryLoop {
  /** Claims nothing more and waits for what is in hand, at most `withinMs`; the rest goes to others when its leases end. */
  stop(withinMs: number): Promise<void>
}

/** Polled again at once only after plenty was found. */
const POLL_MS = 200
const PLENTY = 8
const MOST_IN_HAND = 400
/** In all processes: enough that one always waits for its turn at Slack's limits, few enough that none waits long. */
const IN_HAND_PER_WORKSPACE = 8
const RENEW_EVERY_MS = 2000

/** `deliver` throws where it could not record the outcome: the claim ends by itself then. */
export function startDeliveryLoop(
  context: OutboxContext,
  deliver: (claim: HeldClaim) => Promise<unknown>,
): DeliveryLoop {
  const { db, clock, log } = context
  const inHand = new Map<string, HeldClaim>()
  const stopping = new AbortController()

  const carryOut = async (claim: HeldClaim) => {
    inHand.set(claim.claimId, claim)
    try {
      await deliver(claim)
    } catch (fault) {
      const { messageKey } = claim.message
      log.warn({ messageKey, reason: reasonOf(fault) }, 'the outcome of a delivery could not be recorded')
    } finally {
      inHand.delete(claim.claimId)
    }
  }
  /** False: there is hardly more for now. */
  const poll = async () => {
    const most = MOST_IN_HAND - inHand.size
    if (most <= 0) return false
    const renewedAt = clock.now()
    const claims = await claimDueMessages(db, { most, perWorkspace: IN_HAND_PER_WORKSPACE })
    for (const claim of claims) void carryOut({ ...claim, renewedAt })
    return claims.length >= PLENTY
  }
  const keepPolling = async () => {
    while (!stopping.signal.aborted) {
      const more = await poll().catch((fault: unknown) => {
        log.warn({ reason: reasonOf(fault) }, 'the outbox cannot be polled; trying again')
        return false
      })
      if (!more) await sleep(POLL_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const renew = async () => {
    const now = clock.now()
    const old = [...inHand.values()].filter((claim) => !isFresh(claim, now))
    if (old.length === 0) return
    const renewed = await renewClaims(db, old)
    for (const claim of old) if (renewed.has(claim.claimId)) claim.renewedAt = now
  }
  // What could not be renewed, or is no longer ours, asks once more before its next call to Slack.
  const renewing = setInterval(() => void renew().catch(() => {}), RENEW_EVERY_MS)
  const polling = keepPolling()
  return {
    stop: async (withinMs) => {
      const deadline = performance.now() + withinMs
      stopping.abort()
      await polling
      while (inHand.size > 0 && performance.now() < deadline) await sleep(20)
      clearInterval(renewing)
    },
  }
}
