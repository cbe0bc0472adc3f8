// Draws the Home tab: the standup that is open with its button, my numbers, and the way to everything else.
import type { Home, HomeTeam } from '../checkins/standup/flows/home.ts'
import { standupValue } from '../checkins/standup/slack/standup-card.ts'
import { formatDate, formatTime } from '../core/i18n/format.ts'
import type { Translate } from '../core/i18n/translate.ts'
import { numbersLine } from '../numbers/slack/numbers-line.ts'
import type { Block, HomeView } from './blocks.ts'
import { section } from './fields.ts'
import { NUMBERS, STANDUP } from './ids.ts'
import { limits } from './limits.ts'
import { escapeWithin } from './lines.ts'
import { clip, mrkdwn } from './mrkdwn.ts'

/** Beyond this many teams the tab would not fit into a view. */
const TEAMS_SHOWN = 15
const TEAM_LENGTH = 80

export function homeView({ teams, manages }: Home, t: Translate): HomeView {
  const blocks: Block[] = teams.slice(0, TEAMS_SHOWN).flatMap((team) => teamBlocks(team, t))
  if (manages.length > 0) blocks.push(section(managesText(manages, t)))
  if (blocks.length === 0) blocks.push(section(t('home.noTeam')))
  else blocks.push(buttons(t, teams.length > 0))
  blocks.push({ type: 'context', elements: [mrkdwn(t('home.more'))] })
  return { type: 'home', blocks: blocks as HomeView['blocks'] }
}

function managesText(manages: readonly string[], t: Translate): string {
  const shown = manages.slice(0, TEAMS_SHOWN).map((name) => `*${escapeWithin(name, TEAM_LENGTH)}*`)
  return t('home.manages', { teams: shown.join(', ') + (manages.length > TEAMS_SHOWN ? ' …' : '') })
}

function teamBlocks(team: HomeTeam, t: Translate): Block[] {
  const own = [...numbersOf(t('home.today'), team.today, t), ...numbersOf(t('home.week'), team.week, t)]
  return [
    {
      type: 'header',
      text: { type: 'plain_text', text: clip(team.teamName, limits.header.text.maxLength) },
    },
    standupBlock(team, t),
    ...(own.length > 0 ? own.map(section) : [section(t('home.noNumbers'))]),
    { type: 'divider' },
  ]
}

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
      // Every team has this button: what tells them apart stands behind the mark.
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

/** `reports`: they enter numbers of their own. */
function buttons(t: Translate, reports: boolean): Block {
  const button = (actionId: string, text: string) => ({
    type: 'button' as const,
    action_id: actionId,
    text: { type: 'plain_text' as const, text },
  })
  return {
    type: 'actions',
    elements: [
      ...(reports ? [button(NUMBERS.openLog, t('home.log'))] : []),
      button(NUMBERS.showBoard, t('home.board')),
      ...(reports ? [button(NUMBERS.showMine, t('home.mine'))] : []),
    ],
  }
}
