// The app's home tab as the current user sees it; going there tells the app.
import { useEffect } from 'react'
import { Blocks } from '../blocks/block.tsx'
import type { View } from '../client/types.ts'
import { useOperations } from '../client/use-operations.ts'
import { ElementHostProvider } from '../elements/element-host.ts'
import { useNewElementHost } from '../elements/use-new-element-host.ts'
import { useViewer } from '../text/viewer.ts'
import { useWords } from '../words.ts'

const NO_VALUES = {}

export function AppHome({ home, askedAt }: { home: View | null; askedAt: number }) {
  const words = useWords()
  const { bot, user } = useViewer()
  const { perform } = useOperations()
  const host = useNewElementHost({
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
      <ElementHostProvider value={host}>
        {home ? (
          <Blocks blocks={home.blocks} />
        ) : (
          <p className="empty">{words.emptyHome(bot?.realName ?? words.app)}</p>
        )}
      </ElementHostProvider>
    </section>
  )
}
