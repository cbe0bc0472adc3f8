// One message: who wrote it and when, what it says, and what can be done with it.

import { Blocks } from '../blocks/block.tsx'
import type { Conversation, Message as MessageSeen } from '../client/types.ts'
import { ElementHostProvider } from '../elements/element-host.ts'
import { useNewElementHost } from '../elements/use-new-element-host.ts'
import { Avatar } from '../frame/avatar.tsx'
import { Icon } from '../frame/icons.tsx'
import { Emoji } from '../text/emoji.tsx'
import { Mrkdwn } from '../text/mrkdwn.tsx'
import { useViewer } from '../text/viewer.ts'
import { useWords } from '../words.ts'
import { Attachments } from './attachments.tsx'
import { Files } from './files.tsx'

export interface MessageProps {
  message: MessageSeen
  conversation: Conversation
  askedAt: number
  /** Written right after another one by the same user: without picture and name. */
  joined: boolean
  /** Absent where a thread cannot be opened: within one. */
  onThread?: (ts: string) => void
}

const NO_VALUES = {}

export function Message({ message, conversation, askedAt, joined, onThread }: MessageProps) {
  const { people } = useViewer()
  const words = useWords()
  const values = message.values ?? NO_VALUES
  const host = useNewElementHost({ at: conversation.id, ts: message.ts, values, askedAt })
  const writer = people.get(message.user) ?? { id: message.user, realName: 'Slackbot', isBot: true }
  if (message.subtype === 'channel_join') return <Note message={message} />
  const canThread = onThread !== undefined && !message.ephemeral
  return (
    <article
      className={['message', joined ? 'joined' : '', message.ephemeral ? 'ephemeral' : ''].join(' ')}
      aria-label={writer.realName}
    >
      <div className="message-side">{joined ? <TimeOf ts={message.ts} /> : <Avatar person={writer} />}</div>
      <div className="message-main">
        {message.ephemeral && (
          <div className="only-you">
            <Icon name="eye" />
            {words.onlyYou}
          </div>
        )}
        {!joined && (
          <div className="message-head">
            <span className="message-name">{writer.realName}</span>
            {writer.isBot && <span className="app-sign">{words.app}</span>}
            <TimeOf ts={message.ts} />
          </div>
        )}
        <ElementHostProvider value={host}>
          {message.blocks && message.blocks.length > 0 ? (
            <Blocks blocks={message.blocks} />
          ) : (
            <Mrkdwn text={message.text} />
          )}
          <Attachments attachments={message.attachments ?? []} />
          <Files files={message.files ?? []} />
        </ElementHostProvider>
        {message.edited && <span className="edited">{words.edited}</span>}
        <Reactions message={message} />
        {canThread && (message.reply_count ?? 0) > 0 && <ThreadLine message={message} onThread={onThread} />}
      </div>
      {canThread && (
        <div className="message-tools">
          <button
            type="button"
            className="icon-button"
            aria-label={words.replyInThread}
            title={words.replyInThread}
            onClick={() => onThread(message.ts)}
          >
            <Icon name="thread" />
          </button>
        </div>
      )}
    </article>
  )
}

export function TimeOf({ ts }: { ts: string }) {
  const { locale, user } = useViewer()
  const instantMs = Number(ts) * 1000
  const show = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: user.tz, ...options }).format(instantMs)
  return (
    <time
      className="time"
      dateTime={new Date(instantMs).toISOString()}
      title={show({ dateStyle: 'full', timeStyle: 'medium' })}
    >
      {show({ timeStyle: 'short', hourCycle: 'h23' })}
    </time>
  )
}

function Note({ message }: { message: MessageSeen }) {
  return (
    <div className="note">
      <Mrkdwn text={message.text} />
      <TimeOf ts={message.ts} />
    </div>
  )
}

function Reactions({ message: { reactions = [] } }: { message: MessageSeen }) {
  if (reactions.length === 0) return null
  return (
    <div className="reactions">
      {reactions.map(({ name, count }) => (
        <span key={name} className="reaction">
          <Emoji name={name} /> {count}
        </span>
      ))}
    </div>
  )
}

function ThreadLine({ message, onThread }: { message: MessageSeen; onThread(ts: string): void }) {
  const words = useWords()
  const { people } = useViewer()
  return (
    <button type="button" className="thread-line" onClick={() => onThread(message.ts)}>
      {(message.reply_users ?? []).slice(0, 4).map((id) => {
        const person = people.get(id)
        return person && <Avatar key={id} person={person} size={22} />
      })}
      {words.replies(message.reply_count ?? 0)}
    </button>
  )
}
