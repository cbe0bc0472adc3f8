// Renders a manager's morning message: what can be done first, then what to know, no longer than can be taken in at a glance.
import { STANDUP } from '../../checkins/standup/slack/ids.ts'
import { standupValue } from '../../checkins/standup/slack/standup-buttons.ts'
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { shortValue } from '../../numbers/slack/format-value.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { clipReading, isAtAGlance } from '../../slack/glance.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { mention, mrkdwn } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import { nameWithin, perDayValue, roundedValue } from '../../targets/slack/figures.ts'
import { MARKS } from '../../warnings/slack/warning-message.ts'
import type { MorningBlocker, MorningFacts, Remark, TeamMorning, WarnedMember } from '../domain/morning.ts'
import { isSameNumber, notWarned } from '../domain/must-do.ts'
import { OVERVIEW } from './ids.ts'
import { percentText } from './team-figures.ts'

/** How much is said of each thing; `text`: characters to read of a blocker at least, more where there is room. */
interface Detail {
  names: number
  name: number
  blockers: number
  text: number
  behind: number
  /** Beside what waits. */
  signs: number
  remarks: number
  away: number
}

/** The fullest that can be taken in at a glance is shown. The last names nobody but the one who is furthest behind. */
const DETAILS: readonly [Detail, ...Detail[]] = [
  { names: 4, name: 20, blockers: 3, text: 20, signs: 2, behind: 2, remarks: 2, away: 4 },
  { names: 4, name: 20, blockers: 2, text: 16, signs: 1, behind: 1, remarks: 2, away: 3 },
  { names: 3, name: 12, blockers: 2, text: 12, signs: 1, behind: 1, remarks: 1, away: 2 },
  { names: 2, name: 8, blockers: 1, text: 12, signs: 1, behind: 1, remarks: 1, away: 1 },
  { names: 0, name: 4, blockers: 1, text: 8, signs: 0, behind: 1, remarks: 0, away: 0 },
]

/** Tried from the longest, with all else as it is. */
const LONGER_TEXTS = [120, 80, 60, 44, 32, 24]

const TEAM_LENGTH = 16
const ESCAPED_LENGTH = 300

export interface MorningLine {
  text: string
  button?: { actionId: string; text: string; value: string; primary?: true }
}

export function renderMorning({ morning, managerUserId }: MorningFacts, t: Translate): RenderedMessage {
  if (!morning) return textMessage(t('morning.notYours', { manager: mention(managerUserId) }))
  const formOf = (detail: Detail) => {
    const lines = linesOf(morning, detail, t)
    return {
      text: wordsOf(lines.map(({ text }) => text)),
      blocks: [...blocksOf(lines), ...answersButton(morning, t)],
    }
  }
  const fits = (detail: Detail) => isAtAGlance(formOf(detail).blocks)
  const detail = DETAILS.find(fits) ?? DETAILS.at(-1)!
  const roomy = LONGER_TEXTS.map((text) => ({ ...detail, text: Math.max(text, detail.text) }))
  return formOf(roomy.find(fits) ?? detail)
}

function answersButton({ teamId, date, answers, unread }: TeamMorning, t: Translate): Block[] {
  if (answers === 0) return []
  const text = unread > 0 ? t('morning.readAnswers', { count: unread }) : t('morning.allAnswers')
  return [
    {
      type: 'actions',
      elements: [
        {
          ...{ type: 'button', action_id: OVERVIEW.answers, text: plain(text) },
          value: JSON.stringify({ team: teamId, date: date.toString() }),
        },
      ],
    },
  ]
}

/** Lines with a button stand alone, the others together. */
function blocksOf(lines: readonly MorningLine[]): Block[] {
  const blocks: Block[] = []
  let together: string[] = []
  const flush = () => {
    blocks.push(...sectionsOf(together))
    together = []
  }
  for (const { text, button } of lines) {
    if (!button) together.push(text)
    else {
      flush()
      const { actionId, value, primary } = button
      const accessory = { type: 'button' as const, action_id: actionId, text: plain(button.text), value }
      blocks.push({
        ...{ type: 'section', text: mrkdwn(text) },
        accessory: { ...accessory, ...(primary && { style: 'primary' as const }) },
      })
    }
  }
  flush()
  return blocks
}

