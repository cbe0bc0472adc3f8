// Reads a table that was copied from a spreadsheet or typed by hand: person, metric, period and value, with or without headings.
import { parse } from 'csv-parse/sync'
import { foldText, withoutInvisible } from '../../core/text.ts'

const COLUMNS = ['person', 'metric', 'period', 'value'] as const
export type Column = (typeof COLUMNS)[number]

export interface TableRow extends Record<Column, string> {
  /** Of the pasted text, from 1 on. */
  line: number
}

/** `width`: how many columns the line has. `empty`: the column in which nothing stands. */
export type LayoutProblem = { line: number } & (
  | { reason: 'width'; width: number }
  | { reason: 'empty'; column: Column }
  | { reason: 'heading'; column: Column }
)

export interface PastedTable {
  rows: readonly TableRow[]
  problems: readonly LayoutProblem[]
  /** Headings of columns that say nothing here. */
  unused: readonly string[]
  /** Lines with sums, which are nobody's. */
  sums: readonly number[]
}

const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  person: [
    ...['person', 'name', 'rep', 'sales rep', 'salesperson', 'who', 'member', 'employee', 'colleague'],
    ...['user', 'owner', 'email', 'e-mail', 'handle', '姓名', '名字', '成员', '成員', '人员', '人員'],
    ...['员工', '員工', '同事', '销售', '銷售', '销售员', '业务员', '業務', '業務員', '负责人', '負責人'],
  ],
  metric: [
    ...['metric', 'kpi', 'measure', 'indicator', 'what', 'what for', 'target for'],
    ...['指标', '指標', '指标名称', '指標名稱', '项目', '項目', '考核指标', 'kpi指标'],
  ],
  period: [
    ...['period', 'month', 'quarter', 'year', 'when', 'date', 'time', '周期', '週期', '期间', '期間'],
    ...['月', '月份', '年月', '季度', '时间', '時間', '日期', '年度'],
  ],
  value: [
    ...['value', 'target', 'goal', 'quota', 'amount', 'target value', '目标', '目標', '目标值', '目標值'],
    ...['数值', '數值', '值', '任务', '任務', '任务额', '金额', '金額', '配额', '配額'],
  ],
}
const SUMS = [
  'total',
  'totals',
  'sum',
  'subtotal',
  'grand total',
  '合计',
  '合計',
  '总计',
  '總計',
  '小计',
  '小計',
]

/** Columns that were only set apart by spaces. */
const SPACES = '  '
const SPACES_BETWEEN = / {2,}/gu
/** Commas come late: they stand in numbers, too. */
const DELIMITERS = ['\t', ';', '|', ',', '、', SPACES] as const
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/gu
/** The line below the headings of a table in Markdown. */
const RULE = /^:?-{2,}:?$/u

interface Cells {
  line: number
  cells: readonly string[]
}

export function readPastedTable(text: string): PastedTable {
  const lines = linesOf(withoutInvisible(text.toWellFormed()).normalize('NFKC').replace(LINE_BREAK, '\n'))
  const [first, ...others] = lines
  const headings = first ? headingsIn(first.cells) : null
  if (!first || !headings) return tableOf(lines, COLUMNS, [])
  const missing = COLUMNS.find((column) => !headings.includes(column))
  if (missing) {
    const problem = { line: first.line, reason: 'heading', column: missing } as const
    return { rows: [], problems: [problem], unused: [], sums: [] }
  }
  const unused = first.cells.filter((cell, index) => headings[index] === null && cell !== '')
  return tableOf(others, headings, unused)
}

