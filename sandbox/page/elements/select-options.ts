// What a select menu offers: its own options, or the workspace's people and conversations.
import type { Element, Option } from '../../state/block-kit.ts'
import { withEmoji } from '../text/emoji.tsx'
import type { Viewer } from '../text/viewer.ts'

export interface Offer {
  /** An option's value, or an id. */
  value: string
  label: string
  detail?: string | undefined
  group?: string | undefined
}

export function offersOf(element: Element, viewer: Viewer): Offer[] {
  const kind = element.type.replace(/^multi_/, '')
  if (kind === 'users_select') return people(viewer)
  if (kind === 'channels_select') return conversations(viewer, ['public'])
  if (kind === 'conversations_select') return conversations(viewer, kindsWanted(element))
  return [
    ...(element.options ?? []).map((option) => offer(option)),
    ...(element.option_groups ?? []).flatMap((group) =>
      group.options.map((option) => offer(option, group.label.text)),
    ),
  ]
}

export function matching(offers: readonly Offer[], typed: string): Offer[] {
  const wanted = typed.trim().toLowerCase()
  return offers.filter(({ label, detail }) => `${label} ${detail ?? ''}`.toLowerCase().includes(wanted))
}

const offer = ({ value, text, description }: Option, group?: string): Offer => ({
  value,
  label: withEmoji(text.text),
  detail: description?.text,
  group,
})

const people = ({ people }: Viewer): Offer[] =>
  [...people.values()]
    .filter((person) => !person.isBot && !person.deleted)
    .map(({ id, realName, name }) => ({ value: id, label: realName, detail: name }))

function conversations({ channels, people, user }: Viewer, kinds: readonly string[]): Offer[] {
  return [...channels.values()]
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id, name, kind }) => {
      const other = name.split('-').find((one) => one !== user.id)
      const direct = kind === 'im' && other !== undefined ? people.get(other)?.realName : undefined
      return { value: id, label: direct ?? `#${name}` }
    })
}

function kindsWanted(element: Element): readonly string[] {
  const include = (element.filter as { include?: string[] } | undefined)?.include
  return include ?? ['public', 'private', 'im', 'mpim']
}
