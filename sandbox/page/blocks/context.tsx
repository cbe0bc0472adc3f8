// A context block: small texts and images in a row.
import type { Text } from '../../state/block-kit.ts'
import { RichText } from '../text/mrkdwn.tsx'
import type { BlockProps } from './block-props.ts'
import { Picture } from './image.tsx'

export function Context({ block }: BlockProps) {
  return (
    <div className="context">
      {(block.elements ?? []).map((element, index) =>
        element.type === 'image' ? (
          <Picture key={index} of={element} className="tiny" />
        ) : (
          <RichText key={index} text={element as unknown as Text} />
        ),
      )}
    </div>
  )
}
