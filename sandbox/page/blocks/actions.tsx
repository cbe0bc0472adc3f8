// A row of elements.
import { ElementOf } from '../elements/element.tsx'
import type { BlockProps } from './block-props.ts'

export function Actions({ block }: BlockProps) {
  return (
    <div className="actions">
      {(block.elements ?? []).map((element, index) => (
        <ElementOf key={element.action_id ?? index} block={block} element={element} />
      ))}
    </div>
  )
}
