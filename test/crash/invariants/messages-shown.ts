// Slack shows exactly the messages that the outbox has as delivered, in their latest version, and none waits.
import type { Invariant, Violation } from '../evidence.ts'

const invariant = 'what was decided is shown'

export const messagesShown: Invariant = ({ messages, said }) => {
  const byKey = new Map(said.map((message) => [message.key, message]))
  const violations: Violation[] = []
  for (const message of messages) {
    const { messageKey, state, version } = message
    const shown = byKey.get(messageKey)
    const wrong = (what: string) =>
      violations.push({ invariant, what: `${messageKey}: ${what}`, about: [messageKey] })
    if (state === 'dropped') {
      if (shown && message.ts !== shown.ts)
        wrong('dropped, and a message of it stands in Slack unknown to us')
      continue
    }
    if (state !== 'delivered')
      wrong(`still ${state} (version ${version}, ${message.failure ?? 'no failure'})`)
    else if (!shown) wrong('said to be delivered, and not there')
    else if (shown.ts !== message.ts || shown.channelId !== message.channelId)
      wrong('recorded at another place than where it stands')
    else if (shown.version !== version) wrong(`shows version ${shown.version} of ${version}`)
  }
  const known = new Set(messages.map(({ messageKey }) => messageKey))
  for (const { key } of said)
    if (!known.has(key))
      violations.push({ invariant, what: `${key} stands in Slack and in no outbox`, about: [key] })
  return violations
}
