// Says at the field what is wrong with a pasted table: one sentence for each line, the first few, and how many more there are.
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { formatValue, metricName } from '../../numbers/slack/format-value.ts'
import { fieldError } from '../../numbers/slack/number-problems.ts'
import { clip } from '../../slack/mrkdwn.ts'
import type { LineProblem } from '../domain/table-wishes.ts'
import type { TableRefusal } from '../flows/plan-table.ts'
import { periodName } from './figures.ts'

const LISTED = 5
const TYPED_LENGTH = 30
const NAME_LENGTH = 40
const NAMES_LISTED = 4

/** Slack shows plain text at a field. */
const short = (text: string, most: number): string => clip(cleanText(text, 200), most)

const list = (names: readonly string[], t: Translate): string =>
  names
    .slice(0, NAMES_LISTED)
    .map((name) => short(name, NAME_LENGTH))
    .join(t('log.or'))

export function problemsText(problems: readonly LineProblem[], t: Translate): string {
  const lines = problems.slice(0, LISTED).map((problem) => problemText(problem, t))
  const more = problems.length - LISTED
  return [...lines, ...(more > 0 ? [t('table.more', { count: more })] : [])].join('\n')
}

function problemText(problem: LineProblem, t: Translate): string {
  const { line } = problem
  const said = { line, typed: 'typed' in problem ? short(problem.typed, TYPED_LENGTH) : '' }
  switch (problem.reason) {
    case 'width':
      return t('table.width', { line, width: problem.width })
    case 'empty':
      return t('table.empty', { line, column: problem.column })
    case 'heading':
      return t('table.heading', { line, column: problem.column })
    case 'nobody':
      return t('table.nobody', said)
    case 'which-person':
      return t('table.whichPerson', { ...said, names: list(problem.names, t) })
    case 'same-name':
      return t('table.sameName', { line, name: short(problem.name, NAME_LENGTH) })
    case 'which-team': {
      const { name, teams } = problem
      const joined = teams.slice(0, NAMES_LISTED).map((team) => short(team, NAME_LENGTH))
      return t('table.whichTeam', {
        line,
        name: short(name, NAME_LENGTH),
        teams: joined.join(t('common.listSeparator')),
      })
    }
    case 'no-metric':
      return t('table.noMetric', { ...said, name: short(problem.name, NAME_LENGTH) })
    case 'which-metric':
      return t('table.whichMetric', {
        ...said,
        metrics: list(
          problem.metrics.map((metric) => metricName(metric, t)),
          t,
        ),
      })
    case 'no-period':
      return t('table.noPeriod', said)
    case 'period-over':
      return t('table.periodOver', said)
    case 'value':
      return t('table.value', { ...said, problem: fieldError(problem.metric, problem.parsed, t) })
    case 'twice':
      return t('table.twice', { ...said, before: problem.before })
  }
}

export const refusalsText = (refusals: readonly TableRefusal[], t: Translate): string =>
  refusals
    .slice(0, LISTED)
    .map((refusal) => refusalText(refusal, t))
    .join('\n')

function refusalText({ target: { period }, loaded, plan, names }: TableRefusal, t: Translate): string {
  const { metric } = loaded
  const said = {
    metric: short(metricName(metric, t), NAME_LENGTH),
    ...{ period: periodName(period, t), team: short(loaded.team.teamName, NAME_LENGTH) },
  }
  const written = (value: number) => formatValue(metric, value, t.locale)
  if (plan.reason === 'period-over') return t('target.periodOver')
  if (plan.reason === 'not-in-team') return t('table.notInTeam', { ...said, names: list(names, t) })
  if (plan.reason !== 'above-whole' && plan.reason !== 'above-parent') return t('table.refused', said)
  const numbers = { whole: written(plan.whole), others: written(plan.others), value: written(plan.value) }
  return plan.reason === 'above-whole'
    ? t('table.aboveWhole', { ...said, ...numbers })
    : t('table.aboveParent', { ...said, ...numbers, period: periodName(plan.period, t) })
}
