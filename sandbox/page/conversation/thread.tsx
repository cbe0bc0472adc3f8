// A thread at the side: the message that began it, its replies, and a field to answer.
import { useEffect, useRef } from 'react'
import type { Conversation, Message as MessageSeen, Screen } from '../client/types.ts'
import { useOperations } from '../client/use-operations.ts'
import { Icon } from '../frame/icons.tsx'
import { useWords } from '../words.ts'
import { Composer } from './composer.tsx'
import { MessageList } from './message-list.tsx'
import { sendText } from './send-text.ts'
import { useTitle } from './use-title.ts'

export interface ThreadProps {
  parent: MessageSeen
  conversation: Conversation
  screen: Screen
  askedAt: number
  draft: string
  onDraft(text: string): void
  onClose(): void
}

export function Thread({ parent, conversation, screen, askedAt, draft, onDraft, onClose }: ThreadProps) {
  const words = useWords()
  const { perform } = useOperations()
  const title = useTitle(conversation)
  const cross = useRef<HTMLButtonElement>(null)
  useEffect(() => cross.current?.focus(), [])
  const messages = conversation.messages.filter(
    ({ ts, thread_ts }) => ts === parent.ts || thread_ts === parent.ts,
  )
  return (
    <aside
      className="thread"
      aria-label={words.thread}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <header className="pane-head">
        <h2>{words.thread}</h2>
        <span className="faint">{title}</span>
        <button
          ref={cross}
          type="button"
          className="icon-button last"
          aria-label={words.closeThread}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <MessageList messages={messages} conversation={conversation} askedAt={askedAt} />
      <Composer
        label={words.replyIn}
        draft={draft}
        onDraft={onDraft}
        onSend={(text) => void sendText(perform, conversation, text, parent.ts)}
        commands={screen.commands}
        shortcuts={[]}
      />
    </aside>
  )
}
