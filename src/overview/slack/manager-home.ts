// The Home tab's part for each team that a person manages: what to do first, then everyone against this month's targets.
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { waitingForAnswer } from '../../org/slack/waiting-requests.ts'
import type { Block } from '../../slack/blocks.ts'
import { plain, section } from '../../slack/fields.ts'
import type { HomeSection } from '../../slack/home.ts'
import { limits } from '../../slack/limits.ts'
import { sectionsOf } from '../../slack/lines.ts'
import { channelLink, clip, mrkdwn } from '../../slack/mrkdwn.ts'
import type { MemberStanding, MetricStanding, TeamStanding } from '../../targets/domain/team-progress.ts'
import { nameWithin, perDayValue, roundedValue } from '../../targets/slack/figures.ts'
import { listedButtons, listedText } from '../../warnings/slack/list-message.ts'
import type { Behind } from '../domain/must-do.ts'
import { loadManagedTeams, type ManagedTeam } from '../flows/manager-home.ts'
import { awayLine, missingLine, nameOfPerson, namesText } from './checkin-lines.ts'
import { OVERVIEW } from './ids.ts'
import { reachedHome } from './reached-home.ts'
import { actualText, paceOf, percentText, plainName } from './team-figures.ts'
import { inOrder, nameText } from './team-table.ts'

/** More would crowd the rest out of the view. */
const TEAMS_SHOWN = 3
const BEHIND_SHOWN = 3
const WARNED_SHOWN = 3
const PEOPLE_SHOWN = 20
const METRICS_SHOWN = 4

/**
 * On top what has come up from teams below. Requests stand in the first team's list, below what holds people up, and by themselves
 * for whoever leads none.
 */
export const managerHome: HomeSection = {
  place: 6,
  draw: async (who, now, t, context) => {
    const teams = await loadManagedTeams(context, who, now, TEAMS_SHOWN)
    const own = teams.map(({ teamId }) => teamId)
    const reached = await reachedHome(context, who, now, own, t)
    const waiting = await waitingForAnswer(who, now, t, context)
    if (teams.length === 0) return [...reached, ...waiting]
    return [...reached, ...teams.flatMap((team, index) => managedBlocks(team, t, index === 0 ? waiting : []))]
  },
}

/** `waiting`: the requests that wait for the reader's answer. */
export function managedBlocks(managed: ManagedTeam, t: Translate, waiting: readonly Block[] = []): Block[] {
  const { team, teamId, progress, today } = managed
  const shown = shownNumbers(progress.people)
  const value = JSON.stringify({ team: teamId, kind: 'month', date: today.toString(), page: 0 })
  return [
    { type: 'header', text: plain(clip(team.teamName, limits.header.text.maxLength)) },
    { type: 'context', elements: [mrkdwn(channelLink(team.channelId))] },
    ...queueBlocks(managed, t, waiting),
    ...(shown.length > 0 ? [tableOf(managed, shown, t)] : [section(t('overview.homeNoTargets'))]),
    {
      type: 'actions',
      elements: [
        {
          ...{ type: 'button', action_id: `${OVERVIEW.showTeam}#${teamId}`, value },
          text: plain(t('overview.homeAll')),
        },
      ],
    },
    { type: 'divider' },
  ]
}

/** The first thing to do on top: who is missing, what is blocked, what warns, what waits for an answer, who is behind; without any, that is said. */
function queueBlocks(managed: ManagedTeam, t: Translate, waiting: readonly Block[]): Block[] {
  const { first, behind, away } = mustDoLines(managed, t)
  const asks = [...warnedBlocks(managed, t), ...waiting]
  const isQuiet = first.length + behind.length + asks.length === 0
  const nothing = isQuiet ? [t('overview.homeNothing')] : []
  if (asks.length === 0) return sectionsOf([...first, ...behind, ...nothing, ...away])
  return [...sectionsOf(first), ...asks, ...sectionsOf([...behind, ...away])]
}

