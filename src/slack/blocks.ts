// The block types that we send: Slack's own, and the newer ones that its type package does not know yet.
import type { HomeView, KnownBlock, ModalView } from '@slack/types'

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

export type Block = KnownBlock | DataVisualizationBlock

/** A message ready to go: `text` says in words what the blocks show. */
export interface RenderedMessage {
  text: string
  blocks: Block[]
}

export type { HomeView, ModalView }
