// Emoji by their shortcodes; one that nobody knows stays as it was written.
import { get } from 'node-emoji'

const SKINS = ['🏻', '🏼', '🏽', '🏾', '🏿']

/** Names of Slack's that the library does not have. */
const ALSO: Readonly<Record<string, string>> = {
  envelope: '✉️',
  pencil: '📝',
  large_brown_circle: '🟤',
  large_green_circle: '🟢',
  large_orange_circle: '🟠',
  large_purple_circle: '🟣',
  large_yellow_circle: '🟡',
}

export function emojiFor(shortcode: string): string | undefined {
  const [name = '', skin] = shortcode.split('::skin-tone-')
  const found = get(name) ?? ALSO[name]
  return found === undefined ? undefined : found + (SKINS[Number(skin) - 2] ?? '')
}

export function Emoji({ name }: { name: string }) {
  const character = emojiFor(name)
  if (character === undefined) return <>:{name}:</>
  return (
    <span role="img" aria-label={name.replaceAll('_', ' ')} className="emoji">
      {character}
    </span>
  )
}

/** For plain text, where shortcodes are the only thing that is not literal. */
export function withEmoji(text: string): string {
  return text.replaceAll(/:([\w+'-]+(?:::skin-tone-\d)?):/g, (whole, name: string) => emojiFor(name) ?? whole)
}
