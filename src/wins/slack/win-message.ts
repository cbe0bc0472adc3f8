// Renders the message about a win: who won what, how many this month, and what it does to the team's target.
import type { Translate } from '../../core/i18n/translate.ts'
import { formatValue, shortValue } from '../../numbers/slack/format-value.ts'
import { monthName } from '../../org/slack/month-name.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { escapeWithin, wordsOf } from '../../slack/lines.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import { percent, withoutCents } from '../../targets/slack/figures.ts'
import type { Honour } from '../domain/honours.ts'
import type { WinFacts } from '../domain/message-facts.ts'

const NAME_LENGTH = 60

export function renderWin(facts: WinFacts, t: Translate): RenderedMessage {
  const head = headline(facts, t)
  const details = facts.amount === 0 ? [t('win.noLonger')] : detailsOf(facts, t)
  return {
    text: wordsOf([head, ...details]),
    blocks: [section(head), { type: 'context', elements: [mrkdwn(details.join(t('win.separator')))] }],
  }
}

const shown = (name: string | null): string => (name === null ? '' : escapeWithin(name, NAME_LENGTH))

function headline({ name, customer, metric, amount, corrected }: WinFacts, t: Translate): string {
  if (name === null) return t(amount === 0 ? 'win.takenBackOfTeam' : 'win.wonByTeam')
  const value = amount === 0 && corrected ? corrected.from : amount
  const facts = {
    ...{ name: shown(name), customer: shown(customer), amount: formatValue(metric, value, t.locale) },
    known: customer === null ? 'no' : 'yes',
  }
  return t(amount === 0 ? 'win.takenBack' : 'win.won', facts)
}

const HONOURS = {
  'largest-of-quarter': 'win.largestOfQuarter',
  'far-above-usual': 'win.farAboveUsual',
  'personal-best': 'win.personalBest',
} as const satisfies Record<Honour, string>

function detailsOf(
  { honours, place, name, date, corrected, metric, team }: WinFacts,
  t: Translate,
): string[] {
  const month = monthName(date.month, t)
  const value = (amount: number) => shortValue(metric, withoutCents(metric, amount), t.locale)
  const { reached, target } = team
  const lines = [
    ...honours.map((honour) => t(HONOURS[honour])),
    t(name === null ? 'win.placeOfTeam' : 'win.place', { place, month }),
  ]
  if (!target) lines.push(t('win.teamSum', { month, reached: value(reached) }))
  else {
    const figures = { month, reached: value(reached), target: value(target.whole) }
    // Rounded down: what is not reached is not 100%.
    const share = percent(Math.floor(100 * (target.attainment ?? 0)) / 100, t)
    lines.push(t(target.reachedNow ? 'win.targetReached' : 'win.teamTarget', { ...figures, share }))
  }
  if (corrected && name !== null) lines.push(t('win.corrected', { from: value(corrected.from) }))
  return lines
}
