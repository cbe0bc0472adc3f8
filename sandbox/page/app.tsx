// The whole page: chooses language, workspace and user, and shows that user's Slack.
import { useEffect, useMemo, useRef } from 'react'
import type { Person, Workspace } from './client/types.ts'
import { keyOf, type LiveData, useLiveData } from './client/use-live-data.ts'
import { type Route, useRoute } from './client/use-route.ts'
import { Shell } from './frame/shell.tsx'
import { ThemeProvider } from './frame/theme.tsx'
import { LanguageProvider, languageOf, useLanguage } from './words.ts'

export function App() {
  const language = useMemo(() => languageOf(navigator.languages), [])
  useEffect(() => {
    document.documentElement.lang = language.tag
  }, [language])
  return (
    <LanguageProvider value={language}>
      <ThemeProvider>
        <Slack />
      </ThemeProvider>
    </LanguageProvider>
  )
}

function Slack() {
  const { words, tag } = useLanguage()
  const [route, go] = useRoute()
  const live = useLiveData(route, tag)
  const meant = whoIsMeant(live, route, tag)
  const [workspaceId, userId] = [meant?.workspace.id, meant?.person.id]
  useEffect(() => {
    // A URL with an unknown user is replaced by that of an existing one.
    if (workspaceId && userId && (route?.workspace !== workspaceId || route.user !== userId))
      go({ workspace: workspaceId, user: userId, place: 'app' })
  }, [workspaceId, userId, route, go])
  // Until the next user's screen is loaded, the last user's stays, with their name on it.
  const settled = useRef<Route | null>(null)
  if (live.data?.screen && live.data.screenOf === keyOf(route)) settled.current = route
  const shown = settled.current && whoIsMeant(live, settled.current, tag)
  if (shown && settled.current && live.data?.screen && live.data.screenOf === keyOf(settled.current))
    return <Shell live={live} route={settled.current} go={go} {...shown} />
  return (
    <p className="waiting">
      {live.data === null ? (live.connected ? words.loading : words.lost) : words.nobody}
    </p>
  )
}

/** The user in the URL; otherwise one with the visitor's language, preferably one with unread messages. */
function whoIsMeant(
  { data }: LiveData,
  route: Route | null,
  language: string,
): { workspace: Workspace; person: Person } | null {
  const workspace = data?.workspaces.find(({ id }) => id === route?.workspace) ?? data?.workspaces[0]
  const humans = workspace?.people.filter(({ isBot, deleted }) => !isBot && !deleted) ?? []
  const rank = ({ id, locale }: Person) => {
    const waits = data?.unread.some((one) => one.workspace === workspace?.id && one.user === id)
    return (locale.slice(0, 2) === language.slice(0, 2) ? 2 : 0) + (waits ? 1 : 0)
  }
  const person =
    humans.find(({ id }) => id === route?.user) ?? humans.toSorted((a, b) => rank(b) - rank(a))[0]
  return workspace && person ? { workspace, person } : null
}
