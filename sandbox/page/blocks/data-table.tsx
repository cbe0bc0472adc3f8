// The table that sorts by any column and shows one page at a time.
import { useState } from 'react'
import { Icon } from '../frame/icons.tsx'
import { useViewer } from '../text/viewer.ts'
import { useWords } from '../words.ts'
import type { BlockProps } from './block-props.ts'
import { Cell, type CellContent, rowsOf } from './cell.tsx'
import { type Sorting, sortRows } from './sort-rows.ts'

const USUAL_PAGE_ROWS = 10

export function DataTable({ block }: BlockProps) {
  const { locale } = useViewer()
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const [page, setPage] = useState(0)
  const [head = [], ...rows] = rowsOf(block)
  const pageRows = Number(block.page_size ?? USUAL_PAGE_ROWS)
  const pages = Math.max(1, Math.ceil(rows.length / pageRows))
  const shown = sortRows(rows, sorting, locale).slice(page * pageRows, (page + 1) * pageRows)
  const headColumn = Number(block.row_header_column_index ?? 0)
  const sort = (column: number) => {
    setSorting({ column, descending: sorting?.column === column && !sorting.descending })
    setPage(0)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and keys must reach it
    <div className="table-frame" tabIndex={0}>
      <table className="table data-table">
        <caption>{String(block.caption ?? '')}</caption>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <HeadCell
                key={column}
                cell={cell}
                column={column}
                numeric={isNumeric(rows, column)}
                sorting={sorting}
                onSort={sort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => {
                const Tag = column === headColumn ? 'th' : 'td'
                return (
                  <Tag
                    key={column}
                    className={cell.type === 'raw_number' ? 'number' : ''}
                    {...(Tag === 'th' ? { scope: 'row' } : {})}
                  >
                    <Cell cell={cell} />
                  </Tag>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {pages > 1 && <Pager page={page} pages={pages} onPage={setPage} />}
    </div>
  )
}

interface HeadCellProps {
  cell: CellContent
  column: number
  numeric: boolean
  sorting: Sorting | null
  onSort(column: number): void
}

function HeadCell({ cell, column, numeric, sorting, onSort }: HeadCellProps) {
  const words = useWords()
  const mine = sorting?.column === column
  const order = mine ? (sorting.descending ? 'descending' : 'ascending') : 'none'
  const title = cell.text ?? String(cell.value ?? '')
  return (
    <th scope="col" aria-sort={order} className={numeric ? 'number' : ''}>
      <button
        type="button"
        className={`sort ${order}`}
        title={words.sortBy(title)}
        onClick={() => onSort(column)}
      >
        <Cell cell={cell} />
        <Icon name="down" />
      </button>
    </th>
  )
}

function Pager({ page, pages, onPage }: { page: number; pages: number; onPage(page: number): void }) {
  const words = useWords()
  return (
    <div className="pager">
      <button
        type="button"
        className="icon-button"
        aria-label={words.previousPage}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        <Icon name="back" />
      </button>
      <span aria-live="polite">{words.page(page + 1, pages)}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={words.nextPage}
        disabled={page === pages - 1}
        onClick={() => onPage(page + 1)}
      >
        <Icon name="forward" />
      </button>
    </div>
  )
}

const isNumeric = (rows: readonly CellContent[][], column: number) =>
  rows.every((row) => row[column]?.type === 'raw_number')
