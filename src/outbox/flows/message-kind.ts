// How a feature defines one kind of message: its subject, how its facts are loaded, and how it is rendered.
import type { Queryable } from '../../core/db/client.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { OutgoingMessage } from '../../slack/messenger.ts'
import type { OutboxMessage } from '../db/messages.ts'
import type { MessageKind, MessageSubjects } from '../domain/message.ts'

/** A message of one kind, as stored in the outbox. */
export type Message<Kind extends MessageKind> = Omit<OutboxMessage, 'kind' | 'subject'> & {
  kind: Kind
  subject: MessageSubjects[Kind]
}

/** How a button ends: by a change, which edits the message, or when something falls due. */
type ButtonEnd =
  | { changes: string; dueKinds?: readonly string[] }
  /** It works as long as the message is kept. After that the sentence with this key answers the click. */
  | { lasts: string }

/** By action id. A message never has a button that is not here. */
type ButtonEnds = Readonly<Record<string, ButtonEnd>>

interface Definition<Kind extends MessageKind, Facts> {
  kind: Kind
  /** Parses the stored subject. Where it throws, the message is retried and finally given up with that reason. */
  subject: { parse(stored: unknown): MessageSubjects[Kind] }
  /** Called just before the message is sent. Null: nothing is left to show (the day is over, the person left), and the message is dropped. */
  load(db: Queryable, message: Message<Kind>, now: Temporal.Instant): Promise<Facts | null>
  render(facts: Facts, t: Translate): OutgoingMessage
  /** Missing: the messages have no buttons. */
  buttons?: ButtonEnds
}

/** A message kind without its type parameters, as the outbox uses it. */
export interface AnyMessageKind {
  kind: string
  load(db: Queryable, message: OutboxMessage, now: Temporal.Instant): Promise<object | null>
  render(facts: never, t: Translate): OutgoingMessage
  buttons: ButtonEnds
}

export function messageKind<Kind extends MessageKind, Facts extends object>({
  kind,
  subject,
  load,
  render,
  buttons = {},
}: Definition<Kind, Facts>): AnyMessageKind {
  return {
    kind,
    load: (db, message, now) => load(db, { ...message, kind, subject: subject.parse(message.subject) }, now),
    render,
    buttons,
  }
}

/** In the words of the team that the message is about: `checkinName` in its facts is what that team calls its check-in. */
export const renderMessage = (
  { render }: AnyMessageKind,
  facts: { checkinName?: string },
  t: Translate,
): OutgoingMessage => render(facts as never, t.calling(facts.checkinName))

/** By kind. Throws, which stops the start, where two features define the same kind. */
export function joinMessageKinds(kinds: readonly AnyMessageKind[]): ReadonlyMap<string, AnyMessageKind> {
  const joined = new Map<string, AnyMessageKind>()
  for (const one of kinds) {
    if (joined.has(one.kind)) throw new Error(`Two features define the message kind ${one.kind}.`)
    joined.set(one.kind, one)
  }
  return joined
}
