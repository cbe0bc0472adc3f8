// Registers the receivers on Bolt's app; they find the handlers of all features.
import type { App } from '@slack/bolt'
import { onAction } from './receivers/on-action.ts'
import { onCommand } from './receivers/on-command.ts'
import { onEvent } from './receivers/on-event.ts'
import { onShortcut } from './receivers/on-shortcut.ts'
import { onSubmit } from './receivers/on-submit.ts'
import type { Acknowledge, PayloadKind, ReceiverContext } from './receivers/receiver.ts'

const COMMAND = '/kpi'
const ANY_ID = /[\s\S]*/

export interface Listeners {
  /** Resolves when no request is in progress. */
  settled(): Promise<void>
}

/** `observeAck` gets the seconds from a payload's arrival to its acknowledgement. */
export function register(
  app: App,
  receiver: ReceiverContext,
  observeAck: (kind: PayloadKind, seconds: number) => void,
): Listeners {
  const inProgress = new Set<Promise<void>>()
  const track = (work: Promise<void>) => {
    const tracked = work.finally(() => inProgress.delete(tracked))
    inProgress.add(tracked)
    return tracked
  }
  const timed = (kind: PayloadKind, ack: unknown): Acknowledge => {
    const from = performance.now()
    return async (response) => {
      observeAck(kind, (performance.now() - from) / 1000)
      await (ack as Acknowledge)(response)
    }
  }
  const inBackground = { ...receiver, background: (work: Promise<void>) => void track(work) }
  app.command(COMMAND, ({ body, ack }) => track(onCommand(body, timed('command', ack), receiver)))
  // Matches every id, so that a button from an older version's message is acknowledged too.
  app.action(ANY_ID, ({ body, ack }) => track(onAction(body, timed('action', ack), inBackground)))
  app.view(ANY_ID, ({ body, ack }) => track(onSubmit(body, timed('submit', ack), receiver)))
  app.shortcut(ANY_ID, ({ body, ack }) => track(onShortcut(body, timed('shortcut', ack), receiver)))
  for (const type of Object.keys(receiver.handlers.events))
    app.event(type, ({ body }) => track(onEvent(body, inBackground)))
  return {
    settled: async () => {
      while (inProgress.size > 0) await Promise.allSettled(inProgress)
    },
  }
}
