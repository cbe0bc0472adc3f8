// Parses the words after `/kpi board`: a period and a measure.

import { foldText } from '../../core/text.ts'
import { type MetricNames, matchMetrics } from '../../numbers/domain/metric-match.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { type BoardPeriod, findPeriod } from './period-words.ts'

const POINTS_WORDS = ['points', 'score', '积分', '積分', '分']
/** In characters after folding. No metric's name is longer. */
const MAX_LENGTH = 300
/** Words that are ignored: 'this week', 'by calls', '按电话'. */
const FILLERS = ['this', 'by', 'for', 'of', 'the', 'in', '按', '依', '的']

export type BoardWords =
  /** Null: not given. */
  | { ok: true; period: BoardPeriod | null; by: { points: true } | { points: false; metric: Metric } | null }
  | { ok: false; part: string; candidates: readonly Metric[] }

/** Accepts words in any order and in all languages of the dictionary, and metrics by name or unambiguous prefix. */
export function parseBoardWords(text: string, dictionary: readonly MetricNames[]): BoardWords {
  const folded = foldText(text)
  if (folded.length > MAX_LENGTH) return { ok: false, part: folded.slice(0, MAX_LENGTH), candidates: [] }
  // A metric may be called 'Q3 demos'.
  const whole = dictionary.find(({ names }) => names.some((name) => foldText(name) === folded))
  if (whole) return { ok: true, period: null, by: { points: false, metric: whole.metric } }
  const found = findPeriod(folded)
  const period = found?.period ?? null
  const words = (found?.rest ?? folded).split(/[\s,，、]+/u)
  const name = words
    .filter((one) => one !== '' && !FILLERS.includes(one))
    .join(' ')
    .replace(/^[按依的]/u, '')
  if (name === '') return { ok: true, period, by: null }
  if (POINTS_WORDS.includes(name)) return { ok: true, period, by: { points: true } }
  const { metrics } = matchMetrics(name, dictionary)
  const [metric] = metrics
  if (!metric || metrics.length > 1) return { ok: false, part: name, candidates: metrics }
  return { ok: true, period, by: { points: false, metric } }
}
