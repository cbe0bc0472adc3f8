// The static table; its first row is the header.
import type { BlockProps } from './block-props.ts'
import { Cell, rowsOf } from './cell.tsx'

interface ColumnSetting {
  align?: 'left' | 'center' | 'right'
  is_wrapped?: boolean
}

export function Table({ block }: BlockProps) {
  const [head = [], ...rows] = rowsOf(block)
  const settings = (block.column_settings as ColumnSetting[] | undefined) ?? []
  const look = (column: number) => ({
    className: settings[column]?.is_wrapped ? 'wrapped' : '',
    style: { textAlign: settings[column]?.align ?? 'left' } as const,
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and keys must reach it
    <div className="table-frame" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" {...look(column)}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} {...look(column)}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
