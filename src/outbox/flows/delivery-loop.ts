// Polls the outbox and delivers due messages concurrently, a few per workspace, so that no workspace waits for another's backlog.
import { setTimeout as sleep } from 'node:timers/promises'
import { reasonOf } from '../../core/fault-reason.ts'
import { claimDueMessages, renewClaims } from '../db/claim.ts'
import { type HeldClaim, isFresh } from './held-claim.ts'
import type { OutboxContext } from './ports.ts'

export interface DeliveryLoop {
  /** Stops claiming and waits up to `withinMs` for deliveries in progress; other processes take the rest when their leases end. */
  stop(withinMs: number): Promise<void>
}

/** How fast messages follow each other. */
export interface DeliveryPace {
  /** The wait between polls; none after a poll that found at least `FULL_POLL` messages. */
  pollMs: number
  /** See ClaimLimits. */
  editsApartMs: number
}

const PACE: DeliveryPace = { pollMs: 200, editsApartMs: 1000 }
const FULL_POLL = 8
const MAX_IN_PROGRESS = 400
/** In all processes together: enough to use Slack's rate limits fully, few enough that no message waits long for a slot. */
const MAX_PER_WORKSPACE = 8
const RENEW_EVERY_MS = 2000

/** `deliver` throws where it cannot record the outcome; the claim then expires. */
export function startDeliveryLoop(
  context: OutboxContext,
  deliver: (claim: HeldClaim) => Promise<unknown>,
  { pollMs, editsApartMs } = PACE,
): DeliveryLoop {
  const { db, clock, log } = context
  const inProgress = new Map<string, HeldClaim>()
  const stopping = new AbortController()

  const run = async (claim: HeldClaim) => {
    inProgress.set(claim.claimId, claim)
    try {
      await deliver(claim)
    } catch (fault) {
      const { messageKey } = claim.message
      log.warn({ messageKey, reason: reasonOf(fault) }, 'cannot record the outcome of a delivery')
    } finally {
      inProgress.delete(claim.claimId)
    }
  }
  /** True: there are probably more due messages. */
  const poll = async () => {
    const most = MAX_IN_PROGRESS - inProgress.size
    if (most <= 0) return false
    const renewedAt = clock.now()
    const claims = await claimDueMessages(db, { most, perWorkspace: MAX_PER_WORKSPACE, editsApartMs })
    for (const claim of claims) void run({ ...claim, renewedAt })
    return claims.length >= FULL_POLL
  }
  const keepPolling = async () => {
    while (!stopping.signal.aborted) {
      const more = await poll().catch((fault: unknown) => {
        log.warn({ reason: reasonOf(fault) }, 'cannot poll the outbox, will retry')
        return false
      })
      if (!more) await sleep(pollMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const renew = async () => {
    const now = clock.now()
    const old = [...inProgress.values()].filter((claim) => !isFresh(claim, now))
    if (old.length === 0) return
    const renewed = await renewClaims(db, old)
    for (const claim of old) if (renewed.has(claim.claimId)) claim.renewedAt = now
  }
  // A claim that could not be renewed is checked again before its next call to Slack.
  const renewing = setInterval(() => void renew().catch(() => {}), RENEW_EVERY_MS)
  const polling = keepPolling()
  return {
    stop: async (withinMs) => {
      const deadline = performance.now() + withinMs
      stopping.abort()
      await polling
      while (inProgress.size > 0 && performance.now() < deadline) await sleep(20)
      clearInterval(renewing)
    },
  }
}
