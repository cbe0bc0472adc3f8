// All users of the workspace at the left edge: whose Slack is shown, and who has unread messages.
import { useRef } from 'react'
import type { Person, Unread } from '../client/types.ts'
import { cityOf } from '../client/zone-time.ts'
import { useViewer } from '../text/viewer.ts'
import { useLanguage } from '../words.ts'
import { Avatar } from './avatar.tsx'
import { languageName, shortName } from './names.ts'

export interface PersonRailProps {
  people: readonly Person[]
  unread: readonly Unread[]
  onSwitch(userId: string): void
}

export function PersonRail({ people, unread, onSwitch }: PersonRailProps) {
  const { words } = useLanguage()
  const rail = useRef<HTMLElement>(null)
  const step = (by: number) => {
    const all = [...(rail.current?.querySelectorAll('button') ?? [])]
    all[all.indexOf(document.activeElement as HTMLButtonElement) + by]?.focus()
  }
  return (
    <nav
      ref={rail}
      className="rail"
      aria-label={words.people}
      onKeyDown={({ key }) => (key === 'ArrowDown' ? step(1) : key === 'ArrowUp' ? step(-1) : undefined)}
    >
      {people.map((person) => (
        <PersonButton
          key={person.id}
          person={person}
          count={unread.filter(({ user }) => user === person.id).reduce((sum, one) => sum + one.count, 0)}
          onSwitch={onSwitch}
        />
      ))}
    </nav>
  )
}

function PersonButton({
  person,
  count,
  onSwitch,
}: {
  person: Person
  count: number
  onSwitch(userId: string): void
}) {
  const { words } = useLanguage()
  const { user } = useViewer()
  const about = useAbout(person)
  const short = shortName(person.realName)
  return (
    <button
      type="button"
      className="rail-person"
      aria-current={person.id === user.id}
      title={[person.realName, ...about].join(' · ')}
      onClick={() => onSwitch(person.id)}
    >
      <Avatar person={person} />
      <span className="rail-name">{short}</span>
      <span className="unseen">{[person.realName.slice(short.length), ...about].join(', ')} </span>
      {count > 0 && (
        <span className="badge">
          {count}
          <span className="unseen"> {words.newOnes}</span>
        </span>
      )}
    </button>
  )
}

/** Title, local time with its city, language: `09:02 Berlin`. */
export function useAbout(person: Person): string[] {
  const { tag } = useLanguage()
  const { now } = useViewer()
  const time = new Intl.DateTimeFormat(tag, {
    timeZone: person.tz,
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(now())
  return [person.title, `${time} ${cityOf(person.tz)}`, languageName(person.locale, tag)].filter(Boolean)
}