/** What can be done stands on top. */
function linesOf(morning: TeamMorning, detail: Detail, t: Translate): MorningLine[] {
  const blockers = blockerLines(morning, detail, t)
  const missing = missingLines(morning, detail, t)
  const told = [
    ...missing.filter(({ button }) => button),
    ...blockers.filter(({ button }) => button),
    ...ownLine(morning, t),
    ...warnedLines(morning, detail, t),
    ...behindLines(morning, detail, t),
    ...remarkLines(morning, detail, t),
    ...missing.filter(({ button }) => !button),
    ...blockers.filter(({ button }) => !button),
  ]
  const away = morning.away.length > 0 ? [{ text: awayText(morning, detail, t) }] : []
  const isQuiet = told.length === 0 && morning.later === 0
  return [
    { text: titleText(morning, t) },
    ...told,
    ...(isQuiet ? [{ text: t('morning.quiet') }] : []),
    ...away,
  ]
}

function titleText({ team, date, closed, answered, expected, later }: TeamMorning, t: Translate): string {
  const title = t(closed ? 'morning.titleClosed' : 'morning.title', {
    ...{ team: shown(team.teamName, TEAM_LENGTH), date: formatDate(date, t.locale) },
    ...{ answered, expected },
  })
  return later > 0 ? title + t('morning.later', { count: later }) : title
}

/** Who can be nudged, with the button, and the others. */
function missingLines(morning: TeamMorning, detail: Detail, t: Translate): MorningLine[] {
  const { missing, closed, teamId, date } = morning
  const free = closed ? [] : missing.filter(({ nudge }) => nudge === 'can')
  const others = missing.filter((one) => !free.includes(one))
  const names = (people: TeamMorning['missing']) => namesText(people, detail.names, detail, t)
  const value = JSON.stringify({ team: teamId, date: date.toString() })
  const button = { actionId: STANDUP.nudge, text: t('morning.nudge'), value, primary: true } as const
  const wasNudged = others.some(({ nudge }) => nudge === 'done')
  const waiting = wasNudged ? 'morning.nudged' : 'morning.missing'
  return [
    ...(free.length > 0 ? [{ text: t('morning.missing', { names: names(free) }), button }] : []),
    ...(others.length > 0
      ? [{ text: t(closed ? 'morning.missed' : waiting, { names: names(others) }) }]
      : []),
  ]
}

/** Nobody is told to nudge themselves. */
function ownLine({ own, teamId, date }: TeamMorning, t: Translate): MorningLine[] {
  if (own === null) return []
  if (own === 'missed') return [{ text: t('morning.ownMissed') }]
  const button = { actionId: STANDUP.open, text: t('standup.start'), value: standupValue({ teamId, date }) }
  return [{ text: t('morning.ownOpen'), button }]
}

function blockerLines({ blockers }: TeamMorning, detail: Detail, t: Translate): MorningLine[] {
  const named = blockers.slice(0, detail.blockers)
  const rest = blockers.length - named.length
  return [
    ...named.map((blocker) => blockerLine(blocker, detail, t)),
    ...(rest > 0 ? [{ text: t('morning.moreBlocked', { count: rest }) }] : []),
  ]
}

function blockerLine(blocker: MorningBlocker, detail: Detail, t: Translate): MorningLine {
  const { blockerId, name, text, own, helperUserId, ageDays } = blocker
  const said = [
    t('morning.blocked', { name: shown(name, detail.name), text: shown(text, detail.text) }),
    ...(helperUserId === null ? [] : [t('standup.helping', { helper: mention(helperUserId) })]),
    ...(ageDays > 0 ? [t('standup.blockerAge', { days: ageDays })] : []),
  ].join(' · ')
  if (own || helperUserId !== null) return { text: said }
  return { text: said, button: { actionId: STANDUP.help, text: t('morning.take'), value: blockerId } }
}

