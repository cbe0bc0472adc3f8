// Buttons, and the small ones of Block Kit that are pressed like them.
import { useState } from 'react'
import type { Element } from '../../state/block-kit.ts'
import { Icon } from '../frame/icons.tsx'
import { withEmoji } from '../text/emoji.tsx'
import { useConfirm } from './confirm.tsx'
import { type ElementProps, useElementHost } from './element-host.ts'

export function Button({ block, element }: ElementProps) {
  const [busy, press] = usePress({ block, element })
  const label = withEmoji(element.text?.text ?? '')
  return (
    <button
      type="button"
      className={['button', element.style === 'primary' || element.style === 'danger' ? element.style : '']
        .join(' ')
        .trim()}
      aria-busy={busy}
      aria-label={element.accessibility_label as string | undefined}
      onClick={() => {
        if (isPage(element.url)) window.open(element.url, '_blank', 'noreferrer')
        void press()
      }}
    >
      {label}
    </button>
  )
}

export function IconButton({ block, element }: ElementProps) {
  const [busy, press] = usePress({ block, element })
  const label = (element.accessibility_label as string | undefined) ?? element.text?.text ?? ''
  return (
    <button
      type="button"
      className="icon-button bordered"
      title={label}
      aria-label={label}
      aria-busy={busy}
      onClick={press}
    >
      <Icon name={element.icon === 'trash' ? 'trash' : 'dots'} />
    </button>
  )
}

/** Thumbs up and down, one element with one action id. */
export function FeedbackButtons({ block, element }: ElementProps) {
  const [busy, press] = usePress({ block, element })
  return (
    <span className="feedback">
      {(['positive_button', 'negative_button'] as const).map((key) => {
        const button = element[key] as Element | undefined
        const label = (button?.accessibility_label as string | undefined) ?? button?.text?.text ?? key
        return (
          <button
            type="button"
            key={key}
            className="icon-button bordered"
            title={label}
            aria-label={label}
            aria-busy={busy}
            onClick={press}
          >
            {key === 'positive_button' ? '👍' : '👎'}
          </button>
        )
      })}
    </span>
  )
}

/** A second click while the first is in flight does nothing, as in Slack's own client. */
function usePress({ block, element }: ElementProps): [boolean, () => Promise<void>] {
  const host = useElementHost()
  const confirm = useConfirm()
  const [busy, setBusy] = useState(false)
  return [
    busy,
    async () => {
      if (busy || !(await confirm(element.confirm))) return
      setBusy(true)
      await host.press(block, element).finally(() => setBusy(false))
    },
  ]
}

const isPage = (url: unknown): url is string => typeof url === 'string' && /^https?:/i.test(url)
