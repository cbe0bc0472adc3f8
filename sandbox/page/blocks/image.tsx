// Images; one that does not load is a box with its alt text.
import { useState } from 'react'
import type { Text } from '../../state/block-kit.ts'
import type { ElementProps } from '../elements/element-host.ts'
import { withEmoji } from '../text/emoji.tsx'
import { useWords } from '../words.ts'
import type { BlockProps } from './block-props.ts'
import { NamedBox } from './named-box.tsx'

export function ImageBlock({ block }: BlockProps) {
  const title = (block.title as Text | undefined)?.text.trim()
  return (
    <figure className="picture">
      {title && <figcaption>{withEmoji(title)}</figcaption>}
      <Picture of={block} className="large" />
    </figure>
  )
}

export const ImageElement = ({ element }: ElementProps) => <Picture of={element} className="small" />

/** @param props.of anything with `image_url` or `slack_file`, and `alt_text` */
export function Picture({ of, className }: { of: object; className: string }) {
  const words = useWords()
  const [failed, setFailed] = useState(false)
  const {
    image_url,
    slack_file,
    alt_text = '',
  } = of as {
    image_url?: string
    slack_file?: { url?: string }
    alt_text?: string
  }
  const address = image_url ?? slack_file?.url
  if (failed || address === undefined || !/^https?:|^data:image\//i.test(address))
    return <NamedBox kind={words.picture} about={alt_text} />
  return <img src={address} alt={alt_text} className={className} onError={() => setFailed(true)} />
}
