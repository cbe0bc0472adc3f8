// The modal on top of a user's stack: its fields, its buttons, what happens when it is sent.
import { useEffect, useRef, useState } from 'react'
import { Blocks } from '../blocks/block.tsx'
import type { View } from '../client/types.ts'
import { useOperations } from '../client/use-operations.ts'
import { ElementHostProvider } from '../elements/element-host.ts'
import { useNewElementHost } from '../elements/use-new-element-host.ts'
import { Avatar } from '../frame/avatar.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { Icon } from '../frame/icons.tsx'
import { withEmoji } from '../text/emoji.tsx'
import { useViewer } from '../text/viewer.ts'
import { useWords } from '../words.ts'

export interface ModalProps {
  /** The visible one last. */
  stack: readonly View[]
  askedAt: number
}

export function Modal({ stack, askedAt }: ModalProps) {
  const words = useWords()
  const { bot } = useViewer()
  const { perform } = useOperations()
  const view = stack.at(-1)!
  const below = stack.length > 1
  const back = () => void perform('close')
  return (
    <Dialog
      title={withEmoji(view.title.text)}
      className="modal"
      lead={
        below ? (
          <button type="button" className="icon-button" aria-label={words.back} onClick={back}>
            <Icon name="back" />
          </button>
        ) : (
          bot && <Avatar person={bot} size={28} />
        )
      }
      onClose={back}
      onCross={() => void perform('close', { all: true })}
    >
      <Form key={view.id} view={view} askedAt={askedAt} onBack={back} below={below} />
    </Dialog>
  )
}

interface FormProps {
  view: View
  askedAt: number
  below: boolean
  onBack(): void
}

interface Submitted {
  failed?: string
  errors?: Record<string, string>
}

function Form({ view, askedAt, below, onBack }: FormProps) {
  const words = useWords()
  const { bot } = useViewer()
  const { perform } = useOperations()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const host = useNewElementHost({ at: 'modal', values: view.state.values, errors: view.errors, askedAt })

  const form = useRef<HTMLFormElement>(null)
  const errorSought = useRef(false)
  // The response may come before the errors have been rendered.
  useEffect(() => {
    if (errorSought.current && form.current && focusFirstError(form.current)) errorSought.current = false
  })

  async function submit() {
    if (busy) return
    setBusy(true)
    setFailed(null)
    await Promise.allSettled(host.pending)
    const result = await perform<Submitted>('submit')
    errorSought.current = result?.errors !== undefined
    setBusy(false)
    if (result?.failed) setFailed(result.failed)
  }
  return (
    <form
      ref={form}
      className="form"
      noValidate
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className="dialog-body">
        <ElementHostProvider value={host}>
          <Blocks blocks={view.blocks} />
        </ElementHostProvider>
      </div>
      {failed && (
        <div className="alert error form-failed" role="alert">
          <Icon name="warning" />
          {words.noAnswer(bot?.realName ?? words.app, failed)}
        </div>
      )}
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onBack}>
          {view.close?.text ?? (below ? words.back : view.submit ? words.cancel : words.close)}
        </button>
        {view.submit && (
          <button type="submit" className="button primary" disabled={busy} aria-busy={busy}>
            {busy && <span className="spinner" aria-hidden="true" />}
            {withEmoji(view.submit.text)}
          </button>
        )}
      </footer>
    </form>
  )
}

/** False: none is there yet. */
function focusFirstError(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLElement>('.field.wrong :is(input, textarea, button)')
  field?.focus()
  field?.closest('.field')?.scrollIntoView({ block: 'nearest' })
  return field !== null
}
