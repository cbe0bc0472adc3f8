// Sends a claimed message: searches for it where it may already be posted, posts or edits it, and records its `ts`.

import type {
  ChannelRef,
  Disconnected,
  OutgoingMessage,
  RateLimited,
  Unreachable,
} from '../../slack/messenger.ts'
import type { OutboxMessage } from '../db/messages.ts'
import { recordDelivered, recordFound, settle } from '../db/outcome.ts'
import { ensureHeld, type HeldClaim } from './held-claim.ts'
import type { DeliveryPorts, OutboxContext, Reader } from './ports.ts'

/** The channel, and the reader of a direct message where known. */
export interface Destination extends ChannelRef {
  reader: Reader | null
}

export interface Sending {
  claim: HeldClaim
  /** The message as `markSending` returned it: this version is sent. */
  message: OutboxMessage
  /** An earlier attempt may have posted it. */
  inDoubt: boolean
}

/** Slack refused the call. */
export interface SendRefused {
  refusal: RateLimited | Unreachable | Disconnected
  notPosted: boolean
}

/** The most that our clock and Slack's may differ. */
const CLOCK_MARGIN_HOURS = 1

export async function sendMessage(
  sending: Sending,
  { reader, ...channel }: Destination,
  context: OutboxContext,
  ports: DeliveryPorts,
): Promise<'delivered' | 'dropped' | SendRefused> {
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
  const metadata = { key: message.messageKey, version }
  const delivered = async (at: { channelId: string; ts: string }) => {
    await recordDelivered(db, claim, { version, channelId: at.channelId, ts: at.ts }, clock.now())
    return 'delivered' as const
  }
  if (ts) {
    const at = { ...channel, channelId: message.channelId ?? channel.channelId, ts }
    const updated = await degradeUntilAccepted(rendered, claim, context, ports, (form) =>
      ports.messenger.update(at, form, metadata),
    )
    if (updated.ok) return delivered(at)
    if (updated.reason !== 'gone') return { refusal: updated, notPosted: true }
    await recordFound(db, claim, { channelId: null, ts: null })
  }
  const posted = await degradeUntilAccepted(rendered, claim, context, ports, (form) =>
    ports.messenger.post(channel, form, metadata),
  )
  if (!posted.ok) return { refusal: posted, notPosted: true }
  return delivered({ channelId: channel.channelId, ts: posted.ts })
}

/** Where the message is: as recorded, or, where Slack's response was lost, as found in the channel's history. */
async function locate(
  { claim, message, inDoubt }: Sending,
  channel: ChannelRef,
  context: OutboxContext,
  { messenger }: DeliveryPorts,
): Promise<
  | { ok: true; at: Pick<OutboxMessage, 'channelId' | 'ts'> }
  | { ok: false; refusal: RateLimited | Unreachable | Disconnected }
> {
  const { channelId, ts, messageKey, createdAt } = message
  if (!inDoubt) return { ok: true, at: { channelId, ts } }
  // Search since the message was enqueued, not since the last attempt: any earlier attempt may have posted it.
  const since = createdAt.subtract({ hours: CLOCK_MARGIN_HOURS })
  await ensureHeld(claim, context)
  const found = await messenger.findByKey(channel, messageKey, since)
  if (!found.ok) return { ok: false, refusal: found }
  if (!found.ts) return { ok: true, at: { channelId: null, ts: null } }
  const at = { channelId: channel.channelId, ts: found.ts }
  // Record it now, so that the message is known to exist even if the update fails.
  await recordFound(context.db, claim, at)
  return { ok: true, at }
}

/** Where Slack refuses the blocks, sends simpler forms, in the end plain text. */
async function degradeUntilAccepted<Answer extends { ok: boolean; reason?: string }>(
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
