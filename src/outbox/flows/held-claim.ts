// Keeps a claim while it is in use: renewed for all in hand by the delivery loop, and asked for before each call to Slack.
import { type Claim, markSending } from '../db/claim.ts'
import type { OutboxContext } from './ports.ts'

export interface HeldClaim extends Claim {
  /** By our own clock: also a machine that slept since then has to ask. */
  renewedAt: Temporal.Instant
}

/** A younger claim is not worth a statement. */
const RENEW_AFTER_SECONDS = 2

export const isFresh = ({ renewedAt }: HeldClaim, now: Temporal.Instant): boolean =>
  Math.abs(renewedAt.until(now).total('seconds')) < RENEW_AFTER_SECONDS

/** Throws when someone else has taken the message over. */
export async function ensureHeld(
  claim: HeldClaim,
  { db, clock }: Pick<OutboxContext, 'db' | 'clock'>,
): Promise<void> {
  const now = clock.now()
  if (isFresh(claim, now)) return
  if (!(await markSending(db, claim))) throw new Error('This took too long: someone else is sending it.')
  claim.renewedAt = now
}
