// Registers the handlers of all features on the app that Slack's payloads come in by.
import type { App } from '@slack/bolt'
import { onAction } from './receivers/on-action.ts'
import { onCommand } from './receivers/on-command.ts'
import { onEvent } from './receivers/on-event.ts'
import { onShortcut } from './receivers/on-shortcut.ts'
import { onSubmit } from './receivers/on-submit.ts'
import type { Acknowledge, PayloadKind, ReceiverContext } from './receivers/receiver.ts'

const COMMAND = '/kpi'
const ANYTHING = /[\s\S]*/

export interface Listeners {
  /** Nothing is in hand: everyone who asked has been answered. */
  settled(): Promise<void>
}

/** `observeAck` is told how many seconds a person waited for the acknowledgement. */
export function register(
  app: App,
  receiver: ReceiverContext,
  observeAck: (kind: PayloadKind, seconds: number) => void,
): Listeners {
  const inHand = new Set<Promise<void>>()
  const hold = (work: Promise<void>) => {
    const held = work.finally(() => inHand.delete(held))
    inHand.add(held)
    return held
  }
  const timed = (kind: PayloadKind, ack: unknown): Acknowledge => {
    const from = performance.now()
    return async (response) => {
      observeAck(kind, (performance.now() - from) / 1000)
      await (ack as Acknowledge)(response)
    }
  }
  app.command(COMMAND, ({ body, ack }) => hold(onCommand(body, timed('command', ack), receiver)))
  // By everything, not by name: also a button of a message that an older version sent gets its acknowledgement.
  app.action(ANYTHING, ({ body, ack }) => hold(onAction(body, timed('action', ack), receiver)))
  app.view(ANYTHING, ({ body, ack }) => hold(onSubmit(body, timed('submit', ack), receiver)))
  app.shortcut(ANYTHING, ({ body, ack }) => hold(onShortcut(body, timed('shortcut', ack), receiver)))
  for (const type of Object.keys(receiver.handlers.events))
    app.event(type, ({ body }) => hold(onEvent(body, receiver)))
  return {
    settled: async () => {
      while (inHand.size > 0) await Promise.allSettled(inHand)
    },
  }
}
