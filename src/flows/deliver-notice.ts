// Delivers one notice: shows in Slack, once and in its latest form, what the outbox says.
import {
  claimNotice,
  findNotice,
  type Notice,
  recordDelivered,
  recordFound,
  releaseNotice,
  settleNotice,
} from '../db/notices.ts'
import { findPerson, saveDmChannel } from '../db/people.ts'
import { settingsOn } from '../db/settings.ts'
import type { Locale } from '../domain/locale.ts'
import type { Context, NoticeRef } from './context.ts'
import type { FactsLoaders } from './facts/facts.ts'
import type { Messenger, OutgoingMessage, Place, RateLimited, Renderer, Unreachable } from './messenger.ts'
import { tellTrouble } from './tell-trouble.ts'

export interface DeliveryPorts {
  messenger: Messenger
  renderer: Renderer
  facts: FactsLoaders
  defaultLocale: Locale
}

export type Delivery = 'delivered' | 'nothing-to-say' | 'dropped' | 'unreachable' | 'postponed'

/** Longer than one delivery can take (looking for it, then posting it in up to three forms, 10 s each). */
const LEASE_SECONDS = 45
const IN_OTHER_HANDS_SECONDS = 2
/** Our clock and Slack's may differ by this much. */
const CLOCK_MARGIN_SECONDS = 120

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
  if (!place.ok)
    return place.reason === 'unreachable' ? giveUp(known, context, place) : postpone(ref, context, place)
  const turn = await ports.messenger.turn(known.ts ? 'update' : 'post', place)
  if (!turn.ok) return postpone(ref, context, turn)

  const claim = await claimNotice(context.db, ref, context.clock.now(), LEASE_SECONDS)
  if (!claim.ok && claim.reason === 'in-other-hands')
    return postpone(ref, context, { retryAfterSeconds: IN_OTHER_HANDS_SECONDS })
  if (!claim.ok) return 'nothing-to-say'
  try {
    return await show(claim.notice, place, context, ports)
  } catch (fault) {
    await releaseNotice(context.db, claim.notice, true)
    throw fault
  }
}

async function show(notice: Notice, place: Place, context: Context, ports: DeliveryPorts): Promise<Delivery> {
  const { db, clock } = context
  const { messenger } = ports
  const facts = await ports.facts[notice.kind](db, notice, clock.now())
  if (!facts) {
    await settleNotice(db, notice, 'dropped', null)
    return 'dropped'
  }
  const rendered = ports.renderer.render(facts, await localeOf(notice, context, ports.defaultLocale))
  const mark = { key: notice.noticeKey, version: notice.version }

  let ts = notice.ts
  if (!ts && notice.sendingSince) {
    // Since it was written, not since the last attempt: it may have been any of several that got through.
    const since = notice.createdAt.subtract({ seconds: CLOCK_MARGIN_SECONDS })
    const looked = await messenger.findByKey(place, notice.noticeKey, since)
    if (!looked.ok) return settle(notice, context, looked)
    ts = looked.ts
    // From here on it is known to exist, whatever becomes of the update.
    if (ts) await recordFound(db, notice, { channelId: place.channelId, ts })
  }
  if (ts) {
    const message = { ...place, channelId: notice.channelId ?? place.channelId, ts }
    const updated = await plainerUntilTaken(rendered, ports.renderer, (form) =>
      messenger.update(message, form, mark),
    )
    if (updated.ok) return delivered(notice, context, message)
    if (updated.reason !== 'gone') return settle(notice, context, updated)
    await recordFound(db, notice, { channelId: null, ts: null })
  }
  const posted = await plainerUntilTaken(rendered, ports.renderer, (form) =>
    messenger.post(place, form, mark),
  )
  if (!posted.ok) return settle(notice, context, posted)
  return delivered(notice, context, { channelId: place.channelId, ts: posted.ts })
}

/** What the newest blocks cannot carry everywhere is said again with less, in the end in words alone. */
async function plainerUntilTaken<Answer extends { ok: boolean; reason?: string }>(
  message: OutgoingMessage,
  renderer: Renderer,
  send: (message: OutgoingMessage) => Promise<Answer>,
): Promise<Exclude<Answer, { reason: 'refused-blocks' }>> {
  for (let form: OutgoingMessage | null = message; form; form = renderer.plainer(form)) {
    const answer = await send(form)
    if (answer.ok || answer.reason !== 'refused-blocks')
      return answer as Exclude<Answer, { reason: 'refused-blocks' }>
  }
  throw new Error('Slack refused the message even as plain text.')
}

async function delivered(
  notice: Notice,
  context: Context,
  message: { channelId: string; ts: string },
): Promise<Delivery> {
  await recordDelivered(context.db, notice, message, context.clock.now())
  return 'delivered'
}

/** Slack answered clearly, and did not post: the claim goes back without a doubt. */
async function settle(
  notice: Notice,
  context: Context,
  refusal: RateLimited | Unreachable,
): Promise<Delivery> {
  if (refusal.reason === 'unreachable') return giveUp(notice, context, refusal)
  await releaseNotice(context.db, notice, false)
  return postpone(notice, context, refusal)
}

async function giveUp(notice: Notice, context: Context, { problem }: Unreachable): Promise<Delivery> {
  await context.db.transaction(async (tx) => {
    await settleNotice(tx, notice, 'failed', problem)
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
    context.queue.enqueueDeliveries(tx, [{ workspaceId, noticeKey }], {
      afterSeconds: Math.ceil(retryAfterSeconds),
    }),
  )
  return 'postponed'
}

async function placeOf(
  notice: Notice,
  context: Context,
  messenger: Messenger,
): Promise<({ ok: true } & Place) | Unreachable | RateLimited> {
  const { workspaceId } = notice
  if (notice.toChannelId) return { ok: true, workspaceId, channelId: notice.toChannelId }
  if (!notice.toUserId) throw new Error(`The notice ${notice.noticeKey} has no audience.`)
  const person = await findPerson(context.db, workspaceId, notice.toUserId)
  if (person?.deactivated) return { ok: false, reason: 'unreachable', problem: 'cannot-message-member' }
  if (person?.dmChannelId) return { ok: true, workspaceId, channelId: person.dmChannelId }
  const opened = await messenger.openDm(workspaceId, notice.toUserId)
  if (!opened.ok) return opened
  await saveDmChannel(context.db, workspaceId, notice.toUserId, opened.channelId)
  return { ok: true, workspaceId, channelId: opened.channelId }
}

/** Private messages in the reader's language, a channel's in its team's. */
async function localeOf(notice: Notice, context: Context, otherwise: Locale): Promise<Locale> {
  if (notice.toUserId)
    return (await findPerson(context.db, notice.workspaceId, notice.toUserId))?.locale ?? otherwise
  if (!notice.teamId) return otherwise
  const today = context.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  return (await settingsOn(context.db, notice.workspaceId, notice.teamId, today))?.locale ?? otherwise
}
