// The list above the composer.
import { useWords } from '../words.ts'
import type { Suggestion } from './suggestions.ts'

export interface SuggestionListProps {
  id: string
  items: readonly Suggestion[]
  /** Index of the one that Enter takes; -1 for none. */
  chosen: number
  onPick(item: Suggestion): void
}

export function SuggestionList({ id, items, chosen, onPick }: SuggestionListProps) {
  const words = useWords()
  return (
    <div id={id} role="listbox" aria-label={words.suggestions} className="suggestions">
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which keeps the focus
        <div
          key={item.text}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={index === chosen ? 'offer active' : 'offer'}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(item)}
        >
          <span className="offer-label">{item.label}</span>
          {item.detail && <span className="faint">{item.detail}</span>}
        </div>
      ))}
    </div>
  )
}
