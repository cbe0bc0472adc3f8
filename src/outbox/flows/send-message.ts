// Sends a claimed notice: looks whether it is there already, then posts it or edits it in place, and records where it is.

import type { Context } from '../../core/context.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Person } from '../../core/person.ts'
import { settingsOn } from '../../org/db/settings.ts'
import { knowPerson } from '../../org/flows/ensure-person.ts'
import {
  type Claim,
  type Notice,
  recordDelivered,
  recordFound,
  renewClaim,
  settleNotice,
} from '../db/messages.ts'
import type { FactsLoaders } from './facts.ts'
import type { Messenger, OutgoingMessage, Place, RateLimited, Renderer, Unreachable } from './messenger.ts'

export interface DeliveryPorts {
  messenger: Messenger
  renderer: Renderer
  facts: FactsLoaders
  defaultLocale: Locale
}

/** Where it goes, and who reads it there: of a direct message whom we know. */
export interface Destination extends Place {
  reader: Person | null
}

/** The claim that is held, renewed while it is in use. */
export interface Sending {
  claim: Claim
  /** An earlier attempt may have come through. */
  readonly inDoubt: boolean
  /** Before each call to Slack. Throws when someone else has taken the notice over. */
  hold(): Promise<void>
}

/** Slack's answer where it did not do it. */
export interface Refused {
  refusal: RateLimited | Unreachable
  unsure: boolean
}

/** A younger claim is not worth a statement. */
const RENEW_AFTER_SECONDS = 2
/** Our clock and Slack's may differ by this much. */
const CLOCK_MARGIN_HOURS = 1

export function holdClaim({ db, clock }: Context, claim: Claim): Sending {
  let since = clock.now()
  const sending: Sending = {
    claim,
    inDoubt: claim.notice.ts === null && claim.notice.sendingSince !== null,
    hold: async () => {
      // Our own clock says how long ago: also a machine that slept in between has to ask.
      const now = clock.now()
      if (Math.abs(since.until(now).total('seconds')) < RENEW_AFTER_SECONDS) return
      const renewed = await renewClaim(db, sending.claim)
      if (!renewed) throw new Error('This took too long: someone else is sending it.')
      sending.claim = renewed
      since = now
    },
  }
  return sending
}

export async function sendNotice(
  sending: Sending,
  { reader, ...place }: Destination,
  context: Context,
  ports: DeliveryPorts,
): Promise<'delivered' | 'dropped' | Refused> {
  const { db, clock } = context
  const { messenger, renderer } = ports
  const { notice: claimed } = sending.claim
  const looked = await whereItIs(sending, place, messenger, db)
  if (!looked.ok) return { refusal: looked.refusal, unsure: true }
  const notice: Notice = { ...claimed, ...looked.at }
  const facts = await ports.facts[notice.kind](db, notice, clock.now())
  if (!facts) {
    await settleNotice(db, sending.claim, { state: 'dropped', failure: null, unsure: false })
    return 'dropped'
  }
  const rendered = renderer.render(facts, await localeOf(notice, reader, context, ports.defaultLocale))
  const mark = { key: notice.noticeKey, version: notice.version }
  const { ts } = notice
  if (ts) {
    const message = { ...place, channelId: notice.channelId ?? place.channelId, ts }
    const updated = await plainerUntilTaken(rendered, renderer, sending, (form) =>
      messenger.update(message, form, mark),
    )
    if (updated.ok) return delivered(sending, context, message)
    if (updated.reason !== 'gone') return { refusal: updated, unsure: false }
    await recordFound(db, sending.claim, { channelId: null, ts: null })
  }
  const posted = await plainerUntilTaken(rendered, renderer, sending, (form) =>
    messenger.post(place, form, mark),
  )
  if (!posted.ok) return { refusal: posted, unsure: false }
  return delivered(sending, context, { channelId: place.channelId, ts: posted.ts })
}

type Whereabouts = Pick<Notice, 'channelId' | 'ts'>

/** As recorded; where an answer of Slack's is missing, as the channel's history shows. */
async function whereItIs(
  sending: Sending,
  place: Place,
  messenger: Messenger,
  db: Context['db'],
): Promise<{ ok: true; at: Whereabouts } | { ok: false; refusal: RateLimited | Unreachable }> {
  const { channelId, ts, noticeKey, createdAt } = sending.claim.notice
  if (!sending.inDoubt) return { ok: true, at: { channelId, ts } }
  // Since it was written, not since the last attempt: it may have been any of several that got through.
  const since = createdAt.subtract({ hours: CLOCK_MARGIN_HOURS })
  await sending.hold()
  const looked = await messenger.findByKey(place, noticeKey, since)
  if (!looked.ok) return { ok: false, refusal: looked }
  if (!looked.ts) return { ok: true, at: { channelId: null, ts: null } }
  const at = { channelId: place.channelId, ts: looked.ts }
  // From here on it is known to exist, whatever becomes of the update.
  await recordFound(db, sending.claim, at)
  return { ok: true, at }
}

/** What the newest blocks cannot carry everywhere is said again with less, in the end in words alone. */
async function plainerUntilTaken<Answer extends { ok: boolean; reason?: string }>(
  message: OutgoingMessage,
  renderer: Renderer,
  sending: Sending,
  send: (message: OutgoingMessage) => Promise<Answer>,
): Promise<Exclude<Answer, { reason: 'refused-blocks' }>> {
  for (let form: OutgoingMessage | null = message; form; form = renderer.plainer(form)) {
    await sending.hold()
    const answer = await send(form)
    if (answer.ok || answer.reason !== 'refused-blocks')
      return answer as Exclude<Answer, { reason: 'refused-blocks' }>
  }
  throw new Error('Slack refused the message even as plain text.')
}

async function delivered(
  { claim }: Sending,
  { db, clock }: Context,
  message: { channelId: string; ts: string },
): Promise<'delivered'> {
  await recordDelivered(db, claim, { channelId: message.channelId, ts: message.ts }, clock.now())
  return 'delivered'
}

/** Private messages in the reader's language, a channel's in its team's. */
async function localeOf(
  { workspaceId, teamId, toUserId }: Notice,
  reader: Person | null,
  context: Context,
  otherwise: Locale,
): Promise<Locale> {
  if (toUserId) return (reader ?? (await knowPerson(context, workspaceId, toUserId)))?.locale ?? otherwise
  if (!teamId) return otherwise
  const today = context.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  return (await settingsOn(context.db, workspaceId, teamId, today))?.locale ?? otherwise
}
