// Text, up to ten short fields in two columns, and one element at the side.
import { ElementOf } from '../elements/element.tsx'
import { RichText } from '../text/mrkdwn.tsx'
import type { BlockProps } from './block-props.ts'

export function Section({ block }: BlockProps) {
  return (
    <div className="section">
      <div className="section-text">
        {block.text && <RichText text={block.text} />}
        {block.fields && (
          <div className="fields">
            {block.fields.map((field, index) => (
              <div key={index}>
                <RichText text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory && (
        <div className="accessory">
          <ElementOf block={block} element={block.accessory} />
        </div>
      )}
    </div>
  )
}
