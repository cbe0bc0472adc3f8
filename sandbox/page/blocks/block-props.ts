// What each component that draws a block is given.
import type { ReactNode } from 'react'
import type { Block } from '../../state/block-kit.ts'

export interface BlockProps {
  block: Block
  /** Draws the blocks within this one. */
  renderBlocks(blocks: readonly Block[]): ReactNode
}
