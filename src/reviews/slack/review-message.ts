// Renders `/kpi review`: what the last measures did, target against actual, where the gaps come from, the funnel, and what was decided.
import { periodText } from '../../boards/slack/period-text.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { type NamedDay, neighboursOf } from '../../numbers/domain/asked-period.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { Block, Button, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { quoted, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import { hasOutput } from '../domain/meeting.ts'
import type { ReviewView } from '../flows/show-review.ts'
import { gapLines, leakLine } from './gap-lines.ts'
import { REVIEWS } from './ids.ts'
import { itemLines, measureLines } from './measure-lines.ts'
import { metricLine, metricsTable, reachedChart, stepLine, stepsTable } from './review-tables.ts'

const MINUTES_SHOWN = 1500

export function reviewMessage(view: ReviewView, t: Translate): RenderedMessage {
  const { progress, team, today, review, record } = view
  const period = periodText(progress.period, t, today)
  const title = `*${t('review.title', { team: teamLabel(team, t), period })}*`
  const last = lastLines(view, t)
  const decided = decidedLines(view, t)
  if (review.metrics.length === 0) {
    const said = [title, ...last, t('review.nothing'), ...decided]
    return { text: wordsOf(said), blocks: [...sectionsOf(said), buttons(view, t)] }
  }
  const { targetsFrom, stored } = record
  const told = {
    review,
    targetsFrom,
    causes: stored.causes,
    period: progress.period,
    nameOf: progress.nameOf,
  }
  const gaps = [`*${t('review.gaps')}*`, ...gapLines(told, t)]
  const leaks = review.steps.filter(({ leaks: isLeak }) => isLeak).map((step) => leakLine(step, t))
  const small = smallPrint(view, t)
  return {
    text: wordsOf([
      ...[title, ...last, ...review.metrics.map((one) => metricLine(one, t)), ...gaps, ...leaks],
      ...[...review.steps.map((step) => stepLine(step, t)), ...decided, ...small],
    ]),
    blocks: [
      ...sectionsOf([title, ...last]),
      metricsTable(review.metrics, t),
      ...reachedChart(review.metrics, period, t),
      ...sectionsOf(gaps),
      ...(review.steps.length > 0 ? [stepsTable(review.steps, t)] : []),
      ...(leaks.length > 0 ? sectionsOf(leaks) : []),
      ...(decided.length > 0 ? sectionsOf(decided) : []),
      ...(small.length > 0 ? [{ type: 'context' as const, elements: small.map(mrkdwn) }] : []),
      buttons(view, t),
    ],
  }
}

/** What the measures of the review before did. None: there were none. */
function lastLines({ record: { last }, today }: ReviewView, t: Translate): string[] {
  if (last.measures.length === 0) return []
  const period = periodText(last.period, t, today)
  return [`*${t('measure.lastTitle', { period })}*`, ...measureLines(last.measures, t)]
}

function decidedLines({ record: { measures, agreed, stored } }: ReviewView, t: Translate): string[] {
  const { minutes } = stored
  return [
    ...(measures.length > 0 ? [`*${t('measure.ownTitle')}*`, ...measureLines(measures, t)] : []),
    ...(minutes ? [`*${t('meeting.minutes')}*`, quoted(minutes.text, MINUTES_SHOWN)] : []),
    ...(agreed.length > 0 ? [`*${t('meeting.agreed')}*`, ...itemLines(agreed, t)] : []),
  ]
}

function smallPrint({ review, record }: ReviewView, t: Translate): string[] {
  const { measures, last } = record
  return [
    ...(review.isOver ? [] : [t('review.running')]),
    ...(review.steps.length > 0 ? [t('review.sharesHow')] : []),
    ...(review.gaps.some(({ arithmetic }) => arithmetic) ? [t('review.effectsHow')] : []),
    ...(measures.length + last.measures.length > 0 ? [t('measure.how')] : []),
  ]
}

function buttons(view: ReviewView, t: Translate): Block {
  const { progress, today, record } = view
  const { period } = progress
  const { before, after } = neighboursOf(period, today)
  const own: NamedDay = { kind: period.kind, date: period.from }
  const canWrite = record.writable && hasOutput(period, 'cause')
  return {
    type: 'actions',
    elements: [
      ...(canWrite ? [button(view, REVIEWS.write, t('review.write'), own)] : []),
      ...(record.writable ? [button(view, REVIEWS.agenda, t('meeting.agendaButton'), own)] : []),
      button(view, `${REVIEWS.show}#before`, t('overview.before'), before),
      ...(after ? [button(view, `${REVIEWS.show}#after`, t('overview.after'), after)] : []),
    ],
  }
}

const button = ({ teamId }: ReviewView, actionId: string, words: string, of: NamedDay): Button => ({
  ...{ type: 'button', action_id: actionId, text: plain(words) },
  value: JSON.stringify({ team: teamId, kind: of.kind, date: of.date.toString() }),
})
