// Sends a claimed message: looks whether it is there already, then posts it or edits it in place, and records where it is.

import type { ChannelRef, OutgoingMessage, RateLimited, Unreachable } from '../../slack/messenger.ts'
import type { OutboxMessage } from '../db/messages.ts'
import { recordDelivered, recordFound, settle } from '../db/outcome.ts'
import { ensureHeld, type HeldClaim } from './held-claim.ts'
import type { DeliveryPorts, OutboxContext, Reader } from './ports.ts'

/** Where it goes, and who reads it there: of a direct message whom we know. */
export interface Destination extends ChannelRef {
  reader: Reader | null
}

export interface Sending {
  claim: HeldClaim
  /** As it was marked for sending: this version is delivered. */
  message: OutboxMessage
  /** An earlier attempt may have come through. */
  inDoubt: boolean
}

/** Slack's answer where it did not do it. */
export interface Refused {
  refusal: RateLimited | Unreachable
  notPosted: boolean
}

/** Our clock and Slack's may differ by this much. */
const CLOCK_MARGIN_HOURS = 1

export async function sendMessage(
  sending: Sending,
  { reader, ...channel }: Destination,
  context: OutboxContext,
  ports: DeliveryPorts,
): Promise<'delivered' | 'dropped' | Refused> {
  const { db, clock } = context
  const { claim } = sending
  const found = await locate(sending, channel, context, ports)
  if (!found.ok) return { refusal: found.refusal, notPosted: false }
  const message: OutboxMessage = { ...sending.message, ...found.at }
  const { version, ts } = message
  const render = await ports.content.load(db, message, clock.now())
  if (!render) {
    await settle(db, claim, version, { state: 'dropped', failure: null, notPosted: true })
    return 'dropped'
  }
  const rendered = render(await ports.readers.localeOf(message, reader))
  const mark = { key: message.messageKey, version }
  const delivered = async (at: { channelId: string; ts: string }) => {
    await recordDelivered(db, claim, { version, channelId: at.channelId, ts: at.ts }, clock.now())
    return 'delivered' as const
  }
  if (ts) {
    const at = { ...channel, channelId: message.channelId ?? channel.channelId, ts }
    const updated = await degradeUntilTaken(rendered, claim, context, ports, (form) =>
      ports.messenger.update(at, form, mark),
    )
    if (updated.ok) return delivered(at)
    if (updated.reason !== 'gone') return { refusal: updated, notPosted: true }
    await recordFound(db, claim, { channelId: null, ts: null })
  }
  const posted = await degradeUntilTaken(rendered, claim, context, ports, (form) =>
    ports.messenger.post(channel, form, mark),
  )
  if (!posted.ok) return { refusal: posted, notPosted: true }
  return delivered({ channelId: channel.channelId, ts: posted.ts })
}

/** As recorded; where an answer of Slack's is missing, as the channel's history shows. */
async function locate(
  { claim, message, inDoubt }: Sending,
  channel: ChannelRef,
  context: OutboxContext,
  { messenger }: DeliveryPorts,
): Promise<
  | { ok: true; at: Pick<OutboxMessage, 'channelId' | 'ts'> }
  | { ok: false; refusal: RateLimited | Unreachable }
> {
  const { channelId, ts, messageKey, createdAt } = message
  if (!inDoubt) return { ok: true, at: { channelId, ts } }
  // Since it was written, not since the last attempt: it may have been any of several that got through.
  const since = createdAt.subtract({ hours: CLOCK_MARGIN_HOURS })
  await ensureHeld(claim, context)
  const found = await messenger.findByKey(channel, messageKey, since)
  if (!found.ok) return { ok: false, refusal: found }
  if (!found.ts) return { ok: true, at: { channelId: null, ts: null } }
  const at = { channelId: channel.channelId, ts: found.ts }
  // From here on it is known to exist, whatever becomes of the update.
  await recordFound(context.db, claim, at)
  return { ok: true, at }
}

/** What the newest blocks cannot carry everywhere is sent again with less, in the end as words alone. */
async function degradeUntilTaken<Answer extends { ok: boolean; reason?: string }>(
  message: OutgoingMessage,
  claim: HeldClaim,
  context: OutboxContext,
  { content }: DeliveryPorts,
  send: (message: OutgoingMessage) => Promise<Answer>,
): Promise<Exclude<Answer, { reason: 'refused-blocks' }>> {
  for (let form: OutgoingMessage | null = message; form; form = content.degrade(form)) {
    await ensureHeld(claim, context)
    const answer = await send(form)
    if (answer.ok || answer.reason !== 'refused-blocks')
      return answer as Exclude<Answer, { reason: 'refused-blocks' }>
  }
  throw new Error('Slack refused the message even as plain text.')
}
