// The block types that the bot sends: those of @slack/types, and newer ones that the package lacks.
import type { Button, HomeView, KnownBlock, ModalView } from '@slack/types'

export interface DataVisualizationBlock {
  type: 'data_visualization'
  block_id?: string
  title: string
  chart: {
    type: 'bar' | 'line' | 'area'
    series: { name: string; data: { label: string; value: number }[] }[]
    axis_config: { categories: string[]; x_label?: string; y_label?: string }
  }
}

/** Sortable, in pages; only in messages. */
export interface DataTableBlock {
  type: 'data_table'
  block_id?: string
  caption: string
  /** The first is the header. */
  rows: ({ type: 'raw_text'; text: string } | { type: 'raw_number'; value: number; text: string })[][]
  page_size?: number
  row_header_column_index?: number
}

export type Block = KnownBlock | DataVisualizationBlock | DataTableBlock

export type ActionsBlock = Extract<KnownBlock, { type: 'actions' }>

/** A rendered message. `text` is the fallback: it says everything that the blocks show. */
export interface RenderedMessage {
  text: string
  blocks: Block[]
}

export type { Button, HomeView, ModalView }
