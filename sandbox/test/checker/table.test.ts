// Tables: their size, their cells and their header.
import { refuses } from './checks.ts'
import { BLOCKS } from './samples.ts'

const raw = (text: string) => ({ type: 'raw_text', text })
const x = (length: number) => 'x'.repeat(length)

refuses([
  [
    'half a page',
    { ...BLOCKS.data_table, page_size: 2.5 },
    '/page_size',
    'property.type',
    'must provide an integer',
  ],
  [
    'too wide a table',
    { type: 'table', rows: [Array.from({ length: 21 }, () => raw('a'))] },
    '/rows/0',
    'table.columns.max_items',
  ],
  ['too much in a table', { type: 'table', rows: [[raw(x(10_001))]] }, '/rows', 'table.content.max_length'],
  [
    'markup in a header cell',
    { ...BLOCKS.data_table, rows: [[BLOCKS.rich_text], [raw('1')]] },
    '/rows/0/0/type',
    'data_table.header_cell',
  ],
  [
    'no such column',
    { ...BLOCKS.data_table, row_header_column_index: 1 },
    '/row_header_column_index',
    'data_table.row_header_column_index',
  ],
])
