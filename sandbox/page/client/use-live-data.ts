// Keeps the page's data up to date: fetches it at the start and after every change that the local Slack announces.
import { useCallback, useEffect, useRef, useState } from 'react'
import { query, type Who } from './control.ts'
import type { Screen, Unread, Workspace } from './types.ts'

export interface WorkspaceData {
  workspaces: Workspace[]
  unread: Unread[]
  /** Of the current user; null until it is known who that is. */
  screen: Screen | null
  /** Whose screen it is: right after a switch it is still the other user's. */
  screenOf: string
  /** When the data was requested, by performance.now(). */
  askedAt: number
  /** The local Slack's clock minus performance.now(). */
  clockOffsetMs: number
}

/** Kinds of changes that are visible; calls and deliveries are not. */
const SEEN = new Set(['message', 'ephemeral', 'modal', 'home', 'channel', 'user', 'clock'])
/** Changes come in bursts; those within this time cause one request. */
const GATHER_MS = 30

export interface LiveData {
  data: WorkspaceData | null
  connected: boolean
  /** Resolves once data requested after this call is shown. */
  refresh(): Promise<void>
}

/** @param language of what the local Slack itself says */
export function useLiveData(who: Who | null, language: string): LiveData {
  const [data, setData] = useState<WorkspaceData | null>(null)
  const [connected, setConnected] = useState(true)
  const wanted = useRef(who)
  wanted.current = who
  const refresh = useCallback(async () => {
    const next = await fetchAll(wanted.current, language)
    setData((last) => (last && last.askedAt > next.askedAt ? last : next))
  }, [language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a switch of person is what asks for a new look
  useEffect(() => void refresh().catch(() => setConnected(false)), [who?.user, who?.workspace, refresh])
  useEffect(() => {
    let gathering: number | undefined
    const soon = () => {
      gathering ??= window.setTimeout(() => {
        gathering = undefined
        refresh().catch(() => setConnected(false))
      }, GATHER_MS)
    }
    const changes = new EventSource('/control/changes')
    changes.onopen = () => {
      setConnected(true)
      soon()
    }
    changes.onerror = () => setConnected(false)
    changes.onmessage = ({ data }) => {
      if (SEEN.has((JSON.parse(data) as { kind: string }).kind)) soon()
    }
    return () => {
      window.clearTimeout(gathering)
      changes.close()
    }
  }, [refresh])
  return { data, connected, refresh }
}

export const keyOf = (who: Who | null) => (who === null ? '' : `${who.workspace}/${who.user}`)

async function fetchAll(who: Who | null, language: string): Promise<WorkspaceData> {
  const askedAt = performance.now()
  const workspaces = await query<Workspace[]>('people')
  // An old URL may name a user who no longer exists.
  const known = workspaces.find(({ id }) => id === who?.workspace)?.people.some(({ id }) => id === who?.user)
  const [unread, screen] = await Promise.all([
    query<Unread[]>('unread'),
    who && known
      ? query<Screen>(`view?${new URLSearchParams({ user: who.user, workspace: who.workspace, language })}`)
      : null,
  ])
  const nowMs = screen === null ? Date.now() : Date.parse(screen.now)
  return {
    workspaces,
    unread,
    screen,
    screenOf: keyOf(who),
    askedAt,
    clockOffsetMs: nowMs - performance.now(),
  }
}