/** Each with its buttons, the urgent ones first. */
function warnedBlocks({ warned, zone }: ManagedTeam, t: Translate): Block[] {
  const rest = warned.length - WARNED_SHOWN
  return [
    ...warned
      .slice(0, WARNED_SHOWN)
      .flatMap((view) => [section(listedText(view, { zone, isMixed: false }, t)), ...listedButtons(view, t)]),
    ...(rest > 0 ? [section(t('overview.homeWarned', { count: rest }))] : []),
  ]
}

function mustDoLines(managed: ManagedTeam, t: Translate): Record<'first' | 'behind' | 'away', string[]> {
  const { missing, away, blocked, behind } = managed
  const owners = [...new Set(blocked.map(({ userId }) => userId))]
  const first = [
    ...(missing.length > 0 ? [missingLine(missing, managed.progress, t)] : []),
    ...(blocked.length > 0
      ? [
          t('overview.homeBlocked', {
            ...{ count: blocked.length, names: namesText(owners, managed.progress, t) },
            date: formatDate(blocked[0]!.since, t.locale),
          }),
        ]
      : []),
  ]
  return {
    first,
    behind: behind.slice(0, BEHIND_SHOWN).map((one) => behindText(one, managed, t)),
    away: away.length > 0 ? [awayLine(away, managed.progress, t)] : [],
  }
}

function behindText({ userId, metric, progress, pace }: Behind, managed: ManagedTeam, t: Translate): string {
  const said = {
    name: nameOfPerson(userId, managed.progress, t),
    metric: nameWithin(metric, t),
    pace: percentText(pace, t),
    gap: roundedValue(metric, Math.abs(progress.gap), t),
  }
  const perDay = metric.higherIsBetter ? (progress.rest?.perDay ?? null) : null
  return perDay === null
    ? t('overview.homeBehind', said)
    : t('overview.homeBehindDay', { ...said, perDay: perDayValue(metric, perDay, t) })
}

/** The keys of the first numbers that have a target. */
const shownNumbers = (people: readonly MemberStanding[]): string[] =>
  [
    ...new Set(
      people.flatMap(({ metrics }) => metrics.flatMap((one) => (one.progress ? [one.metric.key] : []))),
    ),
  ].slice(0, METRICS_SHOWN)

function tableOf(managed: ManagedTeam, shown: readonly string[], t: Translate): Block {
  const { progress } = managed
  const cell = (text: string) => ({ type: 'raw_text' as const, text })
  const lineOf = (key: string) => progress.team.find(({ metric }) => metric.key === key)
  const people = inOrder(progress, t)
    .filter(({ member }) => member.leftOn === null)
    .slice(0, PEOPLE_SHOWN)
  return {
    type: 'table',
    column_settings: [{ align: 'left' }, ...shown.map(() => ({ align: 'right' as const }))],
    rows: [
      [t('overview.name'), ...shown.map((key) => plainName(lineOf(key)!.metric, t))].map(cell),
      [t('overview.csvTeam'), ...shown.map((key) => teamCell(lineOf(key)!, t))].map(cell),
      ...people.map((person) =>
        [
          nameText(person, progress, t),
          ...shown.map((key) =>
            personCell(
              person.metrics.find(({ metric }) => metric.key === key),
              t,
            ),
          ),
        ].map(cell),
      ),
    ],
  }
}

const personCell = (standing: MetricStanding | undefined, t: Translate): string =>
  standing
    ? paced(
        actualText(standing.metric, standing.actual, standing.progress?.target ?? null, t),
        paceOf(standing),
        t,
      )
    : '–'

const teamCell = ({ metric, actual, target }: TeamStanding, t: Translate): string =>
  paced(actualText(metric, actual, target?.target ?? null, t), target?.pace ?? null, t)

const paced = (value: string, pace: number | null, t: Translate): string =>
  pace === null ? value : t('rep.cell', { value, pace: percentText(pace, t) })
