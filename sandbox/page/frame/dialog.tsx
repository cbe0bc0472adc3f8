// A window over the page: the browser keeps the focus in it and the page behind it inert.
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../words.ts'
import { Icon } from './icons.tsx'

export interface DialogProps {
  title: string
  className?: string
  /** Left of the title. */
  lead?: ReactNode
  /** Escape and, unless told otherwise, the cross. */
  onClose(): void
  onCross?(): void
  children: ReactNode
}

/** A form is opened to be filled in, so its first field has the focus; without one the browser chooses. */
const FIRST_FIELD = '.dialog-body :is(input, textarea):not([type=hidden])'

export function Dialog({ title, className = '', lead, onClose, onCross = onClose, children }: DialogProps) {
  const words = useWords()
  const titleId = useId()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    element.current?.showModal()
    element.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={element}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header className="dialog-head">
        {lead}
        <h1 id={titleId}>{title}</h1>
        <button type="button" className="icon-button" aria-label={words.close} onClick={onCross}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  )
}
