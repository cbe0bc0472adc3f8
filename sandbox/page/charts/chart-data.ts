// The data of a chart as a data_visualization block carries it.

export interface Point {
  label: string
  value: number
}

export interface Series {
  name: string
  data: Point[]
}

export interface Drawn {
  type: string
  series?: Series[]
  segments?: Point[]
  axis_config?: { categories: string[]; x_label?: string; y_label?: string }
}

/** How a number is written for the reader. */
export type Write = (value: number) => string
