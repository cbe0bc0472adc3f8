// The field of the set-up form for the weights of the board's measure: written, read, and what is wrong with it.
import { readWeights, type WeightsRead } from '../../boards/domain/weights-text.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { metricName } from '../../numbers/slack/format-value.ts'
import { namesOfMetrics } from '../../numbers/slack/metric-names.ts'
import type { Measure, MeasureWeight } from '../../org/domain/team.ts'
import type { Block } from '../../slack/blocks.ts'
import { field, fieldIn, textInput, typedIn } from '../../slack/fields.ts'
import { clip } from '../../slack/mrkdwn.ts'
import type { FormState } from '../../slack/requests.ts'
import type { Rankable, SetupFacts } from '../flows/load-setup.ts'

export const WEIGHTS = 'weights'
const WEIGHTS_LENGTH = 500
const PART_LENGTH = 40

export function weightsField({ rankable }: SetupFacts, measure: Measure, t: Translate): Block {
  const typed = measure.kind === 'weighted' ? weightsText(measure.weights, rankable, t) : ''
  return field(WEIGHTS, t('setup.weights'), textInput(typed, { maxLength: WEIGHTS_LENGTH }), {
    hint: t('setup.weightsHint', { example: weightsExample(rankable, t) }),
    optional: true,
  })
}

const weightsRead = (state: FormState, { rankable }: SetupFacts): WeightsRead =>
  readWeights(typedIn(state, WEIGHTS), namesOfMetrics(rankable.map(({ metric }) => metric)))

/** Empty: they cannot be read. */
export function draftWeights(state: FormState, facts: SetupFacts): readonly MeasureWeight[] {
  const read = weightsRead(state, facts)
  return read.ok ? read.weights : []
}

/** What is wrong with them, where the board is to rank by weights. Null: nothing, or the form does not show them. */
export function weightsProblem(state: FormState, facts: SetupFacts, t: Translate): string | null {
  if (!fieldIn(state, WEIGHTS)) return null
  const read = weightsRead(state, facts)
  if (read.ok) return null
  const example = weightsExample(facts.rankable, t)
  switch (read.reason) {
    case 'none':
      return t('setup.weightsMissing', { example })
    case 'unread':
      return t('setup.weightsUnread', { part: clip(read.part, PART_LENGTH), example })
    case 'twice':
      return t('setup.weightsTwice', { part: clip(read.part, PART_LENGTH) })
    case 'not-whole':
      return t('setup.weightsNotWhole', { sum: read.sum })
  }
}

/** 'Calls 40, Visits 60', as it can be typed. */
const weightsText = (weights: readonly MeasureWeight[], rankable: readonly Rankable[], t: Translate) =>
  weights
    .flatMap(({ metric: key, weight }) => {
      const found = rankable.find(({ metric }) => metric.key === key)
      return found ? [`${metricName(found.metric, t)} ${weight}`] : []
    })
    .join(t('common.listSeparator'))

/** With the first two numbers of the team. */
function weightsExample(rankable: readonly Rankable[], t: Translate): string {
  const [first, second] = [...new Set(rankable.map(({ metric }) => metric.key))]
  if (first === undefined) return ''
  const halves = second === undefined ? [100] : [40, 60]
  const weights = [first, second].flatMap((metric, place) =>
    metric === undefined ? [] : [{ metric, weight: halves[place]! }],
  )
  return weightsText(weights, rankable, t)
}
