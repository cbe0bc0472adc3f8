// Renders `/kpi team`: the team's totals, a sortable table of its people, and the way to other periods.

import { periodText } from '../../boards/slack/period-text.ts'
import { formatDate, formatDateBy } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { type NamedDay, neighboursOf } from '../../numbers/domain/asked-period.ts'
import { isFiscal } from '../../numbers/domain/period.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import { teamMenu } from '../../org/slack/team-menu.ts'
import type { Block, Button, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import { targetPeriod } from '../../targets/domain/target-period.ts'
import type { MemberStanding, TeamStanding } from '../../targets/domain/team-progress.ts'
import type { NamedProgress } from '../../targets/flows/team-progress.ts'
import type { TreeProgress } from '../../targets/flows/tree-progress.ts'
import { percent, periodName, roundedValue, scoreText, withoutCents } from '../../targets/slack/figures.ts'
import type { TeamView } from '../flows/show-team.ts'
import { checkinLines } from './checkin-lines.ts'
import { OVERVIEW } from './ids.ts'
import {
  actualText,
  attainmentOf,
  changeText,
  NOTHING,
  paceOf,
  percentText,
  plainName,
  teamAttainment,
  valueText,
} from './team-figures.ts'
import { nameText, teamPages } from './team-table.ts'
import { currencyLines, teamsLines, teamsTable } from './teams-table.ts'

const NAME_LENGTH = 60
/** So many totals of numbers without a target in one line. */
const OTHERS_IN_LINE = 12

/** `page`: of people, from 0 on. `more`: buttons of higher features. */
export function teamMessage(
  view: TeamView,
  t: Translate,
  page = 0,
  more: readonly Button[] = [],
): RenderedMessage {
  const { progress, team, tree, teamId } = view
  const period = periodText(progress.period, t, view.today)
  const title = `*${t('overview.title', { team: teamLabel(team, t), period })}*`
  const ofTeams = tree ? teamsTable(tree, teamId, t) : []
  const { pages, tablesOf } = teamPages(progress, t, ofTeams)
  const shown = Math.min(Math.max(page, 0), pages.length - 1)
  const people = pages[shown]!
  const today = view.checkin && shown === 0 ? checkinLines(view.checkin, progress, view.tree !== null, t) : []
  const said = [title, ...today, ...totalLines(view, people.length, t)]
  const others = people.length === 0 || tree ? null : othersLine(progress.team, t)
  const small = [others, comparedText(view, t), targetsText(view, t), sinceText(view, t)].filter(
    (line) => line !== null,
  )
  const teams = tree && shown === 0 ? teamsLines(tree, teamId, t).map((line) => escapeWithin(line, 500)) : []
  return {
    text: wordsOf([...said, ...teams, ...people.map((person) => personLine(person, view, t)), ...small]),
    blocks: [
      ...sectionsOf(said),
      ...(shown === 0 ? ofTeams : []),
      ...tablesOf(shown),
      { type: 'context', elements: small.map(mrkdwn) },
      buttons(view, { shown, pages: pages.length }, more, t),
      ...(tree ? oneTeam(view, tree, t) : []),
    ],
  }
}

/** The way to the people of each team below. */
function oneTeam({ teamId }: TeamView, { parts }: TreeProgress, t: Translate): Block[] {
  const below = parts.filter((part) => part.teamId !== teamId)
  if (below.length === 0) return []
  const choices = below.map((part) => ({ teamId: part.teamId, name: part.name, channelName: null }))
  return teamMenu({ question: '', actionId: OVERVIEW.chooseTeam }, choices, '', t).blocks.slice(1)
}

/** Many teams' money is read without cents; less than one is left of a whole when parts are rounded to their currencies. */
const roundly = (one: TeamStanding): TeamStanding => {
  const { metric, actual, target } = one
  const isCents = metric.unit === 'money' && target !== null && target.unassigned < 10 ** metric.decimals
  return {
    ...one,
    actual: actual === null ? null : withoutCents(metric, actual),
    target: isCents ? { ...target, unassigned: 0 } : target,
  }
}

/** Of the team with those below it, else of the team. */
function totalLines({ progress, tree }: TeamView, people: number, t: Translate): string[] {
  const held = (tree?.whole ?? progress.team).filter(({ target }) => target !== null)
  if (people === 0 && !tree) return [t('overview.nobody')]
  return [
    ...held.map((one) => heldLine(tree ? roundly(one) : one, progress, t)),
    ...(tree ? currencyLines(tree, t) : []),
  ]
}

/** The totals without a target, together: on a phone they would push the tables off the screen. */
function othersLine(team: readonly TeamStanding[], t: Translate): string | null {
  const others = team.filter(({ target, actual }) => target === null && actual !== null)
  const short = others.slice(0, OTHERS_IN_LINE).map((one) =>
    t('overview.total', {
      metric: escapeWithin(plainName(one.metric, t), NAME_LENGTH),
      value: withChange(valueText(one.metric, one.actual, t), one, t),
    }),
  )
  return short.length > 0 ? t('overview.inTotal', { totals: short.join(' · ') }) : null
}

const scored = (attainment: number | null, okr: boolean, t: Translate): string[] => {
  const score = okr ? scoreText(attainment, t) : null
  return score === null ? [] : [t('target.score', { score })]
}

function heldLine(standing: TeamStanding, { okr = false, period }: NamedProgress, t: Translate): string {
  const { metric, actual } = standing
  const target = standing.target!
  const reached = teamAttainment(standing)
  const parts = [
    actualText(metric, actual, target.target, t) +
      (reached === null ? '' : t('overview.share', { share: percent(reached, t) })),
    ...scored(target.attainment, okr, t),
    target.pace === null ? t('overview.notYet') : t('overview.pace', { pace: percent(target.pace, t) }),
    // Of a quarter or year it may be what was set for months that were over by then.
    ...(target.unassigned > 0 && !isFiscal(period.kind)
      ? [t('overview.unassigned', { value: roundedValue(metric, target.unassigned, t) })]
      : []),
  ]
  return t('overview.total', {
    metric: escapeWithin(plainName(metric, t), NAME_LENGTH),
    value: withChange(parts.join(' · '), standing, t),
  })
}

function withChange(written: string, { metric, change }: TeamStanding, t: Translate): string {
  const by = changeText(metric, change, t)
  return by === NOTHING ? written : `${written} ${by}`
}

/** The same as a row of the tables, in words. */
function personLine(person: MemberStanding, { progress }: TeamView, t: Translate): string {
  const numbers = person.metrics.flatMap((standing) => {
    const { metric, actual } = standing
    if (actual === null && standing.progress === null) return []
    const said = [
      ...(attainmentOf(standing) === null ? [] : [percentText(attainmentOf(standing), t)]),
      ...(paceOf(standing) === null ? [] : [t('overview.pace', { pace: percentText(paceOf(standing), t) })]),
    ]
    const value = actualText(metric, actual, standing.progress?.target ?? null, t)
    const more = said.length > 0 ? t('overview.share', { share: said.join(t('common.listSeparator')) }) : ''
    return [
      t('common.labelled', { label: escapeWithin(plainName(metric, t), NAME_LENGTH), value: value + more }),
    ]
  })
  const name = `*${escapeWithin(nameText(person, progress, t), NAME_LENGTH)}*`
  return `${name}  ${numbers.length > 0 ? numbers.join(' · ') : t('overview.noNumbers')}`
}

/** Says what pace is, or that there are no targets yet that it could be of. */
const targetsText = ({ progress: { people }, tree }: TeamView, t: Translate): string =>
  t(
    tree?.whole.some(({ target }) => target !== null) ||
      people.some(({ metrics }) => metrics.some(({ progress }) => progress !== null))
      ? 'overview.paceHow'
      : 'overview.noTargets',
  )

/** Of targets that were first set when months of the period were over; the latest of them is said. */
function sinceText({ progress: { team }, tree }: TeamView, t: Translate): string | null {
  const late = (tree?.whole ?? team).flatMap(({ metric, target }) =>
    target?.since ? [{ metric, since: target.since }] : [],
  )
  const last = late
    .map(({ since }) => since)
    .toSorted(Temporal.PlainDate.compare)
    .at(-1)
  if (!last) return null
  const named = late.filter(({ since }) => since.equals(last)).slice(0, OTHERS_IN_LINE)
  return t('overview.paceSince', {
    month: periodName(targetPeriod('month', last, 1), t),
    metrics: named
      .map(({ metric }) => escapeWithin(plainName(metric, t), NAME_LENGTH))
      .join(t('common.listSeparator')),
  })
}

function comparedText({ progress: { compared }, today }: TeamView, t: Translate): string | null {
  if (!compared) return null
  const { from, to, days } = compared
  const short = (date: Temporal.PlainDate) =>
    formatDateBy(date, t.locale, {
      ...{ day: 'numeric', month: 'short' },
      ...(date.year === today.year ? {} : { year: 'numeric' as const }),
    })
  if (from.equals(to)) return t('overview.comparedDay', { date: formatDate(from, t.locale) })
  return t('overview.compared', { from: short(from), to: short(to), days })
}

function buttons(
  { teamId, progress: { period }, today, tree }: TeamView,
  { shown, pages }: { shown: number; pages: number },
  more: readonly Button[],
  t: Translate,
): Block {
  const { before, after } = neighboursOf(period, today)
  const value = ({ kind, date }: NamedDay, page: number) =>
    JSON.stringify({ team: teamId, kind, date: date.toString(), page })
  const button = (id: string, words: string, of: NamedDay, page = 0) => ({
    ...{ type: 'button' as const, action_id: `${OVERVIEW.showTeam}#${id}` },
    ...{ text: plain(words), value: value(of, page) },
  })
  const here = { kind: period.kind, date: period.from }
  const why = { ...button('why', t('target.why'), here), action_id: OVERVIEW.whySum }
  const csv = { ...button('csv', t('overview.csv'), here), action_id: OVERVIEW.csv }
  return {
    type: 'actions',
    elements: [
      button('before', t('overview.before'), before),
      ...(after ? [button('after', t('overview.after'), after)] : []),
      ...(shown > 0 ? [button('previous', t('overview.previousPeople'), here, shown - 1)] : []),
      ...(shown + 1 < pages
        ? [button('next', t('overview.morePeople', { page: shown + 1, pages }), here, shown + 1)]
        : []),
      ...(tree && tree.money.length > 0 ? [why] : []),
      csv,
      ...more,
    ],
  }
}
