// One person's Slack: who looks, what they can do, and what their page is made of.
import { useState } from 'react'
import type { Person, Workspace } from '../client/types.ts'
import { DoingProvider, useDoingAs } from '../client/use-doing.ts'
import type { Route } from '../client/use-route.ts'
import type { LiveWorld } from '../client/use-world.ts'
import { ConfirmProvider } from '../elements/confirm.tsx'
import { ViewerProvider } from '../text/viewer.ts'
import { Layout } from './layout.tsx'
import { useNewViewer } from './use-new-viewer.ts'

export interface ShellProps {
  live: LiveWorld
  route: Route
  go(route: Route): void
  workspace: Workspace
  person: Person
}

export function Shell({ live, route, go, workspace, person }: ShellProps) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const doing = useDoingAs(route, live.refresh, setTrouble)
  const bot = workspace.people.find(({ isBot, deleted }) => isBot && !deleted) ?? null

  function open(place: string, user = person.id) {
    const channel = workspace.channels.find(({ id }) => id === place)
    const withBot = channel?.kind === 'im' && bot !== null && channel.members.includes(bot.id)
    go({ workspace: workspace.id, user, place: withBot ? 'app' : place })
  }
  const viewer = useNewViewer(live, workspace, person, bot, open)
  return (
    <DoingProvider value={doing}>
      <ViewerProvider value={viewer}>
        <ConfirmProvider>
          <Layout
            world={live.world!}
            screen={live.world!.screen!}
            connected={live.connected}
            workspace={workspace}
            place={route.place}
            open={open}
            onWorkspace={(id) => go({ workspace: id, user: '-', place: 'app' })}
            trouble={trouble}
            onDismissTrouble={() => setTrouble(null)}
          />
        </ConfirmProvider>
      </ViewerProvider>
    </DoingProvider>
  )
}
