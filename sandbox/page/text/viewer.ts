// The context of the current user: names for ids, zone, language, and the clock.
import { createContext, useContext } from 'react'
import type { Person } from '../client/types.ts'

export interface Viewer {
  user: Person
  /** The app's bot; null while none is installed. */
  bot: Person | null
  workspace: string
  people: ReadonlyMap<string, Person>
  channels: ReadonlyMap<string, { id: string; name: string; kind: string }>
  /** As Intl takes it. */
  locale: string
  /** By the local Slack's clock. */
  now(): number
  openChannel(id: string): void
}

const ViewerContext = createContext<Viewer | null>(null)
export const ViewerProvider = ViewerContext.Provider

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (viewer === null) throw new Error('useViewer() needs a ViewerProvider above it.')
  return viewer
}
