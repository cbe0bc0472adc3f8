// What all receivers share: identifying the person, replying, and acknowledging within Slack's 3 s.
import type { z } from 'zod'
import type { Context } from '../../core/context.ts'
import { reasonOf } from '../../core/fault-reason.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Translate, Translator } from '../../core/i18n/translate.ts'
import type { OpenedAnswer } from '../../core/opened-answer.ts'
import type { Person } from '../../core/person.ts'
import type { ModalView, RenderedMessage } from '../blocks.ts'
import { degrade, isPlain } from '../degrade.ts'
import type { Handlers } from '../handlers.ts'
import { drawHome, type HomeSection } from '../home.ts'
import { mrkdwn } from '../mrkdwn.ts'
import { isSlackFault } from '../refusals.ts'
import type { Replies } from '../replies.ts'
import type { LivingMessage, ShortcutRequest } from '../requests.ts'

export type PayloadKind = 'command' | 'action' | 'submit' | 'shortcut'
export type Acknowledge = (response?: object) => Promise<void>

export interface ReceiverContext {
  context: Context
  /** Null: neither our database nor Slack knows the user. */
  ensurePerson(workspaceId: string, userId: string, rights?: 'recent' | 'current'): Promise<Person | null>
  replies: Replies
  handlers: Handlers
  home: readonly HomeSection[]
  translator: Translator
  workspaceId: string
  botUserId: string
  defaultLocale: Locale
  /** The last known language by user id, for the error message when the database is down. */
  languages: Map<string, Locale>
  /** Keeps in the database that a form is shown whose answer is still being written. */
  openAnswer(who: Person): Promise<OpenedAnswer>
  /** Work that goes on after its request was acknowledged: what stops the bot waits for it. */
  background(work: Promise<void>): void
  /** Users who act under another team's id and belong to this workspace as well. */
  alsoOurs: Set<string>
}

/** Slack's timeout is 3 s. */
const ACK_TIMEOUT_MS = 2500
/** Well within the time after which nobody seems to write any more. */
const BEAT_MS = 10_000
const MAX_USERS = 10_000

/** False: the work still runs, and Slack needs its acknowledgement now. */
export async function finishesInTime(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<false>((done) => {
    timer = setTimeout(done, ACK_TIMEOUT_MS, false)
  })
  try {
    return await Promise.race([work.then(() => true), timeout])
  } finally {
    clearTimeout(timer)
  }
}

/** Acknowledges when the work is done, or just before Slack's timeout. Resolves when the work is done. */
export async function acknowledgeInTime(work: Promise<unknown>, ack: Acknowledge): Promise<void> {
  await finishesInTime(work)
  await ack()
  await work
}

/** `name`: of the action or submit that the person wants. Null: not a person of this workspace (of another one in a shared channel, a bot, deactivated, or unknown). */
export async function findActingPerson(
  receiver: ReceiverContext,
  user: { id: string; team_id?: string | undefined },
  workspaceId: string,
  name?: string,
): Promise<Person | null> {
  if (workspaceId !== receiver.workspaceId) return null
  // `team_id` may name the Enterprise organisation or another of its workspaces: then Slack is asked once.
  const elsewhere = user.team_id && user.team_id !== workspaceId
  if (elsewhere && !(await isAlsoOurs(receiver, user.id, user.team_id!))) return null
  const isSensitive = name !== undefined && receiver.handlers.sensitive.includes(name)
  const person = await receiver.ensurePerson(workspaceId, user.id, isSensitive ? 'current' : 'recent')
  if (!person || person.isBot || person.deactivated) return null
  const { languages } = receiver
  if (languages.size >= MAX_USERS) languages.clear()
  languages.set(person.userId, person.locale)
  return person
}

async function isAlsoOurs(
  { alsoOurs, context, workspaceId }: ReceiverContext,
  userId: string,
  teamId: string,
): Promise<boolean> {
  const key = `${userId} ${teamId}`
  if (alsoOurs.has(key)) return true
  if (!(await context.directory.person(workspaceId, userId, teamId))) return false
  if (alsoOurs.size >= MAX_USERS) alsoOurs.clear()
  alsoOurs.add(key)
  return true
}

