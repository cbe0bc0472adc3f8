// Asks "are you sure?" where an element wants it, before the app is notified.
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import type { Text } from '../../state/block-kit.ts'
import { Dialog } from '../frame/dialog.tsx'
import { RichText } from '../text/mrkdwn.tsx'
import { useWords } from '../words.ts'

export interface Confirmation {
  title: Text
  text: Text
  confirm?: Text
  deny?: Text
  style?: string
}

type Ask = (confirmation: unknown) => Promise<boolean>

const AskContext = createContext<Ask>(async () => true)

/** Resolves at once where nothing is to be confirmed. */
export const useConfirm = (): Ask => useContext(AskContext)

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ about: Confirmation; answer(yes: boolean): void } | null>(null)
  const ask = useCallback<Ask>((confirmation) => {
    if (typeof confirmation !== 'object' || confirmation === null) return Promise.resolve(true)
    return new Promise((resolve) => {
      const answer = (yes: boolean) => {
        setAsked(null)
        resolve(yes)
      }
      setAsked({ about: confirmation as Confirmation, answer })
    })
  }, [])
  return (
    <AskContext value={ask}>
      {children}
      {asked && <ConfirmDialog {...asked} />}
    </AskContext>
  )
}

function ConfirmDialog({ about, answer }: { about: Confirmation; answer(yes: boolean): void }) {
  const words = useWords()
  return (
    <Dialog title={about.title?.text ?? words.areYouSure} className="confirm" onClose={() => answer(false)}>
      <div className="dialog-body">
        <RichText text={about.text} />
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={() => answer(false)}>
          {about.deny?.text ?? words.cancel}
        </button>
        <button
          type="button"
          className={`button ${about.style === 'danger' ? 'danger' : 'primary'}`}
          onClick={() => answer(true)}
        >
          {about.confirm?.text ?? words.yes}
        </button>
      </footer>
    </Dialog>
  )
}
