// The Home tab's part for each of a person's teams: the standup that is open with its button, and their own numbers.
import { formatDate, formatTime } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { numbersLine } from '../../../numbers/slack/numbers-line.ts'
import { teamLineBlock } from '../../../org/slack/team-line.ts'
import type { Block } from '../../../slack/blocks.ts'
import { section } from '../../../slack/fields.ts'
import type { HomeSection } from '../../../slack/home.ts'
import { limits } from '../../../slack/limits.ts'
import { clip, mrkdwn } from '../../../slack/mrkdwn.ts'
import { type HomeTeam, loadHomeTeams } from '../flows/home.ts'
import { STANDUP } from './ids.ts'
import { standupValue } from './standup-card.ts'

/** More teams would exceed the blocks of a view. */
const TEAMS_SHOWN = 15

export const myTeams: HomeSection = {
  place: 10,
  draw: async (who, now, t, { db }) => teamsBlocks(await loadHomeTeams(db, who, now), t),
}

export const teamsBlocks = (teams: readonly HomeTeam[], t: Translate): Block[] =>
  teams.slice(0, TEAMS_SHOWN).flatMap((team) => teamBlocks(team, t))

function teamBlocks(team: HomeTeam, t: Translate): Block[] {
  const { reported } = team
  const own = [
    ...(reported ? numbersOf(dayTitle(reported.date, t), reported.numbers, t) : []),
    ...numbersOf(t('home.today'), team.today, t),
    ...numbersOf(t('home.week'), team.week, t),
  ]
  return [
    {
      type: 'header',
      text: { type: 'plain_text', text: clip(team.teamName, limits.header.text.maxLength) },
    },
    teamLineBlock(team, t),
    standupBlock(team, t),
    ...(own.length > 0 ? own.map(section) : [section(t('home.noNumbers'))]),
    { type: 'divider' },
  ]
}

const dayTitle = (date: Temporal.PlainDate, t: Translate): string =>
  t('standup.numbersOf', { date: formatDate(date, t.locale) })

function numbersOf(title: string, numbers: HomeTeam['today'], t: Translate): string[] {
  return numbers.length > 0 ? [`*${title}*  ${numbersLine(numbers, t)}`] : []
}

function standupBlock({ standup, ...team }: HomeTeam, t: Translate): Block {
  if (!standup) return section(nextText(team, t))
  const said = {
    date: formatDate(standup.date, t.locale),
    time: formatTime(standup.closeAt, team.zone, t.locale),
  }
  const waiting = standup.late ? t('home.standupLate', said) : t('home.standupOpen', said)
  return {
    type: 'section',
    text: mrkdwn(standup.answered ? t('home.standupAnswered', said) : waiting),
    accessory: {
      type: 'button',
      // Ids must be unique in a view, so the team's id follows the `#`.
      action_id: `${STANDUP.open}#${team.teamId}`,
      text: { type: 'plain_text', text: t(standup.answered ? 'standup.edit' : 'standup.start') },
      value: standupValue({ teamId: team.teamId, date: standup.date }),
      ...(!standup.answered && { style: 'primary' }),
    },
  }
}

function nextText({ opensAt, zone }: Pick<HomeTeam, 'opensAt' | 'zone'>, t: Translate): string {
  if (!opensAt) return t('standup.nothingAhead')
  const date = formatDate(opensAt.toZonedDateTimeISO(zone).toPlainDate(), t.locale)
  return t('standup.nothingOpen', { date, time: formatTime(opensAt, zone, t.locale) })
}
