// The Home tab's part for whoever leads several teams: how they stand this month, the furthest behind first, and the way to each.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import type { HomeSection } from '../../slack/home.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import { behindFirst } from '../domain/side-by-side.ts'
import { type SideBySide, showTeams } from '../flows/show-teams.ts'
import { OVERVIEW } from './ids.ts'
import { percentText, plainName } from './team-figures.ts'
import { drillDown, sideChange, sideName, sideValue, teamsValue } from './teams-message.ts'

const TEAMS_SHOWN = 12

export const directorHome: HomeSection = {
  place: 7,
  draw: async (who, _now, t, context) => {
    const shown = await showTeams(context, who, { typed: '' })
    return shown.ok ? directorBlocks(shown, t) : []
  },
}

export function directorBlocks(view: SideBySide, t: Translate): Block[] {
  const teams = behindFirst(view.teams)
  const shown = teams.slice(0, TEAMS_SHOWN)
  const cell = (text: string) => ({ type: 'raw_text' as const, text })
  const right = { align: 'right' as const }
  const here = { kind: view.period.kind, date: view.period.from }
  return [
    { type: 'header', text: plain(t('teams.homeTitle', { count: teams.length })) },
    {
      type: 'table',
      column_settings: [{ align: 'left' }, { align: 'left' }, right, right, right, right],
      rows: [
        [
          ...[t('teams.team'), t('overview.csvNumber'), t('teams.total'), t('overview.columnReached')],
          ...[t('overview.columnPace'), t('overview.columnChange')],
        ].map(cell),
        ...shown.map((side) =>
          [
            ...[sideName(side, view, t), side.number ? plainName(side.number.metric, t) : '–'],
            ...[sideValue(side, t), percentText(side.number?.attainment ?? null, t)],
            ...[percentText(side.number?.pace ?? null, t), sideChange(side, t)],
          ].map(cell),
        ),
      ],
    },
    { type: 'context', elements: [mrkdwn(t('teams.homeOrder', { rest: teams.length - shown.length }))] },
    drillDown(teams, view, t),
    {
      type: 'actions',
      elements: [
        {
          ...{ type: 'button', action_id: `${OVERVIEW.showTeams}#home`, text: plain(t('teams.all')) },
          value: teamsValue(here, { order: 'attainment', page: 0 }),
        },
      ],
    },
    { type: 'divider' },
  ]
}
