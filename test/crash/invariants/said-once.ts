// No message is in Slack twice: neither with the same key nor with the same text in the same channel.
import type { Invariant, Said } from '../evidence.ts'

export const saidOnce: Invariant = ({ said }) => [
  ...repeated(said, ({ key }) => key).map(({ id, times }) => ({
    invariant: 'said once, by its key',
    what: `${times} messages carry the key ${id}`,
    about: [id],
  })),
  ...repeated(said.filter(isSaidOnce), ({ channelId, content }) => `${channelId} ${content}`).map(
    ({ id, times, first }) => ({
      invariant: 'said once, by its content',
      what: `${times} messages in one place read ${id.slice(0, 160)}`,
      about: [first.key],
    }),
  ),
  ...said
    .filter(({ key }) => key === '')
    .map((message) => ({
      invariant: 'said once, by its key',
      what: `a message without a key: ${message.content.slice(0, 160)}`,
      about: [message.channelId],
    })),
]

/** A warning that waits is said again in the same words: that is checked by its steps. */
const isSaidOnce = ({ key }: Said) => !key.startsWith('warning-note:')

function repeated(said: readonly Said[], idOf: (one: Said) => string) {
  return [...Map.groupBy(said, idOf)].flatMap(([id, all]) =>
    all.length > 1 ? [{ id, times: all.length, first: all[0]! }] : [],
  )
}
