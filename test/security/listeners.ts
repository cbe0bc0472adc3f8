// Passes payloads to the bot's real receivers on a real database, and records every reply.

import { expect } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import type { Context, Log } from '../../src/core/context.ts'
import type { Database } from '../../src/core/db/client.ts'
import { IN_FORM, openAnswer } from '../../src/help/flows/open-answer.ts'
import { ensurePerson } from '../../src/org/flows/ensure-person.ts'
import type { HomeView, ModalView } from '../../src/slack/blocks.ts'
import { onAction } from '../../src/slack/receivers/on-action.ts'
import { onCommand } from '../../src/slack/receivers/on-command.ts'
import { onEvent } from '../../src/slack/receivers/on-event.ts'
import { onShortcut } from '../../src/slack/receivers/on-shortcut.ts'
import { onSubmit } from '../../src/slack/receivers/on-submit.ts'
import type { ReceiverContext } from '../../src/slack/receivers/receiver.ts'
import type { FormState } from '../../src/slack/requests.ts'
import { HOME } from './world.ts'

/** An action of a person; ids and values can be forged. */
export type Move =
  | { kind: 'command'; text: string; channelId: string }
  | { kind: 'action'; actionId: string; value?: string; channelId?: string; view?: MoveView; more?: object }
  | { kind: 'submit'; callbackId: string; metadata: string; state: FormState }
  | { kind: 'shortcut'; name: string }
  | { kind: 'home' }
  /** Written to the bot in its direct messages. */
  | { kind: 'message'; text: string; ts?: string; more?: object }
export interface MoveView {
  metadata: string
  state?: FormState
}

export interface Heard {
  /** All replies of any kind, in order. */
  told: unknown[]
  views: (ModalView | HomeView)[]
  /** Lines of the log from `warn` on. */
  warnings: object[]
  errors: object[]
}

export interface By {
  userId: string
  workspaceId: string
}

type Listener = (
  body: unknown,
  ack: (response?: object) => Promise<void>,
  receiver: ReceiverContext,
) => Promise<void>

/** @param by the user id and workspace id in the payload */
export async function perform(context: Context, by: By, move: Move): Promise<Heard> {
  const { kind, body } = payloadOf(by, move)
  return hand(context, kind, body)
}

const LISTENERS: Record<'command' | 'action' | 'submit' | 'shortcut' | 'event', Listener> = {
  command: onCommand,
  action: onAction,
  submit: onSubmit,
  shortcut: onShortcut,
  event: (body, _ack, receiver) => onEvent(body, receiver),
}
export type ListenerKind = keyof typeof LISTENERS

/** Passes any payload to a receiver; `replies` take the place of those that record. */
export async function hand(
  context: Context,
  kind: ListenerKind,
  body: unknown,
  replies: Partial<ReceiverContext['replies']> = {},
): Promise<Heard> {
  const heard: Heard = { told: [], views: [], warnings: [], errors: [] }
  const ack = async (response?: object) => {
    if (response) noteAck(heard, response)
  }
  const receiver = listen(context, heard)
  const inBackground: Promise<void>[] = []
  await LISTENERS[kind](body, ack, {
    ...receiver,
    replies: { ...receiver.replies, ...replies },
    background: (work) => void inBackground.push(work),
  })
  await Promise.all(inBackground)
  return heard
}

/** The payload that Slack would send for the action. */
export function payloadOf(
  { userId, workspaceId }: By,
  move: Move,
): { kind: ListenerKind; body: Record<string, unknown> } {
  const base = { team: { id: workspaceId }, user: { id: userId, team_id: workspaceId }, trigger_id: 't.1' }
  const response_url = 'https://slack/r'
  switch (move.kind) {
    case 'command': {
      const { text, channelId: channel_id } = move
      const who = { team_id: workspaceId, user_id: userId, trigger_id: 't.1' }
      return { kind: 'command', body: { ...who, channel_id, text, response_url } }
    }
    case 'action': {
      const { actionId, value, channelId, more, view } = move
      const action = { action_id: actionId, ...(value === undefined ? {} : { value }), ...more }
      const channel = channelId ? { id: channelId } : null
      const place = view ? { view: viewOf('', view) } : { channel, response_url }
      return { kind: 'action', body: { ...base, ...place, actions: [action] } }
    }
    case 'submit':
      return { kind: 'submit', body: { ...base, view: viewOf(move.callbackId, move) } }
    case 'shortcut':
      return { kind: 'shortcut', body: { ...base, callback_id: move.name } }
    case 'message': {
      const { text, ts = '1.1', more } = move
      const event = {
        type: 'message',
        channel_type: 'im',
        channel: 'D0DIRECT',
        user: userId,
        text,
        ts,
        ...more,
      }
      return { kind: 'event', body: { team_id: workspaceId, event } }
    }
    case 'home': {
      const event = { type: 'app_home_opened', user: userId, tab: 'home' }
      return { kind: 'event', body: { team_id: workspaceId, event } }
    }
  }
}

