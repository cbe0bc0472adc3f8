// The order of a data table's rows: by numbers where the column has them, by words otherwise.
import type { CellContent } from './cell.tsx'

export interface Sorting {
  column: number
  descending: boolean
}

/** Ties keep the order in which they came. */
export function sortRows(
  rows: readonly CellContent[][],
  sorting: Sorting | null,
  locale: string,
): readonly CellContent[][] {
  if (sorting === null) return rows
  const words = new Intl.Collator(locale, { numeric: true })
  const ascending = (a: CellContent | undefined, b: CellContent | undefined) =>
    typeof a?.value === 'number' && typeof b?.value === 'number'
      ? a.value - b.value
      : words.compare(wordsIn(a), wordsIn(b))
  const sign = sorting.descending ? -1 : 1
  return rows.toSorted((a, b) => sign * ascending(a[sorting.column], b[sorting.column]))
}

function wordsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsIn).join('')
  if (typeof value !== 'object' || value === null) return ''
  const { text, elements } = value as { text?: string; elements?: unknown }
  return text ?? wordsIn(elements)
}
