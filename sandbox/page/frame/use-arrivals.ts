// Detects new messages for other users and groups those of a short time into one note.
import { useEffect, useRef, useState } from 'react'
import type { Unread } from '../client/types.ts'

export interface Arrival {
  user: string
  /** How many unread messages they have now. */
  count: number
  channel: string
  text: string
}

export interface Arrivals {
  key: number
  people: Arrival[]
}

const GATHER_MS = 500
const SHOW_MS = 9_000

/** The first value of `unread` is not new: it was there already. */
export function useArrivals(unread: readonly Unread[], currentUser: string): [Arrivals | null, () => void] {
  const known = useRef<Map<string, number> | null>(null)
  const gathered = useRef(new Map<string, Arrival>())
  const [shown, setShown] = useState<Arrivals | null>(null)
  const timer = useRef<number>(undefined)
  useEffect(() => {
    const before = known.current
    known.current = new Map(unread.map((one) => [`${one.user} ${one.channel}`, one.count]))
    if (before === null) return
    for (const { user, channel, count, latest } of unread) {
      if (user === currentUser || count <= (before.get(`${user} ${channel}`) ?? 0)) continue
      const total = unread.filter((one) => one.user === user).reduce((sum, one) => sum + one.count, 0)
      gathered.current.set(user, { user, channel, count: total, text: latest?.text ?? '' })
    }
    if (gathered.current.size === 0) return
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      setShown({ key: performance.now(), people: [...gathered.current.values()] })
      gathered.current.clear()
    }, GATHER_MS)
  }, [unread, currentUser])
  useEffect(() => {
    if (shown === null) return
    const hide = window.setTimeout(() => setShown(null), SHOW_MS)
    return () => window.clearTimeout(hide)
  }, [shown])
  return [shown, () => setShown(null)]
}