const viewOf = (callbackId: string, { metadata, state }: MoveView) => ({
  ...{ id: 'V0FORGED', type: 'modal', hash: 'h', callback_id: callbackId, private_metadata: metadata },
  blocks: [],
  state: { values: state ?? {} },
})

/** The receivers as the bot runs them, in the workspace HOME. */
export function listen(context: Context, heard: Heard): ReceiverContext {
  const note = (what: unknown) => void heard.told.push(what)
  const show = (view: ModalView | HomeView) => {
    expect(checkView(view)).toEqual([])
    heard.views.push(view)
    note(view)
  }
  const log: Log = {
    debug: () => {},
    info: () => {},
    warn: (facts, message) => void heard.warnings.push({ ...facts, message }),
    error: (facts, message) => void heard.errors.push({ ...facts, message }),
  }
  const own: Context = { ...context, log }
  return {
    context: own,
    ensurePerson: (workspaceId, userId, rights) => ensurePerson(own, workspaceId, userId, rights),
    replies: {
      open: async (_workspace, _trigger, view, later) => {
        show(view)
        if (later) show(await later)
      },
      push: async (_workspace, _trigger, view, later) => {
        show(view)
        if (later) show(await later)
      },
      update: async (_workspace, _view, _hash, view, later) => {
        show(view)
        if (later) show(await later)
      },
      publishHome: async (_workspace, _user, view) => show(view),
      post: async (_workspace, _channel, message) => {
        expect(checkMessage(message)).toEqual([])
        note(message)
        return null
      },
      postLiving: async (_workspace, _channel, message) => {
        expect(checkMessage(message)).toEqual([])
        note(message)
        return { ts: '9.9' }
      },
      edit: async (_workspace, _place, message) => {
        expect(checkMessage(message)).toEqual([])
        note(message)
        return null
      },
      tell: async (_workspace, _user, message) => {
        expect(checkMessage(message)).toEqual([])
        note(message)
        return null
      },
      sendFile: async (_workspace, _user, file) => {
        note(file)
        return true
      },
      respond: async (_url, message) => {
        expect(checkMessage(message, 'webhook')).toEqual([])
        note(message)
      },
    },
    ...{ handlers: BOT.handlers, home: BOT.home, translator: BOT.translator },
    workspaceId: HOME,
    botUserId: 'U0PACESETTER',
    defaultLocale: 'en',
    openAnswer: (who) => openAnswer(own, who, IN_FORM),
    background: () => {},
    languages: new Map(),
    alsoOurs: new Set(),
  }
}

function noteAck(heard: Heard, response: object): void {
  heard.told.push(response)
  const { view, text, blocks } = response as { view?: ModalView; text?: string; blocks?: unknown }
  if (view) {
    expect(checkView(view)).toEqual([])
    heard.views.push(view)
  }
  if (blocks) expect(checkMessage({ text, blocks }, 'webhook')).toEqual([])
}

const ROLLED_BACK = Symbol('rolled back')

/** Runs it in a transaction that is rolled back, so that the next case starts from the same data. */
export async function tried<Result>(
  context: Context,
  attempt: (context: Context) => Promise<Result>,
): Promise<Result> {
  let result: Result | undefined
  await context.db
    .transaction(async (tx) => {
      result = await attempt({ ...context, db: tx as unknown as Database })
      throw ROLLED_BACK
    })
    .catch((fault: unknown) => {
      if (fault !== ROLLED_BACK) throw fault
    })
  return result as Result
}
