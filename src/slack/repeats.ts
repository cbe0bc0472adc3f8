// What a person did once and Slack delivered twice is carried out once, and answered the same both times.
import type { ReceiverEvent } from '@slack/bolt'

/** Slack repeats within seconds; a recorded request is refused after five minutes by its timestamp. */
const KEPT = 2000

type Process = (event: ReceiverEvent) => Promise<void>

/**
 * By trigger id: each command, click, submit and shortcut has one of its own. Events have none: they come again until
 * one was acknowledged, and what they lead to may happen twice.
 */
export function withoutRepeats(process: Process): Process {
  const answers = new Map<string, Promise<unknown>>()
  return async (event) => {
    const { trigger_id: triggerId } = event.body as { trigger_id?: unknown }
    if (typeof triggerId !== 'string' || triggerId === '') return process(event)
    const first = answers.get(triggerId)
    if (first) return event.ack(await first)
    const { promise, resolve } = Promise.withResolvers<unknown>()
    answers.set(triggerId, promise)
    if (answers.size > KEPT) answers.delete(answers.keys().next().value!)
    try {
      await process({
        ...event,
        ack: async (response) => {
          resolve(response)
          await event.ack(response)
        },
      })
    } catch (fault) {
      answers.delete(triggerId)
      throw fault
    } finally {
      resolve(undefined)
    }
  }
}
