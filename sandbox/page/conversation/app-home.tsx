// The app's home tab as the current person sees it; going there tells the app.
import { useEffect } from 'react'
import { Blocks } from '../blocks/block.tsx'
import type { View } from '../client/types.ts'
import { useDoing } from '../client/use-doing.ts'
import { PlaceProvider } from '../elements/place.ts'
import { useNewPlace } from '../elements/use-place.ts'
import { useViewer } from '../text/viewer.ts'
import { useWords } from '../words.ts'

const NO_VALUES = {}

export function AppHome({ home, askedAt }: { home: View | null; askedAt: number }) {
  const words = useWords()
  const { bot, user } = useViewer()
  const { perform } = useDoing()
  const place = useNewPlace({
    at: 'home',
    values: home?.state.values ?? NO_VALUES,
    errors: home?.errors ?? {},
    askedAt,
  })
  useEffect(() => {
    if (user.id) void perform('home')
  }, [user.id, perform])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section className="app-home" aria-label={words.home} tabIndex={0}>
      <PlaceProvider value={place}>
        {home ? (
          <Blocks blocks={home.blocks} />
        ) : (
          <p className="empty">{words.emptyHome(bot?.realName ?? words.app)}</p>
        )}
      </PlaceProvider>
    </section>
  )
}
