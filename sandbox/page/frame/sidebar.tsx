// What the current user can open: channels, apps, direct messages, each with its unread mark.
import { type ReactNode, useState } from 'react'
import type { Conversation, Person } from '../client/types.ts'
import { useViewer } from '../text/viewer.ts'
import { useWords } from '../words.ts'
import { Avatar } from './avatar.tsx'
import { CreateChannel } from './create-channel.tsx'
import { Icon } from './icons.tsx'
import { useAbout } from './person-rail.tsx'

export interface SidebarProps {
  conversations: readonly Conversation[]
  apps: readonly Person[]
  /** A conversation's id, `app` or `home`. */
  place: string
  onOpen(place: string): void
}

export function Sidebar({ conversations, apps, place, onOpen }: SidebarProps) {
  const words = useWords()
  const { people, user } = useViewer()
  const [creating, setCreating] = useState(false)
  const channels = conversations.filter(({ is_im }) => !is_im)
  const direct = conversations.filter(
    ({ is_im, user: other }) => is_im && people.get(other ?? '')?.isBot === false,
  )
  const line = (channel: Conversation) => (
    <Line
      key={channel.id}
      current={place === channel.id}
      unread={channel.unread}
      onOpen={() => onOpen(channel.id)}
    >
      <Icon name={channel.is_private ? 'lock' : 'hash'} />
      {channel.name}
      {channel.is_private && <span className="unseen">({words.privateSign})</span>}
    </Line>
  )
  const others = channels.filter(({ is_member }) => !is_member)
  return (
    <aside className="sidebar" aria-label={words.channels}>
      <Me person={user} />
      <div className="sidebar-scroll">
        <Group
          title={words.channels}
          extra={
            <button
              type="button"
              className="icon-button"
              aria-label={words.createChannel}
              title={words.createChannel}
              onClick={() => setCreating(true)}
            >
              <Icon name="plus" />
            </button>
          }
        >
          {channels.filter(({ is_member }) => is_member).map(line)}
        </Group>
        {others.length > 0 && <Group title={words.otherChannels}>{others.map(line)}</Group>}
        <Group title={words.apps}>
          {apps.map((app) => {
            const dm = conversations.find(({ is_im, user: other }) => is_im && other === app.id)
            return (
              <Line
                key={app.id}
                current={place === 'app' || place === 'home'}
                unread={dm?.unread ?? 0}
                onOpen={() => onOpen('app')}
              >
                <Avatar person={app} size={20} />
                {app.realName}
              </Line>
            )
          })}
        </Group>
        {direct.length > 0 && (
          <Group title={words.directMessages}>
            {direct.map(({ id, unread, user: other }) => (
              <Line key={id} current={place === id} unread={unread} onOpen={() => onOpen(id)}>
                <Avatar person={people.get(other ?? '') ?? user} size={20} />
                {people.get(other ?? '')?.realName ?? user.realName}
              </Line>
            ))}
          </Group>
        )}
      </div>
      {creating && <CreateChannel onClose={() => setCreating(false)} onCreated={onOpen} />}
    </aside>
  )
}

function Me({ person }: { person: Person }) {
  const about = useAbout(person)
  return (
    <div className="me">
      <Avatar person={person} size={40} />
      <div>
        <div className="me-name">{person.realName}</div>
        <div className="me-about">{about.join(' · ')}</div>
      </div>
    </div>
  )
}

function Group({ title, extra, children }: { title: string; extra?: ReactNode; children: ReactNode }) {
  return (
    <section className="sidebar-group">
      <header>
        <h2>{title}</h2>
        {extra}
      </header>
      <ul>{children}</ul>
    </section>
  )
}

interface LineProps {
  current: boolean
  unread: number
  onOpen(): void
  children: ReactNode
}

function Line({ current, unread, onOpen, children }: LineProps) {
  const words = useWords()
  return (
    <li>
      <button
        type="button"
        className={unread > 0 ? 'line unread' : 'line'}
        aria-current={current ? 'page' : undefined}
        onClick={onOpen}
      >
        {children}
        {unread > 0 && (
          <span className="badge">
            {unread}
            <span className="unseen"> {words.newOnes}</span>
          </span>
        )}
      </button>
    </li>
  )
}
