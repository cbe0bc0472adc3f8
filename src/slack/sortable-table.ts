// The cells of a message's sortable table, and how much it may hold: sources disagree on Slack's limits, and these are inside all of them.
import type { DataTableBlock } from './blocks.ts'

export const MOST_ROWS = 100
export const MOST_CHARACTERS = 9000
/** More rows are on the next page of the table itself. */
export const ROWS_AT_ONCE = 50

export type TableCell = DataTableBlock['rows'][number][number]

/** Slack refuses an empty cell. */
const NOTHING = '–'

export const textCell = (words: string): TableCell => ({ type: 'raw_text', text: words || NOTHING })

/** Sorted by the value, read as the words. */
export const numberCell = (value: number | null | undefined, words: string): TableCell =>
  value == null ? textCell(words) : { type: 'raw_number', value, text: words }
