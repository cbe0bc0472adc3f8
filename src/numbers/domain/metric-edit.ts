// Validates a manager's edit of a metric (name, usual range, points), and moves a metric in its list.

import type { MetricKey } from '../../core/ids.ts'
import { cleanText, foldText } from '../../core/text.ts'
import { type AmountProblem, parseAmount, type UnclearAmount } from './amount.ts'
import type { Metric } from './metrics.ts'
import { OWN_NAME_MAX_LENGTH } from './own-metric.ts'
import { readPoints } from './points.ts'

/** The fields as typed. An empty name restores the catalogue's; an empty bound means no bound. */
export interface MetricDraft {
  name: string
  plausibleMin: string
  plausibleMax: string
  points: string
}

/** The fields of a metric that a manager can change. Kind, unit and decimals are fixed, so that stored values stay valid. */
export type MetricEdit = Pick<Metric, 'label' | 'plausibleMin' | 'plausibleMax' | 'points'>
export type MetricDraftProblem =
  | AmountProblem
  | UnclearAmount
  | 'too-long'
  | 'taken'
  | 'min-above-max'
  | 'not-0-to-1000'
export type MetricDraftErrors = Partial<Record<keyof MetricDraft, MetricDraftProblem>>
export type MetricDraftRead = { ok: true; edit: MetricEdit } | { ok: false; errors: MetricDraftErrors }

/** `ownNames`: the metric's names without the team's label. `takenNames`: the names of all other metrics. */
export function readMetricDraft(
  draft: MetricDraft,
  metric: Metric,
  ownNames: readonly string[],
  takenNames: readonly string[],
): MetricDraftRead {
  const errors: MetricDraftErrors = {}
  const name = cleanText(draft.name, OWN_NAME_MAX_LENGTH + 1).replaceAll('\n', ' ')
  const label = name === '' || ownNames.includes(name) ? null : name
  const problem = nameProblem(label, takenNames)
  if (problem) errors.name = problem
  const bounds = { plausibleMin: null as number | null, plausibleMax: null as number | null }
  for (const field of ['plausibleMin', 'plausibleMax'] as const) {
    if (draft[field].trim() === '') continue
    const amount = parseAmount(draft[field], metric)
    if (amount.ok) bounds[field] = amount.value
    else errors[field] = amount.reason === 'unclear' ? { metric, readings: amount.readings } : amount.reason
  }
  const { plausibleMin, plausibleMax } = bounds
  if (plausibleMin !== null && plausibleMax !== null && plausibleMin > plausibleMax)
    errors.plausibleMax = 'min-above-max'
  const points = draft.points.trim() === '' ? 0 : readPoints(draft.points)
  if (points === null) errors.points = 'not-0-to-1000'
  if (points === null || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, edit: { label, plausibleMin, plausibleMax, points } }
}

function nameProblem(label: string | null, takenNames: readonly string[]): MetricDraftProblem | null {
  if (label === null) return null
  if ([...label].length > OWN_NAME_MAX_LENGTH) return 'too-long'
  return takenNames.some((other) => foldText(other) === foldText(label)) ? 'taken' : null
}

export const METRIC_MOVES = ['up', 'down', 'on', 'off'] as const
export type MetricMove = (typeof METRIC_MOVES)[number]

interface Line {
  key: MetricKey
  enabled: boolean
}

/** The list in its new order, with positions from 1. Null: the metric is not in the list. */
export function moveInList(
  list: readonly Line[],
  key: MetricKey,
  move: MetricMove,
): (Line & { position: number })[] | null {
  const place = list.findIndex((line) => line.key === key)
  const moved = list[place]
  if (!moved) return null
  const rest = list.toSpliced(place, 1)
  const step = move === 'up' ? -1 : move === 'down' ? 1 : 0
  const enabled = move === 'on' || (move !== 'off' && moved.enabled)
  const target = Math.min(Math.max(place + step, 0), rest.length)
  return rest.toSpliced(target, 0, { key, enabled }).map((line, index) => ({
    key: line.key,
    enabled: line.enabled,
    position: index + 1,
  }))
}
