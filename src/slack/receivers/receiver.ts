// What listeners of every kind share: who acts, how to answer them, and how long Slack waits.
import type { z } from 'zod'
import type { Context } from '../../core/context.ts'
import { reasonOf } from '../../core/fault-reason.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Translate, Translator } from '../../core/i18n/translate.ts'
import type { Person } from '../../core/person.ts'
import type { ModalView, RenderedMessage } from '../blocks.ts'
import { degrade, isPlain } from '../degrade.ts'
import type { Handlers } from '../handlers.ts'
import { drawHome, type HomeSection } from '../home.ts'
import { mrkdwn } from '../mrkdwn.ts'
import type { Replies } from '../replies.ts'
import type { ShortcutRequest } from '../requests.ts'

export type PayloadKind = 'command' | 'action' | 'submit' | 'shortcut'
export type Acknowledge = (response?: object) => Promise<void>

export interface ReceiverContext {
  context: Context
  /** Null: nobody knows them. */
  ensurePerson(workspaceId: string, userId: string): Promise<Person | null>
  replies: Replies
  handlers: Handlers
  home: readonly HomeSection[]
  translator: Translator
  workspaceId: string
  botUserId: string
  defaultLocale: Locale
  /** In which language people were spoken to last: for the sentence that says the database is away. */
  languages: Map<string, Locale>
}

/** Slack gives up after 3 s. */
const ACK_WITHIN_MS = 2500
const LANGUAGES_KEPT = 10_000

/** False: it still runs, and Slack has to be told something now. */
export async function finishesInTime(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<false>((done) => {
    timer = setTimeout(done, ACK_WITHIN_MS, false)
  })
  try {
    return await Promise.race([work.then(() => true), tooLong])
  } finally {
    clearTimeout(timer)
  }
}

/** When the work is done, or just before Slack's patience ends; resolves with the work. */
export async function acknowledgeInTime(work: Promise<unknown>, ack: Acknowledge): Promise<void> {
  await finishesInTime(work)
  await ack()
  await work
}

/** Null: not one of this workspace's people (a guest of another one in a shared channel, a bot, unknown to Slack). */
export async function findActingPerson(
  receiver: ReceiverContext,
  user: { id: string; team_id?: string | undefined },
  workspaceId: string,
): Promise<Person | null> {
  if (workspaceId !== receiver.workspaceId || (user.team_id ?? workspaceId) !== workspaceId) return null
  const person = await receiver.ensurePerson(workspaceId, user.id)
  if (!person || person.isBot || person.deactivated) return null
  const { languages } = receiver
  if (languages.size >= LANGUAGES_KEPT) languages.clear()
  languages.set(person.userId, person.locale)
  return person
}

/** The reader's language as far as it is known without asking anyone. */
export const translateFor = (receiver: ReceiverContext, userId: string): Translate =>
  receiver.translator(receiver.languages.get(userId) ?? receiver.defaultLocale)

/** The part of a call that every kind has. */
export function baseRequest(receiver: ReceiverContext, who: Person, triggerId: string): ShortcutRequest {
  const { replies, context } = receiver
  return {
    who,
    now: context.clock.now(),
    t: receiver.translator(who.locale),
    open: (view) => replies.open(who.workspaceId, triggerId, view),
  }
}

/** Draws the person's Home tab. */
export async function redrawHome(receiver: ReceiverContext, who: Person): Promise<void> {
  const { replies, context, home, translator } = receiver
  const view = await drawHome(home, who, translator(who.locale), context)
  await replies.publishHome(who.workspaceId, who.userId, view)
}

/** Null: not the shape that Slack sends. The log is told where, and not what; nothing is done. */
export function readPayload<Schema extends z.ZodType>(
  receiver: ReceiverContext,
  kind: PayloadKind | 'event',
  schema: Schema,
  body: unknown,
): z.output<Schema> | null {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  logInvalidPayload(receiver, kind, read.error)
  return null
}

export function logInvalidPayload(
  { context }: ReceiverContext,
  kind: PayloadKind | 'event',
  { issues }: z.ZodError,
): void {
  const at = issues[0]?.path.join('.').slice(0, 100)
  context.log.warn({ kind, at }, 'a payload of another shape than Slack sends')
}

/** Never what was typed or clicked: ids and the fault's own words. */
export function logFault(
  receiver: ReceiverContext,
  kind: PayloadKind | 'event',
  name: string,
  fault: unknown,
): void {
  receiver.context.log.error({ kind, name, reason: reasonOf(fault) }, 'a listener failed')
}

export const textMessage = (text: string): RenderedMessage => ({
  text,
  blocks: [{ type: 'section', text: mrkdwn(text) }],
})

/** A message as a modal, for where there is no message to answer beside. */
export const messageAsModal = (message: RenderedMessage): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'Pacesetter' },
  // Modals take neither tables nor charts.
  blocks: [...(isPlain(message) ? message : (degrade(message) ?? message)).blocks] as ModalView['blocks'],
})
