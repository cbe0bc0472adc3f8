// Keeps what the page shows up to date: looks at the start, and again whenever the local Slack says that something changed.
import { useCallback, useEffect, useRef, useState } from 'react'
import { look, type Who } from './control.ts'
import type { Screen, Unread, Workspace } from './types.ts'

export interface World {
  workspaces: Workspace[]
  unread: Unread[]
  /** Of the current person; null until it is known who that is. */
  screen: Screen | null
  /** Whose screen it is: right after a switch it is still the other person's. */
  screenOf: string
  /** When what is shown was asked for, by performance.now(). */
  askedAt: number
  /** From performance.now() to what the local Slack's clock shows. */
  clockOffsetMs: number
}

/** Calls and deliveries change nothing that can be seen. */
const SEEN = new Set(['message', 'ephemeral', 'modal', 'home', 'channel', 'user', 'clock'])
/** Changes come in bursts; one look for all that come within this time. */
const GATHER_MS = 30

export interface LiveWorld {
  world: World | null
  connected: boolean
  /** Resolves once a look that began after this call is shown. */
  refresh(): Promise<void>
}

export function useWorld(who: Who | null): LiveWorld {
  const [world, setWorld] = useState<World | null>(null)
  const [connected, setConnected] = useState(true)
  const wanted = useRef(who)
  wanted.current = who
  const refresh = useCallback(async () => {
    const next = await lookAtAll(wanted.current)
    setWorld((last) => (last && last.askedAt > next.askedAt ? last : next))
  }, [])
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
  return { world, connected, refresh }
}

export const keyOf = (who: Who | null) => (who === null ? '' : `${who.workspace}/${who.user}`)

async function lookAtAll(who: Who | null): Promise<World> {
  const askedAt = performance.now()
  const workspaces = await look<Workspace[]>('people')
  // An old address may name somebody who is not there any more.
  const known = workspaces.find(({ id }) => id === who?.workspace)?.people.some(({ id }) => id === who?.user)
  const [unread, screen] = await Promise.all([
    look<Unread[]>('unread'),
    who && known
      ? look<Screen>(`view?${new URLSearchParams({ user: who.user, workspace: who.workspace })}`)
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
