// Renders what whoever leads a team gets of a report: the team's week at a glance, who is missing, and the way to the reports.
import { changeMenu } from '../../actions/slack/item-line.ts'
import { REPORT } from '../../checkins/reports/slack/ids.ts'
import { callingReport, untilText } from '../../checkins/reports/slack/report-words.ts'
import { requestLine } from '../../checkins/reports/slack/support-lines.ts'
import { formatDate, formatTime } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { escapeWithin, quoted, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import { besideWeek } from '../domain/month-standings.ts'
import type { MissingMember } from '../domain/morning.ts'
import type { DigestQuestion, ReportDigest, ReportDigestFacts } from '../domain/report-digest.ts'
import { monthText, standingText, uncountedLines, whyLines } from './digest-figures.ts'
import { OVERVIEW } from './ids.ts'

const TEAM_LENGTH = 80
const NAME_LENGTH = 40
const REPLY_LENGTH = 200
const NAMES_SHOWN = 6
/** All of them stand behind the button. */
const STANDINGS_SHOWN = 3
const PARTS_SHOWN = 3
const REQUESTS_SHOWN = 3
const QUESTIONS_SHOWN = 5
const UNCOUNTED_SHOWN = 2

export function renderReportDigest(
  { digest, managerUserId }: ReportDigestFacts,
  translate: Translate,
): RenderedMessage {
  if (!digest) return textMessage(translate('morning.notYours', { manager: mention(managerUserId) }))
  const t = callingReport(digest.definition, translate)
  const parts = [
    ...[headLines(digest, t), weekLines(digest, t), monthLines(digest, t)],
    ...[supportLines(digest, t), askedLines(digest, t)],
  ]
  return {
    text: wordsOf(parts.flat()),
    blocks: [
      ...parts.flatMap((lines) => sectionsOf(lines)),
      ...buttons(digest, t),
      ...requestsMenu(digest, t),
    ],
  }
}

function headLines(digest: ReportDigest, t: Translate): string[] {
  const { team, date, answered, expected, missing, closesAt, ownMissing, saidDid, later, zone } = digest
  const said = { team: escapeWithin(team.teamName, TEAM_LENGTH), date: formatDate(date, t.locale) }
  const named = (of: MissingMember['nudge']) =>
    missing.filter(({ nudge }) => closesAt === null || nudge === of).map(({ name }) => name)
  const line = (key: 'morning.missed' | 'morning.missing' | 'morning.nudged', names: readonly string[]) =>
    names.length > 0 ? [t(key, { names: namesText(names, t) })] : []
  const title =
    expected > 0 ? t('digest.title', { ...said, answered, expected }) : t('digest.titleNobody', said)
  return [
    closesAt
      ? t('digest.titleOpen', { ...said, answered, expected, time: formatTime(closesAt, zone, t.locale) })
      : title,
    ...(closesAt ? line('morning.missing', named('can')) : []),
    ...(closesAt ? line('morning.nudged', named('done')) : []),
    ...line('morning.missed', named('no')),
    ...(later > 0 ? [t('digest.later', { count: later })] : []),
    ...(ownMissing ? [t(closesAt ? 'morning.ownOpen' : 'morning.ownMissed')] : []),
    ...(saidDid ? [`:clipboard: ${t('digest.saidDid', { ...saidDid })}`] : []),
  ]
}

function namesText(names: readonly string[], t: Translate): string {
  const shown = names
    .slice(0, NAMES_SHOWN)
    .map((name) => escapeWithin(name, NAME_LENGTH))
    .join(t('common.listSeparator'))
  const more = names.length - NAMES_SHOWN
  return more > 0 ? t('overview.homeMore', { names: shown, count: more }) : shown
}

/** The furthest behind first, each with why. */
function weekLines(digest: ReportDigest, t: Translate): string[] {
  const { week } = digest
  const shown = week.slice(0, STANDINGS_SHOWN)
  if (week.length === 0) return []
  return [
    ...shown.flatMap((one) => [standingText(one, digest, t), ...whyLines(one, digest, PARTS_SHOWN, t)]),
    ...uncountedLines(digest, (names) => namesText(names, t), t).slice(0, UNCOUNTED_SHOWN),
  ]
}

/** What has no line of the week, such as a rate. */
const monthLines = ({ month, week, date }: ReportDigest, t: Translate): string[] =>
  besideWeek(month, week)
    .slice(0, STANDINGS_SHOWN)
    .map((one) => monthText(one, date, t))

function supportLines({ support }: ReportDigest, t: Translate): string[] {
  if (support.length === 0) return []
  const lines = support.slice(0, REQUESTS_SHOWN).map((request) => supportLine(request, t))
  const rest = support.length - REQUESTS_SHOWN
  return [
    `*${t('report.supportTitle')}*`,
    ...lines,
    ...(rest > 0 ? [t('standup.more', { count: rest })] : []),
  ]
}

export function supportLine(request: ReportDigest['support'][number], t: Translate): string {
  const late = request.overdue ? ` · ${t('digest.overdue')}` : ''
  return `*${escapeWithin(request.name, NAME_LENGTH)}* ${requestLine(request, t)}${late}`
}

/** Each request is handed on, put off or done in the form of its item. */
const requestsMenu = ({ support }: ReportDigest, t: Translate): Block[] =>
  changeMenu(
    support.map(({ actionId: id, text }) => ({ kind: 'action', id, text })),
    'message',
    t,
  )

const askedLines = ({ questions, zone }: ReportDigest, t: Translate): string[] =>
  questions.slice(0, QUESTIONS_SHOWN).map((question) => questionLine(question, zone, t))

export function questionLine(
  { name, askedBy, state, until, reply }: Omit<DigestQuestion, 'memberId'>,
  zone: string,
  t: Translate,
): string {
  const said = { name: escapeWithin(name, NAME_LENGTH), who: mention(askedBy ?? '') }
  if (state === 'open') {
    const key = askedBy ? 'digest.askedBy' : 'digest.asked'
    return `:leftwards_arrow_with_hook: ${t(key, { ...said, ...untilText(until, zone, t) })}`
  }
  if (state === 'over') return `:leftwards_arrow_with_hook: ${t('digest.notAnswered', said)}`
  const line = `:leftwards_arrow_with_hook: ${t(askedBy ? 'digest.repliedTo' : 'digest.replied', said)}`
  return reply === '' ? line : `${line}\n${quoted(reply, REPLY_LENGTH)}`
}

function buttons(digest: ReportDigest, t: Translate): Block[] {
  const { teamId, name, date, reports, unread, missing, week, month, support } = digest
  const value = JSON.stringify({ team: teamId, checkin: name, date: date.toString() })
  const read = unread > 0 ? t('digest.read', { count: unread }) : t('digest.all')
  const button = (actionId: string, text: string) => ({
    ...{ type: 'button' as const, action_id: actionId, text: plain(text), value },
  })
  const free = missing.some(({ nudge }) => nudge === 'can')
  const elements = [
    ...(free ? [{ ...button(REPORT.nudge, t('morning.nudge')), style: 'primary' as const }] : []),
    ...(reports + missing.length > 0
      ? [{ ...button(OVERVIEW.reports, read), ...(unread > 0 && !free && { style: 'primary' as const }) }]
      : []),
    ...(week.length + month.length + support.length > 0
      ? [button(OVERVIEW.digestFigures, t('digest.figures'))]
      : []),
  ]
  return elements.length > 0 ? [{ type: 'actions', elements }] : []
}
