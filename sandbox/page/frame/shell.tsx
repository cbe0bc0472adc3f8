// One user's Slack: sets up viewer, operations and the layout.
import { useState } from 'react'
import type { Person, Workspace } from '../client/types.ts'
import type { LiveData } from '../client/use-live-data.ts'
import { OperationsProvider, useOperationsAs } from '../client/use-operations.ts'
import type { Route } from '../client/use-route.ts'
import { ConfirmProvider } from '../elements/confirm.tsx'
import { ViewerProvider } from '../text/viewer.ts'
import { Layout } from './layout.tsx'
import { useNewViewer } from './use-new-viewer.ts'

export interface ShellProps {
  live: LiveData
  route: Route
  go(route: Route): void
  workspace: Workspace
  person: Person
}

export function Shell({ live, route, go, workspace, person }: ShellProps) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const operations = useOperationsAs(route, live.refresh, setTrouble)
  const bot = workspace.people.find(({ isBot, deleted }) => isBot && !deleted) ?? null

  function open(place: string, user = person.id) {
    const channel = workspace.channels.find(({ id }) => id === place)
    const withBot = channel?.kind === 'im' && bot !== null && channel.members.includes(bot.id)
    go({ workspace: workspace.id, user, place: withBot ? 'app' : place })
  }
  const viewer = useNewViewer(live, workspace, person, bot, open)
  return (
    <OperationsProvider value={operations}>
      <ViewerProvider value={viewer}>
        <ConfirmProvider>
          <Layout
            data={live.data!}
            screen={live.data!.screen!}
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
    </OperationsProvider>
  )
}
