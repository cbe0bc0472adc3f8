// A claim with the time of its last renewal: the delivery loop renews all claims, and each call to Slack checks its own first.
import { type Claim, markSending } from '../db/claim.ts'
import type { OutboxContext } from './ports.ts'

export interface HeldClaim extends Claim {
  /** By the bot's clock, so that a machine that was suspended in between checks its claims again. */
  renewedAt: Temporal.Instant
}

/** A claim renewed more recently is not renewed again. */
const RENEW_AFTER_SECONDS = 2

export const isFresh = ({ renewedAt }: HeldClaim, now: Temporal.Instant): boolean =>
  Math.abs(renewedAt.until(now).total('seconds')) < RENEW_AFTER_SECONDS

/** Renews the claim unless it is fresh. Throws where another process has claimed the message. */
export async function ensureHeld(
  claim: HeldClaim,
  { db, clock }: Pick<OutboxContext, 'db' | 'clock'>,
): Promise<void> {
  const now = clock.now()
  if (isFresh(claim, now)) return
  if (!(await markSending(db, claim)))
    throw new Error('The claim expired and another process has taken the message.')
  claim.renewedAt = now
}
