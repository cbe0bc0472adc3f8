// Renders a team's standup for its channel: one message that fills up as answers come, blockers first.

import { TOP_PLACES } from '../../../boards/domain/board-shown.ts'
import { revisedText } from '../../../boards/slack/revised-text.ts'
import { formatDate } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { numbersLine } from '../../../numbers/slack/numbers-line.ts'
import type { Block, RenderedMessage } from '../../../slack/blocks.ts'
import { limits, moreLimits } from '../../../slack/limits.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../../slack/lines.ts'
import { clip, mrkdwn } from '../../../slack/mrkdwn.ts'
import type { StandupSummaryFacts, SummaryAnswer } from '../domain/message-facts.ts'
import { namedNumbers, withNamedNumbers } from '../domain/top-numbers.ts'
import { listed } from './line-texts.ts'
import { namesLines } from './names-lines.ts'
import { blockerBlocks, blockerLines, blockersTitle } from './summary-blockers.ts'
import { summaryTable, writtenLines } from './summary-table.ts'

const NAME_LENGTH = 80
const SHORT_NUMBERS = 3
/** Up to this many answers each is shown in full; up to SHORT_ANSWERS in one line; above that by name only. */
const FULL_ANSWERS = 25
const SHORT_ANSWERS = 120
/** Leaves room for blockers and names within the blocks of one message. */
const ANSWER_SECTIONS = 30
/** The title and the count. */
const HEAD_BLOCKS = 2

export function renderStandupSummary(facts: StandupSummaryFacts, t: Translate): RenderedMessage {
  const date = formatDate(facts.date, t.locale)
  const title = (team: string) => t('standup.summaryTitle', { team, date })
  const counts = t(facts.closed ? 'standup.answeredClosed' : 'standup.answeredSoFar', {
    answered: facts.answers.length,
    expected: facts.expected,
  })
  const counted = facts.revised ? `${counts} · ${revisedText(facts.revised, t)}` : counts
  const named = facts.names !== 'none'
  const parts = named ? namedParts(facts, t) : unnamedParts(facts, t)
  const [answers, ...rest] = named ? parts : [[], ...parts]
  const shown = named && facts.answers.length > 0 ? answerBlocks(facts, answers ?? [], t) : []
  const below = [...shown, ...rest.flatMap((lines) => sectionsOf(lines))]
  const room = moreLimits.message.blocks.maxItems - HEAD_BLOCKS - below.length
  const stuck = named ? blockerLines(facts.blockers, t) : []
  const blocks: Block[] = [
    {
      type: 'header',
      text: { type: 'plain_text', text: clip(title(facts.teamName), limits.header.text.maxLength) },
    },
    { type: 'context', elements: [mrkdwn(counted)] },
    ...(named ? blockerBlocks(facts.blockers, room, t) : []),
    ...below,
  ]
  const spoken = title(escapeWithin(facts.teamName, NAME_LENGTH))
  return { text: wordsOf([spoken, counted, ...stuck, ...parts.flat()]), blocks }
}

function namedParts(facts: StandupSummaryFacts, t: Translate): string[][] {
  return [
    answerLines(facts, t),
    namesLines(t('standup.missing'), facts.missing, t),
    namesLines(t('standup.away'), facts.away.map(awayName(t)), t),
    namesLines(t('standup.elsewhere'), facts.elsewhere.map(elsewhereName(t)), t),
  ]
}

/** Counts alone: what somebody wrote or entered would tell who it was. */
function unnamedParts({ blockers, away }: StandupSummaryFacts, t: Translate): string[][] {
  return [
    blockers.length > 0 ? [blockersTitle(blockers, t)] : [],
    away.length > 0 ? [t('standup.awayCount', { count: away.length })] : [],
    [t('standup.unnamed')],
  ]
}

/** The numbers as a table, and what they wrote below it; `inWords` where nobody has entered a number. */
function answerBlocks(facts: StandupSummaryFacts, inWords: readonly string[], t: Translate): Block[] {
  const table = summaryTable(facts, t)
  if (!table) return sectionsOf(inWords)
  const written = writtenLines(facts, table.metrics, facts.answers.length > FULL_ANSWERS, t)
  const sections = sectionsOf(written)
  const hidden = table.named - table.shown
  return [
    ...sectionsOf([numbersOf(facts.numbersDate, t)]),
    table.block,
    ...(hidden > 0 ? sectionsOf([t('standup.moreAnswers', { count: hidden })]) : []),
    ...(table.named < facts.answers.length
      ? sectionsOf([t('standup.topNumbers', { count: TOP_PLACES })])
      : []),
    ...(sections.length <= ANSWER_SECTIONS ? sections : []),
    ...sectionsOf(namesLines(t('standup.answered'), namesAlone(facts), t)),
  ]
}

