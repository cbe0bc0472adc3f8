// Creates the viewer context of the current user, and renews it every minute.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Person, Workspace } from '../client/types.ts'
import type { LiveData } from '../client/use-live-data.ts'
import { intlLocale } from '../client/zone-time.ts'
import type { Viewer } from '../text/viewer.ts'

const LOOK_MS = 1000
const MINUTE_MS = 60_000

export function useNewViewer(
  live: LiveData,
  workspace: Workspace,
  user: Person,
  bot: Person | null,
  openChannel: (id: string) => void,
): Viewer {
  const offsetMs = live.data?.clockOffsetMs ?? 0
  const minute = useMinute(offsetMs)
  const open = useRef(openChannel)
  open.current = openChannel
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new minute is a new view of the same
  return useMemo(
    () => ({
      user,
      bot,
      workspace: workspace.id,
      people: new Map(workspace.people.map((person) => [person.id, person])),
      channels: new Map(workspace.channels.map((channel) => [channel.id, channel])),
      locale: intlLocale(user.locale),
      now: () => performance.now() + offsetMs,
      openChannel: (id) => open.current(id),
    }),
    [user, bot, workspace, offsetMs, minute],
  )
}

function useMinute(offsetMs: number): number {
  const [minute, setMinute] = useState(0)
  useEffect(() => {
    const look = () => setMinute(Math.floor((performance.now() + offsetMs) / MINUTE_MS))
    look()
    const timer = window.setInterval(look, LOOK_MS)
    return () => window.clearInterval(timer)
  }, [offsetMs])
  return minute
}
