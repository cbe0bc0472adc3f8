// Renders a director's message about the week of all their teams: the week beside the one before, and where the month stands.
import { periodText } from '../../boards/slack/period-text.ts'
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { monthName } from '../../org/slack/month-name.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { mention, mrkdwn } from '../../slack/mrkdwn.ts'
import type { RolledTeam, TeamsRollupFacts } from '../domain/teams-rollup.ts'
import type { SideBySide } from '../flows/show-teams.ts'
import { NOTHING, percentText, plainName, valueText } from './team-figures.ts'
import { sideChange, sideName } from './teams-message.ts'

const NAME_LENGTH = 80
const LINE_LENGTH = 400
const TEXT_LENGTH = 200
const NEEDED_SHOWN = 5
/** As the table rounds it; who is behind is never told of 100 %. */
const MOST_BEHIND = 0.99
/** With long names these are still below Slack's limit for a table. */
const TEAMS_SHOWN = 40

export function renderTeamsRollup(facts: TeamsRollupFacts, t: Translate): RenderedMessage {
  const { week, month, today, teams } = facts
  const view = { period: month, today, teams: teams.map((one) => one.month) }
  const title = `*${t('teams.weekTitle', { period: periodText(week, t, today) })}*`
  // Teams that report no week have nothing to show of it.
  const withReports = teams.some(({ reports, support }) => reports !== null || support.open > 0)
  const rows = teams
    .slice(0, TEAMS_SHOWN)
    .map((one) => [...rowOf(one, view, t), ...(withReports ? reportCells(one, t) : [])])
  const small = t('teams.weekMore', {
    ...{ rest: teams.length - rows.length, month: monthName(month.from.month, t) },
  })
  const said = [title, ...firstLine(teams[0]!, view, t)]
  const lines = rows.map((row) => escapeWithin(row.join(' · '), LINE_LENGTH))
  const needed = neededLines(facts, t)
  const right = { align: 'right' as const }
  const heads = [
    ...[t('teams.team'), t('overview.csvNumber'), t('teams.week'), t('overview.columnChange')],
    ...[t('overview.columnReached'), t('overview.columnPace')],
    ...(withReports ? [t('teams.columnReports'), t('teams.columnSupport')] : []),
  ]
  return {
    text: wordsOf([...said, ...lines, ...needed, small]),
    blocks: [
      section(said.join('\n')),
      {
        type: 'table',
        column_settings: heads.map((_, index) => (index < 2 ? { align: 'left' as const } : right)),
        rows: [heads, ...rows].map((row) => row.map((text) => ({ type: 'raw_text' as const, text }))),
      },
      ...sectionsOf(needed),
      { type: 'context', elements: [mrkdwn(small)] },
    ],
  }
}

/** What to look at first; nothing where nobody is behind. */
function firstLine({ month }: RolledTeam, view: SideBySide, t: Translate): string[] {
  const pace = month.number?.pace ?? null
  if (pace === null || pace >= 1) return []
  const team = escapeWithin(sideName(month, view, t), NAME_LENGTH)
  return [t('teams.weekBehind', { team, pace: percentText(Math.min(pace, MOST_BEHIND), t) })]
}

function rowOf({ week, month }: RolledTeam, view: SideBySide, t: Translate): string[] {
  const { number } = week
  return [
    ...[sideName(month, view, t), number ? plainName(number.metric, t) : NOTHING],
    ...[number ? valueText(number.metric, number.actual, t) : NOTHING, sideChange(week, t)],
    ...[percentText(month.number?.attainment ?? null, t), percentText(month.number?.pace ?? null, t)],
  ]
}

/** 'Reports' and 'Support' of a team: 4/5, and 2, 1 of them late. */
const reportCells = ({ reports, support }: RolledTeam, t: Translate): string[] => [
  reports ? `${reports.answered}/${reports.expected}` : NOTHING,
  support.overdue > 0 ? t('teams.supportLate', { ...support }) : String(support.open),
]

/** What waits for the director, or has waited too long. */
function neededLines({ needed }: TeamsRollupFacts, t: Translate): string[] {
  if (needed.length === 0) return []
  const lines = needed.slice(0, NEEDED_SHOWN).map(({ teamName, text, ownerUserId, dueOn, overdue }) =>
    t(overdue ? 'teams.neededLate' : 'teams.needed', {
      ...{ team: escapeWithin(teamName, NAME_LENGTH), owner: mention(ownerUserId) },
      ...{ text: escapeWithin(text.replaceAll('\n', ' '), TEXT_LENGTH), date: formatDate(dueOn, t.locale) },
    }),
  )
  const rest = needed.length - lines.length
  return [`*${t('teams.neededTitle')}*`, ...lines, ...(rest > 0 ? [t('standup.more', { count: rest })] : [])]
}
