// Renders the prompt of a standup: what is known already, and the four things that its member can do about it.
import { formatDate, formatTime } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { numbersLine } from '../../../numbers/slack/numbers-line.ts'
import { teamLine, teamLineBlock } from '../../../org/slack/team-line.ts'
import type { RenderedMessage } from '../../../slack/blocks.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../../slack/lines.ts'
import { channelLink, mention } from '../../../slack/mrkdwn.ts'
import { isEnough, type KnownDay } from '../domain/as-planned.ts'
import type { StandupCardFacts } from '../domain/message-facts.ts'
import type { OwnTodo } from '../domain/standup-facts.ts'
import { listed, titled } from './line-texts.ts'
import { answerButtons, laterButtons } from './standup-buttons.ts'

const TEAM_LENGTH = 150

export function renderPrompt(facts: StandupCardFacts, t: Translate): RenderedMessage {
  const { known, snoozedUntil, closeAt, zone } = facts
  const timed = (at: Temporal.Instant) => formatTime(at, zone, t.locale)
  const said = {
    team: escapeWithin(facts.teamName, TEAM_LENGTH),
    date: formatDate(facts.date, t.locale),
    time: timed(closeAt),
  }
  const lines = [
    t('standup.prompt', said),
    ...firstTimeLines(facts, t),
    ...(known ? knownLines(known, t) : []),
    ...(snoozedUntil ? [t('standup.snoozed', { time: timed(snoozedUntil) })] : []),
  ]
  const elements = [
    ...answerButtons(facts, known !== null && isEnough(known), t),
    ...laterButtons(facts, snoozedUntil !== null, t),
  ]
  return {
    text: wordsOf([...lines, teamLine(facts, t)]),
    blocks: [...sectionsOf(lines), teamLineBlock(facts, t), { type: 'actions', elements }],
  }
}

function firstTimeLines({ firstTime }: StandupCardFacts, t: Translate): string[] {
  if (!firstTime) return []
  const { managerUserId, channelId, names } = firstTime
  const [manager, channel] = [mention(managerUserId), channelLink(channelId)]
  return [t('standup.firstTime', { manager, channel, names })]
}

function knownLines(known: KnownDay, t: Translate): string[] {
  const { numbers, numbersDate, done, open, todo } = known
  const lines: string[] = []
  if (numbers.length > 0) {
    const day = t('standup.numbersOf', { date: formatDate(numbersDate, t.locale) })
    lines.push(titled(day, numbersLine(numbers, t), t))
  }
  if (done.length > 0) lines.push(titled(t('standup.done'), listed(done, t), t))
  if (open.length > 0) lines.push(titled(t('standup.stillOpen'), listed(open, t), t))
  if (todo.count > 0) lines.push(titled(t('standup.formTodo'), todoText(todo, t), t))
  if (isEnough(known)) lines.push(t('standup.asPlannedHint'))
  return lines
}

function todoText({ items, count }: OwnTodo, t: Translate): string {
  const shown = listed(
    items.map(({ text }) => text),
    t,
  )
  const rest = count - items.length
  return rest > 0 ? `${shown}${t('standup.itemSeparator')}${t('standup.more', { count: rest })}` : shown
}
