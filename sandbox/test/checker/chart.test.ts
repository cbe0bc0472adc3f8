// Charts: series and their points must fit the categories.
import { refuses, takes } from './checks.ts'
import { BLOCKS, type Json } from './samples.ts'

const chart = (series: Json[]) => ({
  ...BLOCKS.data_visualization,
  chart: { type: 'bar', series, axis_config: { categories: ['a', 'b'] } },
})
const series = (name: string, ...labels: string[]) => ({
  name,
  data: labels.map((label) => ({ label, value: 1 })),
})

refuses([
  [
    'a word for a value',
    chart([{ name: 's', data: [{ label: 'a', value: '1' }] }]),
    '/chart/series/0/data/0/value',
    'property.type',
    'must provide a number',
  ],
  [
    'two series of one name',
    chart([series('s', 'a', 'b'), series('s', 'a', 'b')]),
    '/chart/series/1/name',
    'data_visualization.series_name.duplicate',
  ],
  [
    'a point without a category',
    chart([series('s', 'a', 'c')]),
    '/chart/series/0/data',
    'data_visualization.categories.match',
  ],
  [
    'a category without a point',
    chart([series('s', 'a')]),
    '/chart/series/0/data',
    'data_visualization.categories.match',
  ],
])

takes([['points in another order', chart([series('s', 'b', 'a')])]])
