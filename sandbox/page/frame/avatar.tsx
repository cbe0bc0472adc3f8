// A user's picture: initials on a color of their own; a bot has bars.
import type { Person } from '../client/types.ts'
import { hueOf, initialsOf } from './names.ts'

export function Avatar({
  person,
  size = 36,
}: {
  person: Pick<Person, 'id' | 'realName' | 'isBot'>
  size?: number
}) {
  const style = { width: size, height: size, fontSize: Math.round(size * 0.4) }
  if (person.isBot)
    return (
      <span className="avatar bot" style={style} aria-hidden="true">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path d="M8 22v-5M16 22v-9M24 22V9" />
        </svg>
      </span>
    )
  return (
    // Drawn by the style sheet, so that initials are never read out or copied with the name.
    <span
      className="avatar"
      style={{ ...style, ['--hue' as string]: hueOf(person.id) }}
      data-initials={initialsOf(person.realName)}
      aria-hidden="true"
    />
  )
}
