// A button that opens a short list of things to do, for pointer and keyboard.
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useFloating } from '../elements/use-floating.ts'

export interface MenuItem {
  key: string
  label: ReactNode
  choose(): unknown
}

export interface MenuProps {
  /** What the button is called. */
  label: string
  face: ReactNode
  items: readonly MenuItem[]
  className?: string
}

export function Menu({ label, face, items, className = 'icon-button' }: MenuProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const floating = useFloating(anchor, open)
  const placed = open && floating.visibility !== 'hidden'
  useEffect(() => {
    if (placed) list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true })
  }, [placed])

  function close() {
    setOpen(false)
    anchor.current?.querySelector('button')?.focus()
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape') close()
    else if (step !== 0) {
      const all = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
      all[(all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length]?.focus()
    } else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left it
    <div
      ref={anchor}
      className="menu"
      onBlur={({ relatedTarget }) => !anchor.current?.contains(relatedTarget) && setOpen(false)}
    >
      <button
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <div
          ref={list}
          id={id}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          className="floating-list"
          style={floating}
          onKeyDown={onKeyDown}
        >
          {items.map(({ key, label: name, choose }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              className="offer"
              onClick={() => {
                close()
                choose()
              }}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
