// Renders `/kpi rep`: a table of one person's last four weeks, how their targets stand, open blockers, and leave.
import { formatDate, formatDateBy } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import type { Leave } from '../../org/domain/calendar.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { Block, Button, RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { escapeWithin, quoted, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { clip, mention, mrkdwn } from '../../slack/mrkdwn.ts'
import { scoreText } from '../../targets/slack/figures.ts'
import { targetSections, targetWords } from '../../targets/slack/target-lines.ts'
import type { RepView } from '../flows/show-rep.ts'
import { actualText, NOTHING, paceOf, percentText, plainName } from './team-figures.ts'

const NAME_LENGTH = 60
const MAX_NAME_LENGTH = 200
const BLOCKER_LENGTH = 300
const BLOCKERS_SHOWN = 5
const LEAVE_SHOWN = 8
const TARGETS_SHOWN = 8
const METRICS_SHOWN = 30
const TEAMS_SHOWN = 10

interface Row {
  name: string
  /** One for each week. */
  cells: readonly string[]
}

/** `more`: buttons of higher features. */
export function repMessage(view: RepView, t: Translate, more: readonly Button[] = []): RenderedMessage {
  const name = escapeWithin(cleanText(view.name, MAX_NAME_LENGTH) || t('overview.someone'), NAME_LENGTH)
  const title = `*${t('rep.title', { name, team: teamLabel(view.team, t) })}*`
  const rows = [...numberRows(view, t), ...answerRows(view, t)]
  const targets = view.targets.slice(0, TARGETS_SHOWN)
  const targetsTitle = t('rep.targets')
  const lines = [...blockerLines(view, t), ...leaveLines(view, t)]
  const teams = otherTeamsText(view, t)
  const small = [t('rep.how'), ...(teams === null ? [] : [teams])]
  return {
    text: wordsOf([
      title,
      ...rows.map((row) => rowLine(row, view, t)),
      ...(targets.length > 0 ? targetWords(targets, t, targetsTitle) : []),
      ...lines,
      ...small,
    ]),
    blocks: [
      section(title),
      tableOf(rows, view, t),
      ...(targets.length > 0
        ? targetSections(view, targets, t, targetsTitle)
        : [section(t('rep.noTargets'))]),
      ...sectionsOf(lines),
      { type: 'context', elements: small.map(mrkdwn) },
      ...(more.length > 0 ? [{ type: 'actions' as const, elements: [...more] }] : []),
    ],
  }
}

/** '42 / 50 · 84%': what was reached in the week, of what was its part, and the pace that it was. */
function numberRows({ weeks, okr }: RepView, t: Translate): Row[] {
  const metrics = weeks.at(-1)!.standing.metrics.slice(0, METRICS_SHOWN)
  return metrics.map(({ metric }, index) => ({
    name: plainName(metric, t),
    cells: weeks.map(({ standing }) => {
      const own = standing.metrics[index]!
      const value = actualText(metric, own.actual, own.progress?.target ?? null, t)
      const score = okr ? scoreText(own.progress?.attainment ?? null, t) : null
      return [
        value,
        ...(paceOf(own) === null ? [] : [percentText(paceOf(own), t)]),
        ...(score === null ? [] : [t('target.score', { score })]),
      ].join(' · ')
    }),
  }))
}

function answerRows({ weeks }: RepView, t: Translate): Row[] {
  const cell = (part: number, of: number) => (of === 0 ? NOTHING : t('rep.partOf', { part, of }))
  return [
    { name: t('rep.inTime'), cells: weeks.map(({ answers }) => cell(answers.inTime, answers.asked)) },
    { name: t('rep.done'), cells: weeks.map(({ answers }) => cell(answers.done, answers.planned)) },
  ]
}

/** 'Nov 2 – Nov 8'; the week that runs is called so. */
function weekTexts({ weeks }: RepView, t: Translate): string[] {
  const short = (date: Temporal.PlainDate) => formatDateBy(date, t.locale, { day: 'numeric', month: 'short' })
  return weeks.map(({ period: { from, to } }, index) =>
    index === weeks.length - 1 ? t('rep.thisWeek') : t('rep.range', { from: short(from), to: short(to) }),
  )
}

function tableOf(rows: readonly Row[], view: RepView, t: Translate): Block {
  const cell = (text: string) => ({ type: 'raw_text' as const, text })
  return {
    type: 'table',
    column_settings: [{ align: 'left' }, ...view.weeks.map(() => ({ align: 'right' as const }))],
    rows: [
      [t('rep.week'), ...weekTexts(view, t)].map(cell),
      ...rows.map(({ name, cells }) => [name, ...cells].map(cell)),
    ],
  }
}

const rowLine = ({ name, cells }: Row, view: RepView, t: Translate): string => {
  const weeks = weekTexts(view, t)
  const told = cells.map((value, index) => t('common.labelled', { label: weeks[index]!, value }))
  return `*${escapeWithin(name, NAME_LENGTH)}*  ${told.join(' · ')}`
}

function blockerLines({ blockers }: RepView, t: Translate): string[] {
  if (blockers.length === 0) return [t('rep.noBlockers')]
  const shown = blockers.slice(0, BLOCKERS_SHOWN).flatMap(({ text, raisedOn, helperUserId }) => {
    const since = { date: formatDate(raisedOn, t.locale) }
    const told = helperUserId
      ? t('rep.blockerHelper', { ...since, helper: mention(helperUserId) })
      : t('rep.blocker', since)
    return [told, quoted(text, BLOCKER_LENGTH)]
  })
  const more = blockers.length - BLOCKERS_SHOWN
  return [...shown, ...(more > 0 ? [t('rep.moreBlockers', { count: more })] : [])]
}

function leaveLines({ leave }: RepView, t: Translate): string[] {
  if (!leave || leave.length === 0) return []
  const days = leave.slice(-LEAVE_SHOWN).map((one) => leaveText(one, t))
  return [t('rep.leave', { days: days.join(t('common.listSeparator')) })]
}

function leaveText({ from, to, part }: Leave, t: Translate): string {
  const days = from.equals(to)
    ? formatDate(from, t.locale)
    : t('rep.range', { from: formatDate(from, t.locale), to: formatDate(to, t.locale) })
  return part === 'whole' ? days : t('rep.halfDays', { days })
}

function otherTeamsText({ otherTeams }: RepView, t: Translate): string | null {
  if (otherTeams.length === 0) return null
  const shown = otherTeams.slice(0, TEAMS_SHOWN).map((team) => clip(teamLabel(team, t, NAME_LENGTH), 200))
  return t('rep.otherTeams', { teams: shown.join(t('common.listSeparator')) })
}
