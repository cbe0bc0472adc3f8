// The large title of a message or a form.
import { withEmoji } from '../text/emoji.tsx'
import type { BlockProps } from './block-props.ts'

export const Header = ({ block }: BlockProps) => (
  <h2 className="header">{withEmoji(block.text?.text ?? '')}</h2>
)