const isSign = ({ level }: WarnedMember): boolean => level === 'blue'

/** Nobody is named twice for the same number: one with an early sign is left out, one whose warning waits is marked. */
function behindNamed({ behind, warned }: TeamMorning, detail: Detail) {
  const others = notWarned(behind, warned.filter(isSign))
  const named = others.slice(0, detail.behind).map((one) => ({
    ...{ ...one, level: warned.find((about) => isSameNumber(one, about))?.level },
  }))
  return { named, rest: others.length - named.length }
}

/** A line for those about whom somebody has to act, who each have a message of their own, and one for the early signs. */
function warnedLines(morning: TeamMorning, detail: Detail, t: Translate): MorningLine[] {
  const { warned } = morning
  const { named: below } = behindNamed(morning, detail)
  const signs = warned.filter(isSign)
  const waiting = warned.filter((one) => !isSign(one) && !below.some((behind) => isSameNumber(behind, one)))
  const lineOf = (key: 'morning.warned' | 'morning.signs', own: readonly WarnedMember[]): MorningLine[] => {
    const [highest] = own
    if (!highest) return []
    const people = [...new Map(own.map((one) => [one.userId, one])).values()]
    const names = namesText(people, detail.behind, detail, t)
    return [{ text: t(key, { mark: MARKS[highest.level], count: own.length, names }) }]
  }
  const isLeft = waiting.length === 0 || detail.signs > 0
  return [...lineOf('morning.warned', waiting), ...(isLeft ? lineOf('morning.signs', signs) : [])]
}

function behindLines(morning: TeamMorning, detail: Detail, t: Translate): MorningLine[] {
  const { named: shownBehind, rest } = behindNamed(morning, detail)
  const named = shownBehind.map(({ name, metric, progress, pace, level }) => {
    const perDay = metric.higherIsBetter ? (progress.rest?.perDay ?? null) : null
    const said = {
      ...{ name: shown(name, detail.name), metric: nameWithin(metric, t), pace: percentText(pace, t) },
      gap: roundedValue(metric, Math.abs(progress.gap), t),
      mark: level ? MARKS[level] : ':small_red_triangle_down:',
    }
    return perDay === null
      ? t('morning.behind', said)
      : t('morning.behindDay', { ...said, perDay: perDayValue(metric, perDay, t) })
  })
  return [...named, ...(rest > 0 ? [t('morning.moreBehind', { count: rest })] : [])].map((text) => ({ text }))
}

function remarkLines({ remarks }: TeamMorning, detail: Detail, t: Translate): MorningLine[] {
  const named = remarks.slice(0, detail.remarks).map((remark) => remarkText(remark, detail, t))
  const rest = remarks.length - named.length
  return [...named, ...(rest > 0 ? [t('morning.moreRemarks', { count: rest })] : [])].map((text) => ({
    text,
  }))
}

const remarkText = ({ name, metric, value, why }: Remark, detail: Detail, t: Translate): string =>
  t(`morning.${why}`, {
    ...{ name: shown(name, detail.name), metric: nameWithin(metric, t) },
    value: shortValue(metric, value, t.locale),
  })

const awayText = ({ away }: TeamMorning, detail: Detail, t: Translate): string => {
  const people = away.map((name) => ({ name }))
  return t('morning.away', { names: namesText(people, detail.away, detail, t) })
}

function namesText(
  people: readonly { name: string }[],
  most: number,
  { name }: Detail,
  t: Translate,
): string {
  if (most === 0) return t('morning.count', { count: people.length })
  const names = people
    .slice(0, most)
    .map((one) => shown(one.name, name))
    .join(t('common.listSeparator'))
  const more = people.length - most
  return more > 0 ? t('overview.homeMore', { names, count: more }) : names
}

const shown = (text: string, characters: number): string =>
  escapeWithin(clipReading(text, characters), ESCAPED_LENGTH)
