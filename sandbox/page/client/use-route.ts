// Keeps workspace, user and conversation in the URL, so that a reload or a link shows the same.
import { useCallback, useSyncExternalStore } from 'react'

/** `app` is the direct message with the app, `home` its home tab; anything else is a conversation's id. */
export interface Route {
  workspace: string
  user: string
  place: string
}

export function useRoute(): [Route | null, (route: Route) => void] {
  const hash = useSyncExternalStore(listen, () => window.location.hash)
  const go = useCallback(({ workspace, user, place }: Route) => {
    window.location.hash = `#/${[workspace, user, place].map(encodeURIComponent).join('/')}`
  }, [])
  return [readRoute(hash), go]
}

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

function readRoute(hash: string): Route | null {
  const [workspace, user, place = 'app'] = hash.replace(/^#\//, '').split('/').map(decodeURIComponent)
  return workspace && user ? { workspace, user, place } : null
}
