// Puts the parts of the page in their places: bar, people, sidebar, main pane, modal, notes.
import { useEffect, useMemo, useState } from 'react'
import type { Screen, Workspace } from '../client/types.ts'
import type { WorkspaceData } from '../client/use-live-data.ts'
import { useOperations } from '../client/use-operations.ts'
import { Pane } from '../conversation/pane.tsx'
import { Modal } from '../modal/modal.tsx'
import { useViewer } from '../text/viewer.ts'
import { useLanguage, useWords } from '../words.ts'
import { storeChoice, storedChoice } from './browser-storage.ts'
import { PersonRail } from './person-rail.tsx'
import { Sidebar } from './sidebar.tsx'
import { Toasts } from './toasts.tsx'
import { TopBar } from './top-bar.tsx'
import { Tour } from './tour.tsx'
import { useArrivals } from './use-arrivals.ts'
import { useDrafts } from './use-drafts.ts'

export interface LayoutProps {
  data: WorkspaceData
  screen: Screen
  connected: boolean
  workspace: Workspace
  /** A conversation's id, `app` or `home`. */
  place: string
  open(place: string, user?: string): void
  onWorkspace(id: string): void
  trouble: string | null
  onDismissTrouble(): void
}

export function Layout({ data, screen, connected, workspace, place, open, ...rest }: LayoutProps) {
  const { tag } = useLanguage()
  const { user, bot, people } = useViewer()
  const unread = useMemo(
    () => data.unread.filter((one) => one.workspace === workspace.id),
    [data.unread, workspace.id],
  )
  const [arrivals, dismissArrivals] = useArrivals(unread, user.id)
  const [moving, move] = useMoving()
  const [greeted, setGreeted] = useGreeted()
  const [inMore, setInMore] = useState(false)
  const [sidebarOpen, setSidebarOpen] = useState(false)
  const [drafts, setDraft] = useDrafts(user.id)
  useEffect(() => {
    document.title = `${user.realName} · ${workspace.name}`
  }, [user.realName, workspace.name])

  function openFromSidebar(next: string) {
    setSidebarOpen(false)
    open(next)
  }
  return (
    <div className={sidebarOpen ? 'page sidebar-open' : 'page'} lang={tag}>
      <TopBar
        workspaces={data.workspaces}
        workspaceId={workspace.id}
        onWorkspace={rest.onWorkspace}
        moving={moving}
        nextMorning={screen.nextMorning}
        onMove={move}
        onHelp={screen.tour && (() => setGreeted(!greeted))}
        onSidebar={() => setSidebarOpen(!sidebarOpen)}
      />
      {!connected && <Lost />}
      <PersonRail
        people={workspace.people.filter(({ isBot, deleted }) => !isBot && !deleted)}
        unread={unread}
        onSwitch={(id) => open(place === 'home' ? 'home' : 'app', id)}
      />
      <Sidebar
        conversations={screen.conversations}
        apps={bot ? [bot] : []}
        place={place}
        onOpen={openFromSidebar}
      />
      <Pane
        key={user.id}
        screen={screen}
        askedAt={data.askedAt}
        place={place}
        drafts={drafts}
        onDraft={setDraft}
        onOpen={openFromSidebar}
        tour={
          !greeted &&
          screen.tour && (
            <Tour
              tour={(inMore && screen.tour.more) || screen.tour}
              otherTitle={(inMore ? screen.tour : screen.tour.more)?.title}
              onOther={() => setInMore(!inMore)}
              moving={moving}
              onOpen={open}
              onDraft={setDraft}
              onMove={move}
              onDismiss={() => setGreeted(true)}
            />
          )
        }
      />
      <Toasts
        arrivals={arrivals}
        people={people}
        onSwitch={(id, channel) => {
          dismissArrivals()
          open(channel, id)
        }}
        onDismissArrivals={dismissArrivals}
        trouble={rest.trouble}
        onDismissTrouble={rest.onDismissTrouble}
      />
      {screen.modals.length > 0 && <Modal stack={screen.modals} askedAt={data.askedAt} />}
    </div>
  )
}

/** The demo stops at everything that is due on the way, so that a move takes a while. */
function useMoving(): [boolean, (body: object) => Promise<void>] {
  const { perform } = useOperations()
  const [moving, setMoving] = useState(false)
  return [
    moving,
    async (body) => {
      setMoving(true)
      await perform('clock', body).finally(() => setMoving(false))
    },
  ]
}

function useGreeted(): [boolean, (greeted: boolean) => void] {
  const [greeted, setGreeted] = useState(() => storedChoice('greeted') === 'yes')
  return [
    greeted,
    (next) => {
      setGreeted(next)
      storeChoice('greeted', next ? 'yes' : 'no')
    },
  ]
}

function Lost() {
  const words = useWords()
  return (
    <p className="lost" role="alert">
      {words.lost}
    </p>
  )
}
