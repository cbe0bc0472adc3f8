// Renders a director's message about the week of all their teams: the week beside the one before, and where the month stands.
import { periodText } from '../../boards/slack/period-text.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { monthName } from '../../org/slack/month-name.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { escapeWithin, wordsOf } from '../../slack/lines.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import type { RolledTeam, TeamsRollupFacts } from '../domain/teams-rollup.ts'
import type { SideBySide } from '../flows/show-teams.ts'
import { NOTHING, percentText, plainName, valueText } from './team-figures.ts'
import { sideChange, sideName } from './teams-message.ts'

const NAME_LENGTH = 80
const LINE_LENGTH = 400
/** With long names these are still below Slack's limit for a table. */
const TEAMS_SHOWN = 40

export function renderTeamsRollup(facts: TeamsRollupFacts, t: Translate): RenderedMessage {
  const { week, month, today, teams } = facts
  const view = { period: month, today, teams: teams.map((one) => one.month) }
  const title = `*${t('teams.weekTitle', { period: periodText(week, t, today) })}*`
  const rows = teams.slice(0, TEAMS_SHOWN).map((one) => rowOf(one, view, t))
  const small = t('teams.weekMore', {
    ...{ rest: teams.length - rows.length, month: monthName(month.from.month, t) },
  })
  const said = [title, ...firstLine(teams[0]!, view, t)]
  const lines = rows.map((row) => escapeWithin(row.join(' · '), LINE_LENGTH))
  const right = { align: 'right' as const }
  const heads = [
    ...[t('teams.team'), t('overview.csvNumber'), t('teams.week'), t('overview.columnChange')],
    ...[t('overview.columnReached'), t('overview.columnPace')],
  ]
  return {
    text: wordsOf([...said, ...lines, small]),
    blocks: [
      section(said.join('\n')),
      {
        type: 'table',
        column_settings: [{ align: 'left' }, { align: 'left' }, right, right, right, right],
        rows: [heads, ...rows].map((row) => row.map((text) => ({ type: 'raw_text' as const, text }))),
      },
      { type: 'context', elements: [mrkdwn(small)] },
    ],
  }
}

/** What to look at first; nothing where nobody is behind. */
function firstLine({ month }: RolledTeam, view: SideBySide, t: Translate): string[] {
  const pace = month.number?.pace ?? null
  if (pace === null || pace >= 1) return []
  const team = escapeWithin(sideName(month, view, t), NAME_LENGTH)
  return [t('teams.weekBehind', { team, pace: percentText(Math.floor(pace * 100) / 100, t) })]
}

function rowOf({ week, month }: RolledTeam, view: SideBySide, t: Translate): string[] {
  const { number } = week
  return [
    ...[sideName(month, view, t), number ? plainName(number.metric, t) : NOTHING],
    ...[number ? valueText(number.metric, number.actual, t) : NOTHING, sideChange(week, t)],
    ...[percentText(month.number?.attainment ?? null, t), percentText(month.number?.pace ?? null, t)],
  ]
}