function linesOf(typed: string): Cells[] {
  const sign = delimiterOf(typed)
  const text = sign === SPACES ? typed.replaceAll(SPACES_BETWEEN, '\t') : typed
  return recordsOf(text, sign === SPACES ? '\t' : sign)
    .map(({ line, cells }) => ({ line, cells: sign === '|' ? withoutEdges(cells) : cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== '' && !RULE.test(cell)))
}

/** That of which enough for all columns stand in the most lines; else any that stands in the text. */
function delimiterOf(text: string): string {
  const lines = text.split('\n')
  for (const least of [COLUMNS.length, 2]) {
    const counts = DELIMITERS.map(
      (sign) =>
        lines.filter((line) => line.split(sign === SPACES ? SPACES_BETWEEN : sign).length >= least).length,
    )
    const most = Math.max(...counts)
    if (most > 0) return DELIMITERS[counts.indexOf(most)]!
  }
  return '\t'
}

function recordsOf(text: string, delimiter: string): Cells[] {
  const options = { delimiter, trim: true, relaxQuotes: true, relaxColumnCount: true, info: true } as const
  const read = (quote: '"' | false) => parse(text, { ...options, quote }) as unknown as Parsed[]
  let parsed: Parsed[]
  try {
    parsed = read('"')
  } catch {
    // A quotation mark that is never closed is a sign like any other.
    parsed = read(false)
  }
  return parsed.map(({ record, info }) => {
    const breaks = record.join('').split('\n').length - 1
    return { line: info.lines - breaks, cells: record.map((cell) => cell.replace(/\s+/gu, ' ').trim()) }
  })
}

interface Parsed {
  record: string[]
  info: { lines: number }
}

function withoutEdges(cells: readonly string[]): readonly string[] {
  const from = cells[0] === '' ? 1 : 0
  return cells.slice(from, cells.at(-1) === '' ? -1 : undefined)
}

/** Which column each cell is the heading of. Null: they are no headings. */
function headingsIn(cells: readonly string[]): readonly (Column | null)[] | null {
  const found = cells.map((cell) => {
    // 'Target (EUR)', '目标值(元)'
    const name = foldText(cell.replace(/[([].*[)\]]\s*$/u, ''))
    return COLUMNS.find((column) => HEADINGS[column].includes(name)) ?? null
  })
  const first = found.map((column, index) => (found.indexOf(column) === index ? column : null))
  return first.filter((column) => column !== null).length >= 2 ? first : null
}

function tableOf(
  lines: readonly Cells[],
  columns: readonly (Column | null)[],
  unused: readonly string[],
): PastedTable {
  const rows: TableRow[] = []
  const problems: LayoutProblem[] = []
  const sums: number[] = []
  for (const { line, cells: typed } of lines) {
    const cells = withWholeNumber(withoutEmptyEnd(typed, columns.length), columns)
    const cellOf = (column: Column) => cells[columns.indexOf(column)] ?? ''
    const row = { line, person: cellOf('person'), metric: cellOf('metric') }
    const whole = { ...row, period: cellOf('period'), value: cellOf('value') }
    const empty = COLUMNS.find((column) => whole[column] === '')
    if (isSum(whole)) sums.push(line)
    else if (cells.length > columns.length || (empty && cells.length < columns.length))
      problems.push({ line, reason: 'width', width: cells.length })
    else if (empty) problems.push({ line, reason: 'empty', column: empty })
    else rows.push(whole)
  }
  return { rows, problems, unused, sums }
}

const isSum = ({ person, metric }: TableRow): boolean =>
  SUMS.includes(foldText(person)) || (person === '' && SUMS.includes(foldText(metric)))

function withoutEmptyEnd(cells: readonly string[], width: number): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '')
  return cells.slice(0, Math.max(last + 1, width))
}

/** '1,200' that was cut in two by the comma of the table is one number again. */
function withWholeNumber(cells: readonly string[], columns: readonly (Column | null)[]): readonly string[] {
  const at = columns.indexOf('value')
  const surplus = cells.length - columns.length
  if (surplus <= 0 || at < 0) return cells
  const pieces = cells.slice(at, at + surplus + 1)
  const [head = '', ...groups] = pieces
  const isNumber = /\d{1,3}$/u.test(head) && groups.every((group) => /^\d{3}\b/u.test(group))
  return isNumber ? [...cells.slice(0, at), pieces.join(','), ...cells.slice(at + surplus + 1)] : cells
}
