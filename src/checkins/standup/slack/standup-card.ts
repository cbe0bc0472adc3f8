// Renders a member's own card of one standup: the prompt with its buttons, then the receipt in its place.

import { measureName } from '../../../boards/slack/board-figures.ts'
import { formatDate, formatTime, formatWeekday } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { formatValue, metricName } from '../../../numbers/slack/format-value.ts'
import { numbersLine } from '../../../numbers/slack/numbers-line.ts'
import { teamLine, teamLineBlock } from '../../../org/slack/team-line.ts'
import type { Block, RenderedMessage } from '../../../slack/blocks.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../../slack/lines.ts'
import { mention, mrkdwn } from '../../../slack/mrkdwn.ts'
import { shortLine, targetFigures, whyButton } from '../../../targets/slack/target-lines.ts'
import type { Receipt, StandupCardFacts } from '../domain/message-facts.ts'
import { STANDUP } from './ids.ts'
import { listed, titled } from './line-texts.ts'
import { standupButton } from './standup-buttons.ts'
import { renderPrompt } from './standup-prompt.ts'

const TEAM_LENGTH = 150
const LINE_LENGTH = 400
const PLAN_SHOWN = 10
const NAME_LENGTH = 40

export function renderStandupCard(facts: StandupCardFacts, t: Translate): RenderedMessage {
  const receipt = facts.phase === 'receipt' ? facts.receipt : null
  if (receipt) return receiptCard(facts, receipt, t)
  const said = {
    team: escapeWithin(facts.teamName, TEAM_LENGTH),
    date: formatDate(facts.date, t.locale),
    time: formatTime(facts.closeAt, facts.zone, t.locale),
  }
  if (facts.phase === 'excused') return withButton(facts, t('standup.excused', said), null, t)
  if (facts.phase === 'over') return withButton(facts, t('standup.missedOver', said), null, t)
  if (facts.phase === 'missed')
    return withButton(facts, t('standup.missed', said), button(facts, t('standup.fileLate')), t)
  return renderPrompt(facts, t)
}

function receiptCard(facts: StandupCardFacts, receipt: Receipt, t: Translate): RenderedMessage {
  const { locale } = t
  const date = formatDate(facts.date, locale)
  const team = escapeWithin(facts.teamName, TEAM_LENGTH)
  const lines = [t(receipt.late ? 'standup.receiptLate' : 'standup.receipt', { team, date })]
  const given = givenBack(receipt, t)
  if (given !== '') lines.push(given)
  if (receipt.numbers.length > 0) {
    const day = t('standup.numbersOf', { date: formatDate(receipt.numbersDate, locale) })
    lines.push(titled(day, numbersLine(receipt.numbers, t), t))
  }
  lines.push(...saidLines(receipt, t), ...readLines(receipt, t))
  const targets = receipt.targets.slice(0, TARGETS_SHOWN)
  const blocks = [
    ...sectionsOf(lines),
    ...(targets.length > 0 ? targetFigures(targets, t) : []),
    teamLineBlock(facts, t),
  ]
  if (receipt.editable) {
    const until = t('standup.editUntil', { time: formatTime(facts.closeAt, facts.zone, locale) })
    blocks.push({ type: 'context', elements: [mrkdwn(until)] })
  }
  const buttons = [
    ...(receipt.editable ? [standupButton(STANDUP.open, facts, t('standup.edit'))] : []),
    ...(targets.length > 0 ? [whyButton(facts.teamId, t)] : []),
  ]
  if (buttons.length > 0) blocks.push({ type: 'actions', elements: buttons })
  lines.push(...targets.flatMap((target) => shortLine(target, t) ?? []))
  return { text: wordsOf([...lines, teamLine(facts, t)]), blocks }
}

/** What was done, planned and raised, no longer than it can be taken in at a glance. */
function saidLines({ done, plan, blockers }: Receipt, t: Translate): string[] {
  const lines = done.length > 0 ? [titled(t('standup.done'), listed(done, t), t)] : []
  if (plan.length > 0) lines.push(titled(t('standup.plan'), '', t).trimEnd(), ...bulleted(plan, t))
  return [...lines, ...blockers.map((blocker) => `:construction: ${blockerText(blocker, t)}`)]
}

function readLines({ read }: Receipt, t: Translate): string[] {
  if (!read) return []
  const by = mention(read.byUserId)
  return [`:eyes: ${t(read.changed ? 'standup.readBefore' : 'standup.read', { by })}`]
}

function bulleted(lines: readonly string[], t: Translate): string[] {
  const shown = lines.slice(0, PLAN_SHOWN).map((line) => `• ${escapeWithin(line, LINE_LENGTH)}`)
  const rest = lines.length - PLAN_SHOWN
  return [...shown, ...(rest > 0 ? [t('standup.more', { count: rest })] : [])]
}

function blockerText({ text, helperUserId, state }: Receipt['blockers'][number], t: Translate): string {
  const parts = [escapeWithin(text, LINE_LENGTH)]
  if (state === 'closed') parts.push(t('standup.blockerSolved'))
  else if (helperUserId !== null)
    parts.push(
      t(state === 'helped' ? 'standup.helping' : 'standup.askedForHelp', { helper: mention(helperUserId) }),
    )
  return parts.join(' · ')
}

/** More would hide the rest of the card. */
const TARGETS_SHOWN = 6

/** The rep's feedback: the streak, the place on the board so far, the change since the previous working day's number. */
function givenBack(receipt: Receipt, t: Translate): string {
  const parts: string[] = []
  if (receipt.streakDays > 1) parts.push(t('standup.streak', { days: receipt.streakDays }))
  if (receipt.streakEnded > 1) parts.push(t('standup.streakEnded', { days: receipt.streakEnded }))
  if (receipt.place && receipt.place.of > 1) {
    const { rank, of, tied } = receipt.place
    const place = { rank, of, measure: escapeWithin(measureName(receipt.place, t), NAME_LENGTH) }
    const said = t(tied ? 'standup.placeTied' : 'standup.place', place)
    const date = formatDate(receipt.numbersDate, t.locale)
    parts.push(receipt.teamsDay ? said : t('standup.placeOnDay', { place: said, date }))
  }
  if (receipt.change) {
    const { metric, difference, since } = receipt.change
    const said = {
      metric: escapeWithin(metricName(metric, t), NAME_LENGTH),
      day: dayBefore(since, receipt.numbersDate, t),
      difference: formatValue(metric, Math.abs(difference), t.locale),
    }
    if (difference > 0) parts.push(t('standup.changeUp', said))
    else if (difference < 0) parts.push(t('standup.changeDown', said))
    else parts.push(t('standup.changeNone', said))
  }
  if (parts.length === 0 && receipt.streakDays === 1) parts.push(t('standup.streakBegins'))
  return parts.join(' · ')
}

/** 'Friday', and after a longer time off the date. */
function dayBefore(since: Temporal.PlainDate, date: Temporal.PlainDate, t: Translate): string {
  const recent = since.until(date).days < 7
  return recent ? formatWeekday(since, t.locale) : formatDate(since, t.locale)
}

function withButton(
  facts: StandupCardFacts,
  sentence: string,
  actions: Block | null,
  t: Translate,
): RenderedMessage {
  return {
    text: wordsOf([sentence, teamLine(facts, t)]),
    blocks: [...sectionsOf([sentence]), teamLineBlock(facts, t), ...(actions ? [actions] : [])],
  }
}

const button = (facts: StandupCardFacts, label: string): Block => ({
  type: 'actions',
  elements: [standupButton(STANDUP.open, facts, label)],
})
