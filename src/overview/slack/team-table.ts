// The sortable tables of a team: a row for each person, columns for each number; several where Slack's limits want it.
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { inRoleOrder } from '../../org/domain/own-role.ts'
import type { Role } from '../../org/domain/team.ts'
import { roleName } from '../../org/slack/role-choices.ts'
import type { Block, DataTableBlock } from '../../slack/blocks.ts'
import { clip } from '../../slack/mrkdwn.ts'
import {
  MOST_CHARACTERS,
  MOST_ROWS,
  numberCell,
  ROWS_AT_ONCE,
  type TableCell,
  textCell,
} from '../../slack/sortable-table.ts'
import { okrScore } from '../../targets/domain/okr-score.ts'
import type { MemberStanding, MetricStanding } from '../../targets/domain/team-progress.ts'
import type { NamedProgress } from '../../targets/flows/team-progress.ts'
import { scoreText } from '../../targets/slack/figures.ts'
import {
  actualText,
  attainmentOf,
  changeOf,
  changeText,
  NOTHING,
  paceOf,
  percentText,
  plainName,
} from './team-figures.ts'

/** The name's column included, inside Slack's limit whichever source is right. */
const MOST_COLUMNS = 20
const NAME_LENGTH = 40
const MAX_NAME_LENGTH = 200

interface Column {
  head: string
  cell(standing: MetricStanding): TableCell
}

/** One table: its columns stand after the name's. */
interface Layout {
  role: Role
  caption: string
  columns: readonly { index: number; column: Column }[]
}

export interface TeamPages {
  /** People of each page: as many as fit into one message. */
  pages: readonly (readonly MemberStanding[])[]
  /** From 0 on. */
  tablesOf(page: number): Block[]
}

/** Whoever is furthest behind in the first number that has a target comes first. `above`: what stands over them on the first page. */
export function teamPages(
  progress: NamedProgress,
  t: Translate,
  above: readonly DataTableBlock[] = [],
): TeamPages {
  const layouts = layoutsOf(progress, t)
  const pages: MemberStanding[][] = [[]]
  const heads = charactersIn(layouts.flatMap((layout) => headOf(layout, t)))
  let characters = heads + charactersIn(above.flatMap(({ rows }) => rows.flat()))
  for (const person of inOrder(progress, t)) {
    const page = pages.at(-1)!
    const own = layouts.filter(({ role }) => role === person.member.role)
    const length = charactersIn(own.flatMap((layout) => rowOf(person, layout, progress, t)))
    const isFull = page.length === MOST_ROWS || (page.length > 0 && characters + length > MOST_CHARACTERS)
    if (isFull) pages.push([person])
    else page.push(person)
    characters = (isFull ? heads : characters) + length
  }
  return { pages, tablesOf: (page) => tablesOf(pages[page] ?? [], layouts, progress, t) }
}

export function inOrder({ people, nameOf }: NamedProgress, t: Translate): MemberStanding[] {
  const names = new Intl.Collator(t.locale)
  const name = ({ member }: MemberStanding) => nameOf[member.userId] ?? ''
  const first = ({ metrics }: MemberStanding) => {
    const held = metrics.find(({ progress }) => progress !== null)
    return (held && paceOf(held)) ?? Number.POSITIVE_INFINITY
  }
  const roles = inRoleOrder(people.map(({ member }) => member.role))
  const place = ({ member }: MemberStanding) => roles.indexOf(member.role)
  const less = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1)
  return people.toSorted(
    (one, other) =>
      place(one) - place(other) || less(first(one), first(other)) || names.compare(name(one), name(other)),
  )
}

const charactersIn = (cells: readonly TableCell[]): number =>
  cells.reduce((sum, { text }) => sum + [...text].length, 0)

function tablesOf(
  people: readonly MemberStanding[],
  layouts: readonly Layout[],
  progress: NamedProgress,
  t: Translate,
): DataTableBlock[] {
  return layouts.flatMap((layout) => {
    const ofRole = people.filter(({ member }) => member.role === layout.role)
    if (ofRole.length === 0) return []
    const rows = [headOf(layout, t), ...ofRole.map((person) => rowOf(person, layout, progress, t))]
    const page_size = Math.min(ofRole.length, ROWS_AT_ONCE)
    return { type: 'data_table', caption: layout.caption, page_size, row_header_column_index: 0, rows }
  })
}

