// Writes a team's numbers as CSV: a row for each person and number, then the team's; safe to open in a spreadsheet.
import { stringify } from 'csv-stringify/sync'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { metricName } from '../../numbers/slack/format-value.ts'
import { roleName } from '../../org/slack/role-choices.ts'
import type { MemberStanding, TeamStanding } from '../../targets/domain/team-progress.ts'
import type { TreeProgress } from '../../targets/flows/tree-progress.ts'
import type { TeamView } from '../flows/show-team.ts'
import { attainmentOf, paceOf, teamAttainment } from './team-figures.ts'
import { partName } from './teams-table.ts'

const LONGEST = 200
const SHARE_DIGITS = 4

type Value = string | number | null

interface Line {
  name: string
  role: string
  metric: Metric
  actual: number | null
  target: number | null
  attainment: number | null
  pace: number | null
  change: { now: number | null; before: number | null }
}

/**
 * Cells that a spreadsheet would run as a formula begin with an apostrophe. With a byte order mark, by which Excel reads Chinese.
 * Numbers are plain, shares as such: 0.85.
 */
export function teamCsv(view: TeamView, t: Translate): string {
  const { period, people, team } = view.progress
  const lines = [
    ...people.flatMap((person) => personLines(person, view, t)),
    ...(view.tree
      ? linesOfTeams(view, view.tree, t)
      : team.map((one) => teamLine(one, view.team.teamName, t))),
  ]
  const rows = lines.map((line): Value[] => [
    ...[line.name, line.role, cleanText(metricName(line.metric, t), LONGEST), line.metric.currency ?? ''],
    ...[period.from.toString(), period.to.toString()],
    ...[amount(line.metric, line.actual), amount(line.metric, line.target)],
    ...[share(line.attainment), share(line.pace)],
    ...[amount(line.metric, line.change.now), amount(line.metric, line.change.before)],
  ])
  return stringify([heads(t), ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true })
}

const heads = (t: Translate): string[] => [
  ...[t('overview.name'), t('overview.csvRole'), t('overview.csvNumber'), t('overview.csvCurrency')],
  ...[t('overview.csvFrom'), t('overview.csvTo'), t('overview.csvActual'), t('overview.csvTarget')],
  ...[t('overview.columnReached'), t('overview.columnPace'), t('overview.csvDue'), t('overview.csvBefore')],
]

function personLines(person: MemberStanding, { progress }: TeamView, t: Translate): Line[] {
  const { userId, role } = person.member
  const name = cleanText(progress.nameOf[userId] ?? '', LONGEST) || t('overview.someone')
  return person.metrics.map((standing) => ({
    ...{ name, role: roleName(role, t), metric: standing.metric, actual: standing.actual },
    target: standing.progress?.target ?? null,
    ...{ attainment: attainmentOf(standing), pace: paceOf(standing), change: standing.change },
  }))
}

/** Each team below, then all together. */
const linesOfTeams = ({ teamId, team }: TeamView, { parts, whole }: TreeProgress, t: Translate): Line[] => [
  ...parts.flatMap((part) => part.standings.map((one) => teamLine(one, partName(part, teamId, t), t))),
  ...whole.map((one) => teamLine(one, team.teamName, t)),
]

const teamLine = (standing: TeamStanding, name: string, t: Translate): Line => ({
  ...{ name: cleanText(name, LONGEST), role: t('overview.csvTeam'), metric: standing.metric },
  ...{ actual: standing.actual, target: standing.target?.target ?? null, change: standing.change },
  ...{ attainment: teamAttainment(standing), pace: standing.target?.pace ?? null },
})

const amount = ({ decimals }: Metric, value: number | null): Value =>
  value === null ? null : value / 10 ** decimals

const share = (value: number | null): Value => (value === null ? null : Number(value.toFixed(SHARE_DIGITS)))
