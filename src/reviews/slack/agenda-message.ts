// Renders the agenda of a meeting, point by point, and below it what came out: minutes, measures and what was agreed.
import { periodText } from '../../boards/slack/period-text.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import { valueText } from '../../overview/slack/team-figures.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { quoted, sectionsOf, wordsOf } from '../../slack/lines.ts'
import type { AgendaFacts, ReviewOfferFacts } from '../domain/agenda.ts'
import type { AgendaPoint, MeetingPeriod } from '../domain/meeting.ts'
import type { ReviewedMetric } from '../domain/review.ts'
import { gapLines, leakLine, metricText, withheldText } from './gap-lines.ts'
import { REVIEWS } from './ids.ts'
import { itemLine, itemLines, measureLines } from './measure-lines.ts'
import { metricLine } from './review-tables.ts'

const RESULTS_SHOWN = 8
const MINUTES_SHOWN = 2500

/** A point that there is nothing to say about is left out. */
const POINTS: Record<AgendaPoint, (facts: AgendaFacts, t: Translate) => string[]> = {
  results: ({ review }, t) => {
    const { metrics } = review
    const held = metrics.filter(({ target }) => target !== null)
    const shown = held.length > 0 ? held : metrics
    return [
      ...shown.slice(0, RESULTS_SHOWN).map((one) => `• ${resultLine(one, t)}`),
      ...withheldText(review, t),
    ]
  },
  gaps: (facts, t) =>
    gapLines({ ...facts, causes: facts.inChannel ? {} : facts.stored.causes, nameOf: null }, t),
  leaks: ({ review }, t) => review.steps.filter(({ leaks }) => leaks).map((step) => leakLine(step, t)),
  'last-measures': ({ lastMeasures, inChannel }, t) =>
    inChannel
      ? lastMeasures.map(({ measure, isLate }) => itemLine(measure, isLate, t))
      : measureLines(lastMeasures, t),
  support: ({ support, inChannel, unnamed }, t) => {
    if (support.length === 0) return []
    if (!(inChannel && unnamed)) return itemLines(support, t)
    const [count, late] = [support.length, support.filter(({ isLate }) => isLate).length]
    return [late > 0 ? t('meeting.openItems', { count, late }) : t('report.supportCount', { count })]
  },
  'open-items': ({ open }, t) => (open.count === 0 ? [] : [t('meeting.openItems', open)]),
}

const resultLine = (one: ReviewedMetric, t: Translate): string =>
  one.target === null
    ? t('meeting.result', {
        metric: metricText(one.metric, t),
        actual: valueText(one.metric, one.actual, t),
        before: valueText(one.metric, one.before, t),
      })
    : metricLine(one, t)

const TITLES = {
  results: 'meeting.results',
  gaps: 'review.gaps',
  leaks: 'meeting.leaks',
  'last-measures': 'meeting.lastMeasures',
  support: 'meeting.support',
  'open-items': 'meeting.items',
} as const satisfies Record<AgendaPoint, string>

const CADENCES = {
  daily: 'meeting.daily',
  weekly: 'meeting.weekly',
  monthly: 'meeting.monthly',
  quarterly: 'meeting.quarterly',
} as const

export function renderAgenda(facts: AgendaFacts, t: Translate): RenderedMessage {
  const { meeting, team, period } = facts
  const said = {
    meeting: t(CADENCES[meeting.cadence]),
    team: teamLabel(team, t),
    period: periodText(period, t),
  }
  const points = meeting.agenda
    .map((point) => ({ title: t(TITLES[point]), lines: POINTS[point](facts, t) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }, index) => [`*${index + 1}. ${title}*`, ...lines])
  const lines = [
    [`*${t('meeting.title', said)}*`],
    ...points,
    ...outcomes(facts, t),
    [t('meeting.askMinutes')],
  ]
  return {
    text: wordsOf(lines.flat()),
    blocks: [...lines.flatMap(sectionsOf), buttonsOf(facts, t)],
  }
}

function outcomes({ stored: { minutes }, measures, agreed }: AgendaFacts, t: Translate): string[][] {
  return [
    ...(minutes ? [[`*${t('meeting.minutes')}*`, quoted(minutes.text, MINUTES_SHOWN)]] : []),
    ...(measures.length > 0 ? [[`*${t('measure.ownTitle')}*`, ...itemLines(measures, t)]] : []),
    ...(agreed.length > 0 ? [[`*${t('meeting.agreed')}*`, ...itemLines(agreed, t)]] : []),
  ]
}

const valueFor = (team: string, kind: MeetingPeriod, date: Temporal.PlainDate): string =>
  JSON.stringify({ team, kind, date: date.toString() })

const buttonsOf = ({ teamId, meeting, period }: AgendaFacts, t: Translate): Block => ({
  type: 'actions',
  elements: [
    {
      ...{ type: 'button', action_id: REVIEWS.minutes, text: plain(t('meeting.takeMinutes')) },
      value: valueFor(teamId, meeting.period, period.from),
    },
  ],
})

export function renderReviewOffer(facts: ReviewOfferFacts, t: Translate): RenderedMessage {
  const { teamId, team, period, meeting } = facts
  const text = t('meeting.offer', { team: teamLabel(team, t), period: periodText(period, t) })
  const value = valueFor(teamId, meeting.period, period.from)
  return {
    text,
    blocks: [
      ...sectionsOf([text]),
      {
        type: 'actions',
        elements: [
          { type: 'button', action_id: REVIEWS.open, text: plain(t('meeting.showReview')), value },
          { type: 'button', action_id: REVIEWS.agenda, text: plain(t('meeting.agendaButton')), value },
        ],
      },
    ],
  }
}
