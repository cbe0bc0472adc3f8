// The head of the main pane: name, members, the app's tabs, and the way to add the app to a channel.
import type { Conversation } from '../client/types.ts'
import { useOperations } from '../client/use-operations.ts'
import { Avatar } from '../frame/avatar.tsx'
import { Icon } from '../frame/icons.tsx'
import { useViewer } from '../text/viewer.ts'
import { useWords } from '../words.ts'

export interface PaneHeadProps {
  conversation: Conversation | undefined
  place: string
  onOpen(place: string): void
}

export function PaneHead({ conversation, place, onOpen }: PaneHeadProps) {
  const words = useWords()
  const { bot, people } = useViewer()
  if (place === 'app' || place === 'home')
    return (
      <header className="pane-head">
        {bot && <Avatar person={bot} size={28} />}
        <h1>{bot?.realName ?? words.noApp}</h1>
        {bot && <span className="app-sign">{words.app}</span>}
        {bot && <Tabs place={place} onOpen={onOpen} />}
      </header>
    )
  if (conversation === undefined) return <header className="pane-head" />
  const other = conversation.is_im ? people.get(conversation.user ?? '') : undefined
  return (
    <header className="pane-head">
      {other ? (
        <Avatar person={other} size={28} />
      ) : (
        <Icon name={conversation.is_private ? 'lock' : 'hash'} />
      )}
      <h1>{other?.realName ?? conversation.name}</h1>
      {!conversation.is_im && <ChannelTools conversation={conversation} />}
    </header>
  )
}

function ChannelTools({ conversation }: { conversation: Conversation }) {
  const words = useWords()
  const { perform } = useOperations()
  const { bot, people } = useViewer()
  const names = conversation.members.map((id) => people.get(id)?.realName ?? id)
  const addable = bot !== null && conversation.is_member === true && !conversation.members.includes(bot.id)
  return (
    <div className="pane-tools">
      {addable && (
        <button
          type="button"
          className="button small"
          onClick={() => void perform('invite', { channel: conversation.id, people: ['the app'] })}
        >
          <Icon name="plus" />
          {words.addApp(bot.realName)}
        </button>
      )}
      <span className="member-count" title={names.join(', ')}>
        <Icon name="people" />
        {words.memberCount(names.length)}
      </span>
    </div>
  )
}

function Tabs({ place, onOpen }: { place: string; onOpen(place: string): void }) {
  const words = useWords()
  return (
    <nav className="tabs" aria-label={words.app}>
      {(
        [
          ['home', words.home],
          ['app', words.messages],
        ] as const
      ).map(([target, label]) => (
        <button
          key={target}
          type="button"
          aria-current={place === target ? 'page' : undefined}
          onClick={() => onOpen(target)}
        >
          {label}
        </button>
      ))}
    </nav>
  )
}
