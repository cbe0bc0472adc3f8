// The Home tab's part for each of a person's teams: the standup that is open with its buttons, the plan to tick off, blockers, and their own numbers.
import { formatDate, formatTime } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import type { UserId } from '../../../core/ids.ts'
import { numbersLine } from '../../../numbers/slack/numbers-line.ts'
import { teamLineBlock } from '../../../org/slack/team-line.ts'
import type { Block } from '../../../slack/blocks.ts'
import { plain, section } from '../../../slack/fields.ts'
import type { HomeSection } from '../../../slack/home.ts'
import { limits } from '../../../slack/limits.ts'
import { escapeWithin } from '../../../slack/lines.ts'
import { channelLink, clip, mention, mrkdwn } from '../../../slack/mrkdwn.ts'
import { type HomeTeam, loadHomeTeams } from '../flows/home.ts'
import { STANDUP } from './ids.ts'
import { titled } from './line-texts.ts'
import { planBoxes } from './plan-boxes.ts'
import { answerButtons, standupButton } from './standup-buttons.ts'

/** More teams would exceed the blocks of a view. */
const TEAMS_SHOWN = 8
/** Teams whose plan and blockers are shown too. */
const IN_FULL = 3
const BLOCKERS_SHOWN = 5
const LINE_LENGTH = 300

export const myTeams: HomeSection = {
  place: 10,
  draw: async (who, now, t, { db }) => teamsBlocks(await loadHomeTeams(db, who, now), who.userId, t),
}

export const teamsBlocks = (teams: readonly HomeTeam[], reader: UserId, t: Translate): Block[] =>
  teams
    .slice(0, TEAMS_SHOWN)
    .flatMap((team, index) => [...headingOf(team, reader, t), ...teamBlocks(team, index < IN_FULL, t)])

/** Home has another part about a team for whoever manages it: this one is headed as their own. */
function headingOf(team: HomeTeam, reader: UserId, t: Translate): Block[] {
  const isManager = team.managerUserId === reader
  const title = isManager ? t('home.own', { team: team.teamName }) : team.teamName
  return [
    { type: 'header', text: plain(clip(title, limits.header.text.maxLength)) },
    isManager ? { type: 'context', elements: [mrkdwn(channelLink(team.channelId))] } : teamLineBlock(team, t),
  ]
}

function teamBlocks(team: HomeTeam, inFull: boolean, translate: Translate): Block[] {
  const t = translate.calling(team.checkinName)
  const { reported } = team
  const own = [
    ...(reported ? numbersOf(dayTitle(reported.date, t), reported.numbers, t) : []),
    ...numbersOf(t('home.today'), team.today, t),
    ...numbersOf(t('home.week'), team.week, t),
  ]
  return [
    ...standupBlocks(team, t),
    ...(inFull ? [...planBoxes(team, t), ...blockerBlocks(team, t)] : []),
    ...(own.length > 0 ? own.map(section) : [section(t('home.noNumbers'))]),
    { type: 'divider' },
  ]
}

const dayTitle = (date: Temporal.PlainDate, t: Translate): string =>
  t('standup.numbersOf', { date: formatDate(date, t.locale) })

function numbersOf(title: string, numbers: HomeTeam['today'], t: Translate): string[] {
  return numbers.length > 0 ? [titled(title, numbersLine(numbers, t), t)] : []
}

function standupBlocks({ standup, ...team }: HomeTeam, t: Translate): Block[] {
  const streak = team.streakDays > 1 ? `\n${t('standup.streak', { days: team.streakDays })}` : ''
  if (!standup) return [section(nextText(team, t) + streak)]
  const { date, closeAt, late, answered } = standup
  const said = {
    date: formatDate(date, t.locale),
    time: formatTime(closeAt, team.zone, t.locale),
  }
  const of = { teamId: team.teamId, date }
  const waiting = late ? t('home.standupLate', said) : t('home.standupOpen', said)
  const text = (answered ? t('home.standupAnswered', said) : waiting) + streak
  const buttons =
    answered || late
      ? [standupButton(STANDUP.open, of, t(answered ? 'standup.edit' : 'standup.fileLate'))]
      : answerButtons(of, false, t)
  // Ids must be unique in a view, so the team's id follows the `#`.
  const elements = buttons.map((one) => ({ ...one, action_id: `${one.action_id}#${team.teamId}` }))
  return [section(text), { type: 'actions', elements }]
}

function blockerBlocks({ blockers }: HomeTeam, t: Translate): Block[] {
  return blockers.slice(0, BLOCKERS_SHOWN).map(({ blockerId, text, helperUserId, state, ageDays }) => {
    const parts = [`:construction: ${escapeWithin(text, LINE_LENGTH)}`]
    if (helperUserId)
      parts.push(
        t(state === 'helped' ? 'standup.helping' : 'standup.askedForHelp', { helper: mention(helperUserId) }),
      )
    if (ageDays > 0) parts.push(t('standup.blockerAge', { days: ageDays }))
    return {
      type: 'section',
      text: mrkdwn(parts.join(' · ')),
      accessory: {
        type: 'button',
        action_id: `${STANDUP.solved}#${blockerId}`,
        text: plain(t('standup.solved')),
        value: blockerId,
      },
    }
  })
}

function nextText({ opensAt, zone }: Pick<HomeTeam, 'opensAt' | 'zone'>, t: Translate): string {
  if (!opensAt) return t('standup.nothingAhead')
  const date = formatDate(opensAt.toZonedDateTimeISO(zone).toPlainDate(), t.locale)
  return t('standup.nothingOpen', { date, time: formatTime(opensAt, zone, t.locale) })
}
