// The charts of a data_visualization block: pie, bar, area and line.
import {
  byType,
  type Json,
  list,
  number,
  object,
  objectsIn,
  oneOf,
  type Rule,
  string,
  type Types,
} from './shape.ts'

const segment = object({
  label: string('data_visualization.segment.label'),
  value: number('data_visualization.segment.value'),
})
const point = object({ label: string('data_visualization.point_label'), value: number() })
const series = object({
  name: string('data_visualization.series_name'),
  data: list(point, 'data_visualization.data'),
})
const axes = object({
  categories: list(string('data_visualization.category_label'), 'data_visualization.categories'),
  'x_label?': string('data_visualization.axis_label'),
  'y_label?': string('data_visualization.axis_label'),
})

const namesDiffer: Rule = (chart, at, report) => {
  const names = objectsIn(chart.series).map(({ name }) => name)
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index)
      report(`${at}/series/${index}/name`, 'data_visualization.series_name.duplicate', 'must be unique')
  })
}

/** Each series has one point for each category, and no other. */
const pointsMatchCategories: Rule = (chart, at, report) => {
  const categories = (chart.axis_config as Json | undefined)?.categories
  if (!Array.isArray(categories)) return
  objectsIn(chart.series).forEach(({ data }, index) => {
    const labels = objectsIn(data).map(({ label }) => label)
    const matches =
      labels.length === categories.length && categories.every((category) => labels.includes(category))
    if (!matches)
      report(
        `${at}/series/${index}/data`,
        'data_visualization.categories.match',
        'labels must match the categories',
      )
  })
}

const axisChart = (type: string) =>
  object(
    { type: oneOf(type), series: list(series, 'data_visualization.series'), axis_config: axes },
    namesDiffer,
    pointsMatchCategories,
  )

const CHARTS: Types = {
  pie: object({ type: oneOf('pie'), segments: list(segment, 'data_visualization.segments') }),
  bar: axisChart('bar'),
  area: axisChart('area'),
  line: axisChart('line'),
}

export const dataVisualization = {
  type: oneOf('data_visualization'),
  title: string('data_visualization.title'),
  chart: byType(CHARTS, 'data_visualization.chart'),
}
