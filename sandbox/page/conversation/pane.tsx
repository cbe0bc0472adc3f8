// The main pane: a channel, a direct message, or the app with its two tabs; beside it a thread if one is open.
import { type ReactNode, useEffect, useState } from 'react'
import type { Conversation, Screen } from '../client/types.ts'
import { useOperations } from '../client/use-operations.ts'
import { useViewer } from '../text/viewer.ts'
import { useWords } from '../words.ts'
import { AppHome } from './app-home.tsx'
import { Composer } from './composer.tsx'
import { MessageList } from './message-list.tsx'
import { PaneHead } from './pane-head.tsx'
import { sendText } from './send-text.ts'
import { Thread } from './thread.tsx'
import { useTitle } from './use-title.ts'

export interface PaneProps {
  screen: Screen
  askedAt: number
  /** A conversation's id, `app` or `home`. */
  place: string
  drafts: Readonly<Record<string, string>>
  onDraft(place: string, text: string): void
  onOpen(place: string): void
  tour: ReactNode
}

export function Pane({ screen, askedAt, place, drafts, onDraft, onOpen, tour }: PaneProps) {
  const { bot } = useViewer()
  const { perform } = useOperations()
  const [threadTs, setThreadTs] = useState<string | null>(null)
  const isApp = place === 'app' || place === 'home'
  const conversation = screen.conversations.find((one) =>
    isApp ? one.is_im && one.user === bot?.id : one.id === place,
  )
  const unread = place === 'home' ? 0 : (conversation?.unread ?? 0)
  const missing = isApp && conversation === undefined && bot !== null
  useEffect(() => {
    // Without a channel it is the direct message with the app, which opens it.
    if (unread > 0 || missing) void perform('read', { channel: conversation?.id })
  }, [unread, missing, conversation?.id, perform])
  const parent = conversation?.messages.find(({ ts }) => ts === threadTs)
  return (
    <main className={parent ? 'pane with-thread' : 'pane'}>
      <div className="pane-main">
        <PaneHead conversation={conversation} place={place} onOpen={onOpen} />
        {tour}
        {place === 'home' ? (
          <AppHome home={screen.home} askedAt={askedAt} />
        ) : (
          conversation && (
            <Talk
              key={conversation.id}
              conversation={conversation}
              screen={screen}
              askedAt={askedAt}
              draft={drafts[conversation.id] ?? ''}
              onDraft={(text) => onDraft(conversation.id, text)}
              onThread={setThreadTs}
            />
          )
        )}
      </div>
      {conversation && parent && place !== 'home' && (
        <Thread
          parent={parent}
          conversation={conversation}
          screen={screen}
          askedAt={askedAt}
          draft={drafts[parent.ts] ?? ''}
          onDraft={(text) => onDraft(parent.ts, text)}
          onClose={() => setThreadTs(null)}
        />
      )}
    </main>
  )
}

interface TalkProps {
  conversation: Conversation
  screen: Screen
  askedAt: number
  draft: string
  onDraft(text: string): void
  onThread(ts: string): void
}

function Talk({ conversation, screen, askedAt, draft, onDraft, onThread }: TalkProps) {
  const words = useWords()
  const { perform } = useOperations()
  const title = useTitle(conversation)
  // A reply stands in its thread; only a broadcast shows in the channel as well.
  const shown = conversation.messages.filter(
    ({ thread_ts, ts, subtype }) =>
      thread_ts === undefined || thread_ts === ts || subtype === 'thread_broadcast',
  )
  const outside = !conversation.is_im && conversation.is_member === false
  return (
    <>
      <MessageList messages={shown} conversation={conversation} askedAt={askedAt} onThread={onThread} />
      {outside ? (
        <div className="outside">
          {words.notMember(conversation.name ?? '')}
          <button
            type="button"
            className="button primary"
            onClick={() => void perform('join', { channel: conversation.id })}
          >
            {words.join}
          </button>
        </div>
      ) : conversation.is_archived ? (
        <div className="outside">{words.archived}</div>
      ) : (
        <Composer
          label={words.messageTo(title)}
          draft={draft}
          onDraft={onDraft}
          onSend={(text) => void sendText(perform, conversation, text)}
          commands={screen.commands}
          shortcuts={screen.shortcuts.filter(({ type }) => type === 'global')}
        />
      )}
    </>
  )
}
