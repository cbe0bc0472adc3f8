// What is offered while one writes, which of it is chosen, and what the keys do with it.
import { type KeyboardEvent, useState } from 'react'
import type { Screen } from '../client/types.ts'
import { useViewer } from '../text/viewer.ts'
import { type Suggestion, suggestionsFor } from './suggestions.ts'

export interface Writing {
  draft: string
  commands: Screen['commands']
  onDraft(text: string): void
  /** Enter, with nothing of the list chosen. */
  onEnter(): void
}

export interface OfferedNow {
  items: readonly Suggestion[]
  /** Index of the one that Enter takes; -1 for none. */
  chosen: number
  write(text: string): void
  onKeyDown(event: KeyboardEvent): void
}

export function useSuggestions({ draft, commands, onDraft, onEnter }: Writing): OfferedNow {
  const { people } = useViewer()
  const [active, setActive] = useState<number | null>(null)
  const [hidden, setHidden] = useState(false)
  const { items, eager } = hidden
    ? { items: [], eager: false }
    : suggestionsFor(draft, commands, people.values())
  const chosen = active ?? (eager ? 0 : -1)
  const count = items.length

  function write(text: string) {
    setActive(null)
    setHidden(false)
    onDraft(text)
  }
  function onKeyDown(event: KeyboardEvent) {
    // While an input method composes, Enter and arrows are its own.
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (count > 0 && step !== 0)
      setActive(chosen < 0 && step < 0 ? count - 1 : (chosen + step + count) % count)
    else if (count > 0 && event.key === 'Tab' && !event.shiftKey) write(items[Math.max(0, chosen)]!.text)
    else if (count > 0 && event.key === 'Escape') setHidden(true)
    else if (event.key === 'Enter' && !event.shiftKey) {
      const item = items[chosen]
      if (item) write(item.text)
      else onEnter()
    } else return
    event.preventDefault()
  }
  return { items, chosen, write, onKeyDown }
}
