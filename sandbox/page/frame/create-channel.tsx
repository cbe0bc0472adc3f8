// Asks for the name of a new channel and makes it.
import { useId, useState } from 'react'
import { useOperations } from '../client/use-operations.ts'
import { useWords } from '../words.ts'
import { Dialog } from './dialog.tsx'

export function CreateChannel({ onClose, onCreated }: { onClose(): void; onCreated(id: string): void }) {
  const words = useWords()
  const { perform } = useOperations()
  const id = useId()
  const [name, setName] = useState('')
  const [closed, setClosed] = useState(false)
  async function create() {
    const made = await perform<{ id: string }>('createChannel', { name, private: closed })
    if (made === undefined) return
    onClose()
    onCreated(made.id)
  }
  return (
    <Dialog title={words.createChannel} className="confirm" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <div className="dialog-body">
          <div className="field">
            <label className="field-label" htmlFor={id}>
              {words.channelName}
            </label>
            <input
              id={id}
              className="text-input"
              required
              maxLength={80}
              value={name}
              autoComplete="off"
              onChange={({ target }) => setName(tidy(target.value))}
            />
          </div>
          <label className="choice">
            <input type="checkbox" checked={closed} onChange={({ target }) => setClosed(target.checked)} />
            {words.privateChannel}
          </label>
        </div>
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className="button primary" disabled={name === ''}>
            {words.create}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

/** As Slack takes names: small letters of any script, digits, hyphens. */
const tidy = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/\s+/g, '-')
    .replaceAll(/[^\p{L}\p{N}_-]/gu, '')
