// Runs operations of the control interface as the current user; an error is shown on the page.
import { createContext, useCallback, useContext } from 'react'
import { runOperation, type Who } from './control.ts'

export interface Operations {
  /** Undefined when it failed. */
  perform<T = unknown>(operation: string, body?: object): Promise<T | undefined>
  /** Shows a sentence. */
  say(sentence: string): void
  /** Resolves once data requested after this call is shown. */
  refresh(): Promise<void>
}

const OperationsContext = createContext<Operations | null>(null)
export const OperationsProvider = OperationsContext.Provider

export function useOperations(): Operations {
  const operations = useContext(OperationsContext)
  if (operations === null) throw new Error('useOperations() needs an OperationsProvider above it.')
  return operations
}

/** Every operation runs as this user, and the data is refreshed after it. */
export function useOperationsAs(
  who: Who,
  refresh: () => Promise<void>,
  say: (sentence: string) => void,
): Operations {
  const perform = useCallback(
    async <T>(operation: string, body: object = {}): Promise<T | undefined> => {
      try {
        // The clock is that of all workspaces.
        const whose =
          operation === 'clock' ? { user: who.user } : { user: who.user, workspace: who.workspace }
        const answer = await runOperation<T>(operation, { ...whose, ...body })
        await refresh()
        return answer
      } catch (fault) {
        say((fault as Error).message)
        return undefined
      }
    },
    [who.user, who.workspace, refresh, say],
  )
  return { perform, say, refresh }
}