const headOf = ({ columns }: Layout, t: Translate): TableCell[] => [
  textCell(t('overview.name')),
  ...columns.map(({ column }) => textCell(column.head)),
]

const rowOf = (
  person: MemberStanding,
  { columns }: Layout,
  progress: NamedProgress,
  t: Translate,
): TableCell[] => [
  textCell(nameText(person, progress, t)),
  ...columns.map(({ index, column }) => column.cell(person.metrics[index]!)),
]

function layoutsOf({ people, okr = false }: NamedProgress, t: Translate): Layout[] {
  const byRole = Map.groupBy(people, ({ member }) => member.role)
  return inRoleOrder(byRole.keys()).flatMap((role) => {
    const everyone = byRole.get(role)
    const title = byRole.size > 1 ? roleName(role, t) : null
    return everyone ? layoutsOfRole(everyone, { role, title, okr }, t) : []
  })
}

function layoutsOfRole(
  everyone: readonly MemberStanding[],
  { role, title, okr }: { role: Role; title: string | null; okr: boolean },
  t: Translate,
): Layout[] {
  const indexes = everyone[0]!.metrics.map((_, index) => index)
  const held = new Set(indexes.filter((index) => everyone.some(({ metrics }) => metrics[index]?.progress)))
  const groups = [
    { named: t('overview.withTarget'), indexes: indexes.filter((index) => held.has(index)) },
    { named: t('overview.others'), indexes: indexes.filter((index) => !held.has(index)) },
  ].filter((group) => group.indexes.length > 0)
  return groups.flatMap(({ named, indexes: own }) => {
    const only = title === null ? t('overview.people') : null
    const caption = [title, groups.length > 1 ? named : only].filter((one) => one !== null).join(' · ')
    const numbers = own.map((index) => {
      const { metric } = everyone[0]!.metrics[index]!
      return columnsOf(metric, { held: held.has(index), okr }, t).map((column) => ({ index, column }))
    })
    return inTables(numbers).map((columns) => ({ role, caption, columns }))
  })
}

/** The columns of one number stay together. */
function inTables(numbers: readonly (readonly Layout['columns'][number][])[]): Layout['columns'][] {
  const tables: Layout['columns'][number][][] = [[]]
  for (const columns of numbers) {
    const table = tables.at(-1)!
    if (1 + table.length + columns.length > MOST_COLUMNS) tables.push([...columns])
    else table.push(...columns)
  }
  return tables
}

function columnsOf(metric: Metric, { held, okr }: { held: boolean; okr: boolean }, t: Translate): Column[] {
  const actual: Column = {
    head: plainName(metric, t),
    cell: ({ metric: of, actual: value, progress }) =>
      numberCell(value, actualText(of, value, progress?.target ?? null, t)),
  }
  const change: Column = {
    head: t('overview.columnChange'),
    cell: ({ metric: of, change: by }) => numberCell(changeOf(of, by), changeText(of, by, t)),
  }
  if (!held) return [actual, change]
  const reached: Column = {
    head: t('overview.columnReached'),
    cell: (standing) => numberCell(attainmentOf(standing), percentText(attainmentOf(standing), t)),
  }
  const pace: Column = {
    head: t('overview.columnPace'),
    cell: (standing) => numberCell(paceOf(standing), percentText(paceOf(standing), t)),
  }
  const score: Column = {
    head: t('target.scoreColumn'),
    cell: ({ progress }) => {
      const attainment = progress?.attainment ?? null
      return numberCell(okrScore(attainment), scoreText(attainment, t) ?? NOTHING)
    },
  }
  const share = metric.higherIsBetter ? [reached] : []
  return [actual, ...share, ...(okr ? [score] : []), pace, change]
}

/** Not escaped. */
export function nameText({ member }: MemberStanding, { nameOf, on }: NamedProgress, t: Translate): string {
  const name = clip(
    cleanText(nameOf[member.userId] ?? '', MAX_NAME_LENGTH) || t('overview.someone'),
    NAME_LENGTH,
  )
  const gone = member.leftOn !== null && Temporal.PlainDate.compare(member.leftOn, on) < 0
  return gone ? t('overview.left', { name }) : name
}