/** Of whom the message would say nothing, since their numbers are not shown and they wrote none. */
function namesAlone(facts: StandupSummaryFacts): string[] {
  const named = namedNumbers(facts)
  const silent = facts.answers.filter(
    (answer) => !named.has(answer) && answer.plan.length + answer.done.length === 0,
  )
  return silent.map((answer) => answer.name)
}

/** The fullest form that fits. */
function answerLines(facts: StandupSummaryFacts, t: Translate): string[] {
  const { numbersDate } = facts
  const answers = withNamedNumbers(facts)
  const day = answers.some(({ numbers }) => numbers.length > 0) ? [numbersOf(numbersDate, t)] : []
  const full = () => [...day, ...answers.flatMap((answer) => fullAnswer(answer, numbersDate, t))]
  const short = () => [...day, ...answers.map((answer) => shortAnswer(answer, numbersDate, t))]
  const fits = (lines: readonly string[]) => sectionsOf(lines).length <= ANSWER_SECTIONS
  if (answers.length <= FULL_ANSWERS && fits(full())) return full()
  if (answers.length <= SHORT_ANSWERS && fits(short())) return short()
  const names = answers.map(({ name, late }) => (late ? t('standup.lateName', { name }) : name))
  return namesLines(t('standup.answered'), names, t)
}

const numbersOf = (date: Temporal.PlainDate, t: Translate): string =>
  `_${t('standup.numbersOf', { date: formatDate(date, t.locale) })}_`

/** Numbers of another date than the heading's name it. */
function ownNumbers(
  { numbers, numbersDate }: SummaryAnswer,
  heading: Temporal.PlainDate,
  t: Translate,
): string {
  const line = numbersLine(numbers, t)
  return line === '' || numbersDate.equals(heading) ? line : `${numbersOf(numbersDate, t)} ${line}`
}

function fullAnswer(answer: SummaryAnswer, heading: Temporal.PlainDate, t: Translate): string[] {
  const lines = [`*${name(answer)}*${marks(answer, t)}`]
  const numbers = ownNumbers(answer, heading, t)
  if (numbers !== '') lines.push(numbers)
  if (answer.done.length > 0)
    lines.push(t('common.labelled', { label: t('standup.done'), value: listed(answer.done, t) }))
  if (answer.plan.length > 0)
    lines.push(t('common.labelled', { label: t('standup.plan'), value: listed(answer.plan, t) }))
  return lines
}

function shortAnswer(answer: SummaryAnswer, heading: Temporal.PlainDate, t: Translate): string {
  const few = { ...answer, numbers: answer.numbers.slice(0, SHORT_NUMBERS) }
  const numbers = ownNumbers(few, heading, t)
  return `*${name(answer)}*${marks(answer, t)}${numbers === '' ? '' : ` · ${numbers}`}`
}

function marks({ late, saidDid }: SummaryAnswer, t: Translate): string {
  const said = [
    ...(late ? [t('standup.late')] : []),
    ...(saidDid && saidDid.planned > 0 ? [t('standup.saidDid', { ...saidDid })] : []),
  ]
  return said.map((mark) => ` · ${mark}`).join('')
}

const name = (of: { name: string }) => escapeWithin(of.name, NAME_LENGTH)

function awayName(t: Translate) {
  const reasons = {
    holiday: t('standup.awayHoliday'),
    'rest-day': t('standup.awayRestDay'),
  }
  return ({ name, reason }: StandupSummaryFacts['away'][number]) => {
    if (reason === null) return name
    if (reason === 'leave') return t('standup.awayOnLeave', { name })
    return t('standup.awayName', { name, reason: reasons[reason] })
  }
}

function elsewhereName(t: Translate) {
  const where = { travel: t('standup.travelling'), field: t('standup.inTheField') }
  return ({ name, kind }: StandupSummaryFacts['elsewhere'][number]) =>
    t('standup.awayName', { name, reason: where[kind] })
}
