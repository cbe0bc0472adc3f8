// Messages from old to new, a line between days, the newest in view.
import { Fragment, useEffect, useRef } from 'react'
import type { Conversation, Message as MessageSeen } from '../client/types.ts'
import { useViewer } from '../text/viewer.ts'
import { useWords } from '../words.ts'
import { Message } from './message.tsx'

/** Messages of one user within this time stand together. */
const TOGETHER_SECONDS = 300
/** From the bottom; nearer than this, a new message scrolls into view. */
const NEAR_BOTTOM_PX = 160

export interface MessageListProps {
  messages: readonly MessageSeen[]
  conversation: Conversation
  askedAt: number
  onThread?: (ts: string) => void
}

export function MessageList({ messages, conversation, askedAt, onThread }: MessageListProps) {
  const words = useWords()
  const { user } = useViewer()
  const list = useRef<HTMLElement>(null)
  const atBottom = useRef(true)
  const height = useRef(0)
  const newest = messages.at(-1)
  const isForMe = newest !== undefined && (newest.ephemeral || newest.user === user.id)
  useEffect(() => {
    // What one wrote, and the answer to it, comes into view wherever one was reading.
    if (newest?.ts !== undefined && isForMe) atBottom.current = true
  }, [newest?.ts, isForMe])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what arrived or was edited is what asks for a scroll
  useEffect(() => {
    if (atBottom.current && list.current) showEnd(list.current, isForMe)
  }, [newest?.ts, askedAt])
  const days = useDays(messages)
  return (
    <section
      ref={list}
      className="messages"
      aria-label={words.messages}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        // What an edit moves, which makes the list longer or shorter, is nobody's scrolling.
        const isMoved = scrollHeight !== height.current
        height.current = scrollHeight
        if (!isMoved) atBottom.current = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX
      }}
    >
      <div className="messages-in">
        {messages.length === 0 && <p className="empty">{words.empty}</p>}
        {messages.map((message, index) => {
          const newDay = days[index] !== days[index - 1]
          return (
            <Fragment key={message.ts}>
              {newDay && (
                <div className="day">
                  <span>{days[index]}</span>
                </div>
              )}
              <Message
                message={message}
                conversation={conversation}
                askedAt={askedAt}
                joined={!newDay && standsWith(message, messages[index - 1])}
                {...(onThread ? { onThread } : {})}
              />
            </Fragment>
          )
        })}
      </div>
    </section>
  )
}

/** The end of the list; of an answer that is higher than the window its beginning. */
function showEnd(list: HTMLElement, isForMe: boolean): void {
  const last = list.querySelector('.messages-in')?.lastElementChild
  const isTooHigh = isForMe && last instanceof HTMLElement && last.offsetHeight > list.clientHeight
  if (isTooHigh) last.scrollIntoView({ block: 'start' })
  else list.scrollTo({ top: list.scrollHeight })
}

/** The day of each message in the reader's zone and language; today is called so. */
function useDays(messages: readonly MessageSeen[]): string[] {
  const words = useWords()
  const { locale, user, now } = useViewer()
  const show = new Intl.DateTimeFormat(locale, {
    timeZone: user.tz,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
  const today = show.format(now())
  return messages.map(({ ts }) => {
    const day = show.format(Number(ts) * 1000)
    return day === today ? words.today : day
  })
}

const standsWith = (message: MessageSeen, last: MessageSeen | undefined) =>
  last !== undefined &&
  last.user === message.user &&
  last.subtype === message.subtype &&
  last.ephemeral === message.ephemeral &&
  Number(message.ts) - Number(last.ts) < TOGETHER_SECONDS
