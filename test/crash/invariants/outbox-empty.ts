// No message is to be sent, is being sent, or is claimed by a process once everything has settled.
import type { Invariant } from '../evidence.ts'

export const outboxEmpty: Invariant = ({ messages }) =>
  messages
    .filter(({ nextAttemptAt, isClaimed }) => nextAttemptAt !== null || isClaimed)
    .map(({ messageKey, state, attempts, nextAttemptAt, isClaimed }) => ({
      invariant: 'nothing is left in the outbox',
      what: `${messageKey} is ${state}${isClaimed ? ' and claimed' : ''}, next attempt at ${nextAttemptAt}, after ${attempts} that failed`,
      about: [messageKey],
    }))
