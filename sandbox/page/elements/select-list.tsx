// The open list of a select menu, in groups if it has them.
import { type CSSProperties, useEffect, useRef } from 'react'
import { Icon } from '../frame/icons.tsx'
import { useWords } from '../words.ts'
import type { Offer } from './select-options.ts'

export interface SelectListProps {
  id: string
  offers: readonly Offer[]
  /** Index of the one that Enter would take. */
  active: number
  chosen: readonly string[]
  several: boolean
  style: CSSProperties
  onPick(offer: Offer): void
}

export function SelectList({ id, offers, active, chosen, several, style, onPick }: SelectListProps) {
  const words = useWords()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={words.suggestions}
      aria-multiselectable={several}
      className="floating-list"
      style={style}
    >
      {offers.length === 0 && (
        <div role="option" aria-selected={false} aria-disabled tabIndex={-1} className="offer none">
          {words.nothingFound}
        </div>
      )}
      {offers.map((offer, index) => (
        <div key={offer.value} role="presentation">
          {offer.group !== offers[index - 1]?.group && offer.group && (
            <div role="presentation" className="offer-group">
              {offer.group}
            </div>
          )}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which keeps the focus */}
          <div
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={chosen.includes(offer.value)}
            className={index === active ? 'offer active' : 'offer'}
            // The field keeps the focus, so that its list does not close before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => {
              event.stopPropagation()
              onPick(offer)
            }}
          >
            <span className="offer-label">{offer.label}</span>
            {offer.detail && <span className="faint">{offer.detail}</span>}
            {chosen.includes(offer.value) && <Icon name="check" />}
          </div>
        </div>
      ))}
    </div>
  )
}
