// Select menus: typed into to find, picked with keys or pointer, one or several.
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useViewer } from '../text/viewer.ts'
import { useWords } from '../words.ts'
import { useConfirm } from './confirm.tsx'
import { type ElementProps, namesOf } from './element-host.ts'
import { SelectList } from './select-list.tsx'
import { matching, type Offer, offersOf } from './select-options.ts'
import { useEntry } from './use-entry.ts'
import { useFloating } from './use-floating.ts'

export function Select(props: ElementProps) {
  const { block, element } = props
  const words = useWords()
  const confirm = useConfirm()
  const { entry, change } = useEntry(props)
  const offers = offersOf(element, useViewer())
  const several = element.type.startsWith('multi_')
  const chosen = Array.isArray(entry) ? entry : entry === null || entry === '' ? [] : [String(entry)]
  const most = several ? ((element.max_selected_items as number | undefined) ?? Number.POSITIVE_INFINITY) : 1
  const labelOf = (value: string) => offers.find((offer) => offer.value === value)?.label ?? value

  async function choose(values: string[]) {
    const tell = block.type !== 'input' || block.dispatch_action === true
    if (!tell || (await confirm(element.confirm))) await change(several ? values : (values[0] ?? null), tell)
  }
  const pick = ({ value }: Offer) => {
    if (!several) return choose([value])
    if (chosen.includes(value)) return choose(chosen.filter((one) => one !== value))
    return chosen.length < most ? choose([...chosen, value]) : undefined
  }
  const removable = several || (block.type === 'input' && block.optional === true)
  return (
    <Combobox
      {...namesOf(props)}
      offers={offers}
      chosen={chosen}
      several={several}
      shown={!several && chosen[0] !== undefined ? labelOf(chosen[0]) : ''}
      placeholder={element.placeholder?.text ?? words.choose}
      compact={block.type !== 'input'}
      onPick={pick}
      onRemoveLast={() => removable && chosen.length > 0 && void choose(chosen.slice(0, -1))}
    >
      {several &&
        chosen.map((value) => (
          <span key={value} className="token">
            {labelOf(value)}
            <button
              type="button"
              aria-label={words.remove(labelOf(value))}
              onClick={() => void choose(chosen.filter((one) => one !== value))}
            >
              ×
            </button>
          </span>
        ))}
    </Combobox>
  )
}

interface ComboboxProps {
  offers: readonly Offer[]
  chosen: readonly string[]
  several: boolean
  /** What the closed field of a single choice reads. */
  shown: string
  placeholder: string
  compact: boolean
  onPick(offer: Offer): unknown
  onRemoveLast(): unknown
  children: React.ReactNode
}

function Combobox({
  offers,
  chosen,
  several,
  shown,
  placeholder,
  compact,
  onPick,
  onRemoveLast,
  children,
  ...names
}: ComboboxProps) {
  const listId = useId()
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const found = matching(offers, typed)
  const floating = useFloating(box, open)

  function show(
    from = Math.max(
      0,
      offers.findIndex(({ value }) => value === chosen[0]),
    ),
  ) {
    setOpen(true)
    setActive(from)
  }
  function hide() {
    setOpen(false)
    setTyped('')
  }
  function pick(offer: Offer | undefined) {
    if (offer === undefined) return
    onPick(offer)
    if (several) setTyped('')
    else hide()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      if (open) setActive((active + step + found.length) % Math.max(1, found.length))
      else show()
    } else if (event.key === 'Enter') open ? pick(found[active]) : show()
    else if (event.key === 'Escape' && open) hide()
    else if (event.key === 'Backspace' && typed === '') return void onRemoveLast()
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press beside the words reaches the field; keys use the field itself
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      ref={box}
      className={compact ? 'select compact' : 'select'}
      onClick={() => box.current?.querySelector('input')?.focus()}
    >
      {children}
      <input
        {...names}
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && found[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        value={open ? typed : shown}
        placeholder={open && shown ? shown : several && chosen.length > 0 ? '' : placeholder}
        onClick={() => show()}
        onChange={({ target }) => {
          setTyped(target.value)
          show(0)
        }}
        onKeyDown={onKeyDown}
        onBlur={hide}
      />
      {open && (
        <SelectList
          id={listId}
          offers={found}
          active={active}
          chosen={chosen}
          several={several}
          style={floating}
          onPick={pick}
        />
      )}
    </div>
  )
}
