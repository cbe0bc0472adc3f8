// Maps each block type to its component; an unknown block, or one whose component fails, is a box with its name.
import type { ComponentType } from 'react'
import type { Block } from '../../state/block-kit.ts'
import { Chart } from '../charts/chart.tsx'
import { Actions } from './actions.tsx'
import { Alert } from './alert.tsx'
import type { BlockProps } from './block-props.ts'
import { Card, Carousel } from './card.tsx'
import { Container } from './container.tsx'
import { Context } from './context.tsx'
import { DataTable } from './data-table.tsx'
import { BlockErrorBoundary } from './error-boundary.tsx'
import { Header } from './header.tsx'
import { ImageBlock } from './image.tsx'
import { Input } from './input.tsx'
import { LibraryBlock } from './library-block.tsx'
import { NamedBox } from './named-box.tsx'
import { Section } from './section.tsx'
import { Table } from './table.tsx'

const BLOCKS: Readonly<Record<string, ComponentType<BlockProps>>> = {
  actions: Actions,
  alert: Alert,
  card: Card,
  carousel: Carousel,
  container: Container,
  context: Context,
  context_actions: Actions,
  data_table: DataTable,
  data_visualization: Chart,
  divider: () => <hr className="divider" />,
  header: Header,
  image: ImageBlock,
  input: Input,
  markdown: LibraryBlock,
  plan: LibraryBlock,
  rich_text: LibraryBlock,
  section: Section,
  table: Table,
  task_card: LibraryBlock,
}

export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block) => (
    <BlockErrorBoundary key={block.block_id} kind={block.type} block={block}>
      <div className={`block block-${block.type}`} data-block={block.type}>
        <BlockOf block={block} />
      </div>
    </BlockErrorBoundary>
  ))
}

const renderBlocks = (blocks: readonly Block[]) => <Blocks blocks={blocks} />

function BlockOf({ block }: { block: Block }) {
  const Component = Object.hasOwn(BLOCKS, block.type) ? BLOCKS[block.type] : undefined
  return Component === undefined ? (
    <NamedBox kind={block.type} about={aboutOf(block)} />
  ) : (
    <Component block={block} renderBlocks={renderBlocks} />
  )
}

/** The text of a block that has no component. */
function aboutOf(block: Block): string | undefined {
  const title = block.title as { text?: string } | undefined
  return title?.text ?? block.text?.text ?? (block.alt_text as string | undefined)
}
