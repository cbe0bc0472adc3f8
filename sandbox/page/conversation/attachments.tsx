// Attachments: blocks or old-style fields beside a bar of color.
import type { CSSProperties } from 'react'
import type { Block } from '../../state/block-kit.ts'
import { Blocks } from '../blocks/block.tsx'
import { Picture } from '../blocks/image.tsx'
import type { Attachment } from '../client/types.ts'
import { Mrkdwn } from '../text/mrkdwn.tsx'
import { Link } from '../text/references.tsx'

const NAMED_COLORS: Readonly<Record<string, string>> = {
  good: '#2eb67d',
  warning: '#ecb22e',
  danger: '#e01e5a',
}

export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  return attachments.map((attachment, index) => (
    <div key={index}>
      {attachment.pretext && <Mrkdwn text={attachment.pretext} />}
      <div className="attachment" style={{ '--bar': colorOf(attachment) } as CSSProperties}>
        <OldParts attachment={attachment} />
        {attachment.blocks && <Blocks blocks={attachment.blocks.map(withId)} />}
      </div>
    </div>
  ))
}

function OldParts({ attachment }: { attachment: Attachment }) {
  const {
    author_name,
    title,
    title_link,
    text,
    fields = [],
    image_url,
    footer,
    blocks,
    fallback,
  } = attachment
  const said = text ?? (blocks === undefined && title === undefined ? fallback : undefined)
  return (
    <>
      {author_name && <div className="faint">{author_name}</div>}
      {title && (
        <div className="card-title">{title_link ? <Link url={title_link}>{title}</Link> : title}</div>
      )}
      {said && <Mrkdwn text={said} />}
      {fields.length > 0 && (
        <div className="fields">
          {fields.map((field) => (
            <div key={field.title}>
              <strong>{field.title}</strong>
              <Mrkdwn text={field.value} />
            </div>
          ))}
        </div>
      )}
      {image_url && <Picture of={{ image_url, alt_text: title ?? '' }} className="large" />}
      {footer && <div className="faint small">{footer}</div>}
    </>
  )
}

function colorOf({ color }: Attachment): string {
  if (color === undefined) return 'var(--line-strong)'
  const hex = color.startsWith('#') ? color : `#${color}`
  return NAMED_COLORS[color] ?? (/^#[0-9a-f]{3,8}$/i.test(hex) ? hex : 'var(--line-strong)')
}

const withId = (block: Block, index: number): Block => ({
  ...block,
  block_id: block.block_id ?? `attached ${index}`,
})
