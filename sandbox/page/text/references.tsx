// Mentions, channels, links and dates within a text.
import type { ReactNode } from 'react'
import { fillDate } from './slack-date.ts'
import { useViewer } from './viewer.ts'

export function UserMention({ id, label }: { id: string; label?: string | undefined }) {
  const { people, user } = useViewer()
  const name = people.get(id)?.realName ?? label ?? id
  return <span className={id === user.id ? 'mention mine' : 'mention'}>@{name}</span>
}

export function ChannelMention({ id, label }: { id: string; label?: string | undefined }) {
  const { channels, openChannel } = useViewer()
  const channel = channels.get(id)
  if (channel === undefined) return <span className="mention">#{label ?? id}</span>
  return (
    <button type="button" className="mention" onClick={() => openChannel(id)}>
      #{channel.name}
    </button>
  )
}

export const Broadcast = ({ text }: { text: string }) => <span className="mention mine">{text}</span>

/** Only addresses that a browser opens as a page or a letter become links; anything else stays words. */
export function Link({ url, children }: { url: string; children?: ReactNode }) {
  if (!/^(https?:|mailto:|tel:)/i.test(url)) return <>{children ?? url}</>
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children ?? url.replace(/^mailto:/, '')}
    </a>
  )
}

export function Moment({
  seconds,
  format,
  url,
}: {
  seconds: number
  format: string
  url?: string | undefined
}) {
  const { locale, user, now } = useViewer()
  const text = fillDate(format, seconds * 1000, { locale, zone: user.tz, nowMs: now() })
  const full = fillDate('{date_long} {time}', seconds * 1000, { locale, zone: user.tz, nowMs: now() })
  const time = (
    <time dateTime={new Date(seconds * 1000).toISOString()} title={full}>
      {text}
    </time>
  )
  return url ? <Link url={url}>{time}</Link> : time
}
