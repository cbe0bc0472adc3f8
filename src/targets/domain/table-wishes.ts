// Decides what each line of a pasted table asks for: whose target, of which metric and period, and how much; or what is wrong.
import { foldText } from '../../core/text.ts'
import { type ParsedAmount, parseAmount } from '../../numbers/domain/amount.ts'
import { type MetricNames, matchMetrics } from '../../numbers/domain/metric-match.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { matchPeople } from '../../org/domain/person-match.ts'
import type { Member } from '../../org/domain/team.ts'
import { type LayoutProblem, readPastedTable, type TableRow } from './pasted-table.ts'
import { targetBounds } from './target-amount.ts'
import type { TargetPeriod } from './target-period.ts'
import { type PeriodReading, readPeriod } from './typed-period.ts'

/** A member for whom the reader may set targets. */
export interface TableMember extends Pick<Member, 'memberId' | 'userId' | 'teamId'> {
  name: string
  teamName: string
  /** What their role counts, and what else the team or another role does. */
  metrics: readonly MetricNames[]
  others: readonly MetricNames[]
}

export interface TableView {
  members: readonly TableMember[]
  /** Of two teams of one person this one is meant. */
  teamId: Member['teamId']
  dates: PeriodReading
}

export interface TableWish {
  line: number
  member: TableMember
  metric: Metric
  period: TargetPeriod
  /** Scaled. */
  value: number
}

export type LineProblem =
  | LayoutProblem
  | ({ line: number; typed: string } & (
      | { reason: 'nobody' | 'no-period' | 'period-over' }
      | { reason: 'which-person'; names: readonly string[] }
      /** Several people have this very name, or the person is in several teams. */
      | { reason: 'same-name'; name: string }
      | { reason: 'which-team'; name: string; teams: readonly string[] }
      | { reason: 'no-metric'; name: string }
      | { reason: 'which-metric'; metrics: readonly Metric[] }
      | { reason: 'value'; metric: Metric; parsed: Extract<ParsedAmount, { ok: false }> }
      | { reason: 'twice'; before: number }
    ))

export interface ReadTable {
  wishes: readonly TableWish[]
  /** By line. */
  problems: readonly LineProblem[]
  unused: readonly string[]
  sums: readonly number[]
}

export function readTable(text: string, view: TableView): ReadTable {
  const { rows, problems: layout, unused, sums } = readPastedTable(text)
  const problems: LineProblem[] = [...layout]
  const wishes = new Map<string, TableWish>()
  for (const row of rows) {
    const read = wishOf(row, view)
    if ('reason' in read) {
      problems.push(read)
      continue
    }
    const key = `${read.member.memberId} ${read.metric.key} ${read.period.kind} ${read.period.from}`
    const before = wishes.get(key)
    if (!before) wishes.set(key, read)
    else if (before.value !== read.value)
      problems.push({ line: row.line, typed: row.person, reason: 'twice', before: before.line })
  }
  problems.sort((one, other) => one.line - other.line)
  return { wishes: [...wishes.values()], problems, unused, sums }
}

function wishOf(row: TableRow, view: TableView): TableWish | LineProblem {
  const { line } = row
  const found = membersIn(row, view)
  if ('reason' in found) return found
  const named = found.map((member) => ({ member, match: metricIn(row, member) }))
  const counting = named.filter(({ match }) => match.metrics.length > 0)
  if (counting.length === 0) return { line, typed: row.metric, reason: 'no-metric', name: found[0]!.name }
  const { member, match } = counting.find((one) => one.member.teamId === view.teamId) ?? counting[0]!
  if (counting.length > 1 && member.teamId !== view.teamId) {
    const teams = counting.map((one) => one.member.teamName)
    return { line, typed: row.person, reason: 'which-team', name: member.name, teams }
  }
  const [metric] = match.metrics
  if (!match.sure) return { line, typed: row.metric, reason: 'which-metric', metrics: match.metrics }
  const period = readPeriod(row.period, view.dates)
  if (!period) return { line, typed: row.period, reason: 'no-period' }
  if (Temporal.PlainDate.compare(period.to, view.dates.today) < 0)
    return { line, typed: row.period, reason: 'period-over' }
  const parsed = parseAmount(row.value, targetBounds(metric!))
  if (!parsed.ok) return { line, typed: row.value, reason: 'value', metric: metric!, parsed }
  return { line, member, metric: metric!, period, value: parsed.value }
}

const metricIn = ({ metric }: TableRow, { metrics, others }: TableMember) =>
  matchMetrics(foldText(metric), metrics, others)

/** All memberships of the one person who is meant. */
function membersIn({ line, person }: TableRow, { members }: TableView): readonly TableMember[] | LineProblem {
  const found = matchPeople(person, members)
  const people = [...new Map(found.map((one) => [one.userId, one])).values()]
  const [first] = people
  if (!first) return { line, typed: person, reason: 'nobody' }
  if (people.length === 1) return found
  const names = [...new Set(people.map(({ name }) => name))]
  return names.length === 1
    ? { line, typed: person, reason: 'same-name', name: first.name }
    : { line, typed: person, reason: 'which-person', names }
}
