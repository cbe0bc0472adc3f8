// Does what a person asks for by the control interface; a refusal becomes a sentence on the page.
import { createContext, useCallback, useContext } from 'react'
import { act, type Who } from './control.ts'

export interface Doing {
  /** Undefined when it was refused. */
  perform<T = unknown>(operation: string, body?: object): Promise<T | undefined>
  /** Shows a sentence. */
  say(sentence: string): void
  /** Resolves once a look that began after this call is shown. */
  refresh(): Promise<void>
}

const DoingContext = createContext<Doing | null>(null)
export const DoingProvider = DoingContext.Provider

export function useDoing(): Doing {
  const doing = useContext(DoingContext)
  if (doing === null) throw new Error('Nothing can be done here.')
  return doing
}

/** Everything is done as this person, and looked at again right after. */
export function useDoingAs(who: Who, refresh: () => Promise<void>, say: (sentence: string) => void): Doing {
  const perform = useCallback(
    async <T>(operation: string, body: object = {}): Promise<T | undefined> => {
      try {
        const whose = operation === 'clock' ? {} : { user: who.user, workspace: who.workspace }
        const answer = await act<T>(operation, { ...whose, ...body })
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
