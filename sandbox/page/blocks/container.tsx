// Blocks in a frame with a title, which may fold.
import type { ReactNode } from 'react'
import type { Block, Text } from '../../state/block-kit.ts'
import { RichText } from '../text/mrkdwn.tsx'
import type { BlockProps } from './block-props.ts'
import { Picture } from './image.tsx'
import { LibraryBlock } from './library-block.tsx'

export function Container({ block, renderBlocks }: BlockProps) {
  const frame = `container ${String(block.width ?? 'standard')} ${block.has_header_divider === true ? 'divided' : ''}`
  const children = renderBlocks(((block.child_blocks ?? []) as Block[]).map(withId))
  if (block.is_collapsible !== true)
    return (
      <div className={frame}>
        <div className="container-head">
          <Head block={block} />
        </div>
        {children}
      </div>
    )
  return (
    <details className={frame} open={block.default_collapsed !== true}>
      <summary className="container-head">
        <Head block={block} />
      </summary>
      {children}
    </details>
  )
}

function Head({ block }: { block: Block }): ReactNode {
  const subtitle = block.subtitle as Text | undefined
  return (
    <>
      {block.icon !== undefined && <Picture of={block.icon as object} className="tiny" />}
      <span className="container-title">
        {block.title !== undefined && <RichText text={block.title as Text} inline />}
        {block.rich_text_title !== undefined && <LibraryBlock block={block.rich_text_title as Block} />}
        {subtitle && (
          <span className="faint">
            <RichText text={subtitle} inline />
          </span>
        )}
      </span>
    </>
  )
}

/** Children may have no block id, which React needs as a key. */
const withId = (block: Block, index: number): Block => ({
  ...block,
  block_id: block.block_id ?? `child ${index}`,
})
