// Reads the weights of a board's measure as they are typed: 'Calls 40, New revenue 60'.
import { foldText } from '../../core/text.ts'
import { type MetricNames, matchMetrics } from '../../numbers/domain/metric-match.ts'
import type { MeasureWeight } from '../../org/domain/team.ts'

export const WHOLE_WEIGHT = 100

export type WeightsRead =
  | { ok: true; weights: readonly MeasureWeight[] }
  | { ok: false; reason: 'none' }
  | { ok: false; reason: 'unread' | 'twice'; part: string }
  | { ok: false; reason: 'not-whole'; sum: number }

/** A name and a whole number for each, in either order. */
const PART = /^(?<name>.+?)[\s:：=]*(?<weight>\d{1,3})\s*%?$/u
const TURNED = /^(?<weight>\d{1,3})\s*%?\s*(?<name>.+)$/u

/** They have to add up to exactly 100. */
export function readWeights(text: string, dictionary: readonly MetricNames[]): WeightsRead {
  const parts = text
    .split(/[,，、;；\n]+/u)
    .map(foldText)
    .filter((part) => part !== '')
  if (parts.length === 0) return { ok: false, reason: 'none' }
  const weights: MeasureWeight[] = []
  for (const part of parts) {
    const { name = '', weight = '' } = (PART.exec(part) ?? TURNED.exec(part))?.groups ?? {}
    const { metrics } = matchMetrics(name.trim(), dictionary)
    const [metric, other] = metrics
    if (!metric || other || Number(weight) < 1) return { ok: false, reason: 'unread', part }
    if (weights.some((one) => one.metric === metric.key)) return { ok: false, reason: 'twice', part }
    weights.push({ metric: metric.key, weight: Number(weight) })
  }
  const sum = weights.reduce((so, { weight }) => so + weight, 0)
  return sum === WHOLE_WEIGHT ? { ok: true, weights } : { ok: false, reason: 'not-whole', sum }
}
