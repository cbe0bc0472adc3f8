// One field of a form, with its label, its hint, and what is wrong with what stands in it.
import { useId } from 'react'
import { ElementOf } from '../elements/element.tsx'
import { useElementHost } from '../elements/element-host.ts'
import { Icon } from '../frame/icons.tsx'
import { withEmoji } from '../text/emoji.tsx'
import { useWords } from '../words.ts'
import type { BlockProps } from './block-props.ts'

export function Input({ block }: BlockProps) {
  const words = useWords()
  const id = useId()
  const error = useElementHost().errors[block.block_id]
  const { element, hint, label, optional } = block
  if (element === undefined) return null
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field wrong' : 'field'} data-block-id={block.block_id}>
      <div className="field-label">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the element names this as its label by aria-labelledby */}
        <label id={`${id}-label`}>{withEmoji(label?.text ?? '')}</label>
        {optional && <span className="faint"> {words.optional}</span>}
      </div>
      <ElementOf
        block={block}
        element={element}
        labelId={`${id}-label`}
        describedBy={described || undefined}
        invalid={error !== undefined}
      />
      {error && (
        <div className="field-error" id={`${id}-error`} role="alert">
          <Icon name="warning" />
          {words.complaints[error] ?? error}
        </div>
      )}
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {withEmoji(hint.text)}
        </div>
      )}
    </div>
  )
}