/** Translates into the user's last known language, without a query. */
export const translateFor = (receiver: ReceiverContext, userId: string): Translate =>
  receiver.translator(receiver.languages.get(userId) ?? receiver.defaultLocale)

/** The part that requests of all kinds share. */
export function baseRequest(receiver: ReceiverContext, who: Person, triggerId: string): ShortcutRequest {
  const { context } = receiver
  return {
    who,
    now: context.clock.now(),
    t: receiver.translator(who.locale),
    triggerId,
    open: showing(receiver, who, triggerId, 'open'),
  }
}

/**
 * A form that says that something is being written does not say so for ever: its row goes when the text stands there or
 * the person has got it otherwise, and else stays, to be told by it.
 */
export const showing =
  (
    receiver: ReceiverContext,
    who: Person,
    triggerId: string,
    how: 'open' | 'push',
  ): ShortcutRequest['open'] =>
  async (view, later, closed) => {
    const show = receiver.replies[how]
    if (!later) return show(who.workspaceId, triggerId, view)
    const answer = await receiver.openAnswer(who).catch(async (fault: unknown) => {
      await closed?.()
      throw fault
    })
    let stood = false
    const stands = (viewId: string) => {
      stood = true
      return answer.stands(viewId)
    }
    const beat = setInterval(() => void answer.goesOn().catch(() => {}), BEAT_MS).unref()
    try {
      await show(who.workspaceId, triggerId, view, later, closed, stands)
    } catch (fault) {
      // Without another way, whoever called it says so of a form that was not shown.
      await closed?.()
      if (closed || !stood) await answer.close()
      throw fault
    } finally {
      clearInterval(beat)
    }
    await answer.close()
  }

/** Renders and publishes the person's Home tab. */
export async function redrawHome(receiver: ReceiverContext, who: Person): Promise<void> {
  const { replies, context, home, translator } = receiver
  const view = await drawHome(home, who, translator(who.locale), context)
  await replies.publishHome(who.workspaceId, who.userId, view)
}

/** Null: Slack does not take it. */
export async function postLiving(
  { replies, workspaceId, context }: ReceiverContext,
  channelId: string,
  message: RenderedMessage,
): Promise<LivingMessage | null> {
  const posted = await replies.postLiving(workspaceId, channelId, message)
  if ('reason' in posted) {
    context.log.warn({ reason: posted.reason }, 'reply refused by Slack')
    return null
  }
  const place = { channelId, ts: posted.ts }
  return { ts: posted.ts, edit: async (edited) => (await replies.edit(workspaceId, place, edited)) === null }
}

/** Null: the payload does not match the schema. Logs the path of the first mismatch, never its value. */
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
  context.log.warn({ kind, at }, 'invalid payload ignored')
}

/** Logs the handler's name and the error message, never what was typed or clicked. */
export function logHandlerError(
  receiver: ReceiverContext,
  kind: PayloadKind | 'event',
  name: string,
  fault: unknown,
): void {
  receiver.context.log.error({ kind, name, reason: reasonOf(fault) }, 'handler failed')
}

/** Tells whoever waits what went wrong: Slack does not answer us, or we failed. */
export const faultText = (fault: unknown, t: Translate): string =>
  t(isSlackFault(fault) ? 'common.slackFault' : 'common.fault')

export const textMessage = (text: string): RenderedMessage => ({
  text,
  blocks: [{ type: 'section', text: mrkdwn(text) }],
})

/** Shows a message as a modal, where there is no message beside which to reply. */
export const messageAsModal = (message: RenderedMessage): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'Pacesetter' },
  // Modals support neither tables nor charts.
  blocks: [...(isPlain(message) ? message : (degrade(message) ?? message)).blocks] as ModalView['blocks'],
})
