// The two tables: the static `table`, and `data_table` with sorting and pages.
import { limitNamed } from './limit.ts'
import { richText } from './rich-text.ts'
import {
  boolean,
  byType,
  integer,
  isObject,
  type Json,
  lengthOf,
  list,
  number,
  object,
  oneOf,
  type Rule,
  type Shape,
  string,
  tooLong,
} from './shape.ts'

const cell = (text: Shape) => ({
  raw_text: object({ type: oneOf('raw_text'), text }),
  raw_number: object({ type: oneOf('raw_number'), value: number(), text }),
  rich_text: richText,
})
const TABLE_CELLS = cell(string())
const DATA_CELLS = cell(string('data_table.cell_text'))

const rowsOf = (block: Json): unknown[][] =>
  Array.isArray(block.rows) ? block.rows.filter(Array.isArray) : []

/** Every row has as many cells as the first. */
const sameWidth =
  (type: string): Rule =>
  (block, at, report) => {
    const rows = rowsOf(block)
    rows.forEach((row, index) => {
      if (row.length !== rows[0]!.length)
        report(`${at}/rows/${index}`, `${type}.row_shape`, 'all rows must have the same number of cells')
    })
  }

/** All text of a cell, at any depth. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + textLength(entry), 0)
  if (!isObject(value)) return 0
  if (typeof value.text === 'string') return lengthOf(value.text)
  return textLength(value.elements)
}

const contentFits = (type: string): Rule => {
  const limit = limitNamed(`${type}.content.max_length`)
  return (block, at, report) => {
    if (textLength(rowsOf(block)) > limit.value)
      report(`${at}/rows`, limit.rule, `${tooLong(limit)} in all cells`)
  }
}

const columnSetting = object({ 'align?': oneOf('left', 'center', 'right'), 'is_wrapped?': boolean })

/** Slack's documentation allows fewer settings than columns; the recorded rules do not. This follows the stricter. */
const oneSettingForEachColumn: Rule = (block, at, report) => {
  const [firstRow] = rowsOf(block)
  if (Array.isArray(block.column_settings) && firstRow && block.column_settings.length !== firstRow.length)
    report(`${at}/column_settings`, 'table.column_settings', 'must have one entry for each column')
}

export const table = {
  type: oneOf('table'),
  rows: list(list(byType(TABLE_CELLS, 'table.cell'), 'table.columns'), 'table.rows'),
  'column_settings?': list(columnSetting),
}
export const tableRules = [sameWidth('table'), oneSettingForEachColumn, contentFits('table')]

const headerInPlainWords: Rule = (block, at, report) => {
  rowsOf(block)[0]?.forEach((entry, index) => {
    if (isObject(entry) && entry.type === 'rich_text')
      report(`${at}/rows/0/${index}/type`, 'data_table.header_cell', 'unsupported type: rich_text')
  })
}

const headerColumnExists: Rule = (block, at, report) => {
  const index = block.row_header_column_index
  const columns = rowsOf(block)[0]?.length
  if (typeof index === 'number' && columns !== undefined && (index < 0 || index >= columns))
    report(
      `${at}/row_header_column_index`,
      'data_table.row_header_column_index',
      'must be the index of a column',
    )
}

export const dataTable = {
  type: oneOf('data_table'),
  caption: string(),
  rows: list(list(byType(DATA_CELLS, 'data_table.cell'), 'data_table.columns'), 'data_table.rows'),
  'page_size?': integer('data_table.page_size'),
  'row_header_column_index?': integer(),
}
export const dataTableRules = [
  sameWidth('data_table'),
  headerInPlainWords,
  headerColumnExists,
  contentFits('data_table'),
]
