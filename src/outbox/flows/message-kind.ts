// What a feature says about one kind of message: what it is about, what it shows, and how it is written.
import type { Queryable } from '../../core/db/client.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { OutgoingMessage } from '../../slack/messenger.ts'
import type { OutboxMessage } from '../db/messages.ts'
import type { MessageKind, MessageSubjects } from '../domain/message.ts'

/** A message of one kind, as it lies in the outbox. */
export type Message<Kind extends MessageKind> = Omit<OutboxMessage, 'kind' | 'subject'> & {
  kind: Kind
  subject: MessageSubjects[Kind]
}

interface Definition<Kind extends MessageKind, Facts> {
  kind: Kind
  /** Throws where what was stored is not such a subject: the message is tried again, then given up with that reason. */
  subject: { parse(stored: unknown): MessageSubjects[Kind] }
  /** Called when the message is about to be sent. Null: there is nothing to show any more (the day is over, the person left); it is dropped. */
  load(db: Queryable, message: Message<Kind>, now: Temporal.Instant): Promise<Facts | null>
  render(facts: Facts, t: Translate): OutgoingMessage
}

/** The same for all kinds alike. */
export interface AnyMessageKind {
  kind: string
  load(db: Queryable, message: OutboxMessage, now: Temporal.Instant): Promise<object | null>
  render(facts: never, t: Translate): OutgoingMessage
}

export function messageKind<Kind extends MessageKind, Facts extends object>({
  kind,
  subject,
  load,
  render,
}: Definition<Kind, Facts>): AnyMessageKind {
  return {
    kind,
    load: (db, message, now) => load(db, { ...message, kind, subject: subject.parse(message.subject) }, now),
    render,
  }
}

/** By name. Two features with one kind are a mistake that stops the start. */
export function joinMessageKinds(kinds: readonly AnyMessageKind[]): ReadonlyMap<string, AnyMessageKind> {
  const joined = new Map<string, AnyMessageKind>()
  for (const one of kinds) {
    if (joined.has(one.kind)) throw new Error(`Two features have messages of the kind ${one.kind}.`)
    joined.set(one.kind, one)
  }
  return joined
}
