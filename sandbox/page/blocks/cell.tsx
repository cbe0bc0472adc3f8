// One cell of a table: words, a number, or rich text.
import type { Block } from '../../state/block-kit.ts'
import { withEmoji } from '../text/emoji.tsx'
import { LibraryBlock } from './library-block.tsx'

export interface CellContent {
  type: 'raw_text' | 'raw_number' | 'rich_text'
  text?: string
  value?: number
}

export function Cell({ cell }: { cell: CellContent }) {
  if (cell.type === 'rich_text') return <LibraryBlock block={cell as unknown as Block} />
  return withEmoji(cell.text ?? String(cell.value ?? ''))
}

export const rowsOf = (block: Block): CellContent[][] =>
  Array.isArray(block.rows) ? (block.rows as CellContent[][]) : []
