// Prints the rows as one table that can be pasted into a Markdown page.
import { holds, type Row } from './measure.ts'

const HEAD = ['measure', 'against', 'ours', 'theirs', 'ratio', 'asked for', 'holds']

export function tableOf(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  const print = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  const [head, ...body] = lines.map(print)
  return [head, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body].join('\n')
}

export const notesOf = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ measure, note }) => (note ? [`${measure}: ${note}`] : []))

function cellsOf(row: Row): string[] {
  const { measure, against, ours, theirs, ratio, limit } = row
  const verdict = { true: 'yes', false: 'NO', null: '' }[String(holds(row)) as 'true' | 'false' | 'null']
  const wanted = limit ? (limit.said ?? `${limit.kind} ${limit.ratio}×`) : 'reported'
  return [measure, against, ours, theirs, ratio === null ? '' : `${ratio.toFixed(2)}×`, wanted, verdict]
}
