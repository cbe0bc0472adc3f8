// Parses the words after `/kpi board`: a period and a measure.

import { foldText } from '../../core/text.ts'
import { type MetricNames, matchMetrics } from '../../numbers/domain/metric-match.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { PeriodKind } from '../../numbers/domain/period.ts'

/** `day`: the date whose numbers today's standup asks for, usually yesterday. */
export type BoardPeriod = 'day' | 'today' | 'yesterday' | 'week' | 'month'

export const periodKindOf = (period: BoardPeriod): PeriodKind =>
  period === 'week' || period === 'month' ? period : 'day'

const PERIOD_WORDS: Readonly<Record<string, BoardPeriod>> = {
  day: 'day',
  daily: 'day',
  日: 'day',
  每日: 'day',
  today: 'today',
  今天: 'today',
  今日: 'today',
  yesterday: 'yesterday',
  昨天: 'yesterday',
  昨日: 'yesterday',
  week: 'week',
  weekly: 'week',
  周: 'week',
  週: 'week',
  本周: 'week',
  本週: 'week',
  这周: 'week',
  這週: 'week',
  month: 'month',
  monthly: 'month',
  月: 'month',
  本月: 'month',
  这个月: 'month',
  這個月: 'month',
}
const POINTS_WORDS = ['points', 'score', '积分', '積分', '分']
/** In characters after folding. No metric's name is longer. */
const MAX_LENGTH = 300
/** Words that are ignored: 'this week', 'by calls', '按电话'. */
const FILLERS = ['this', 'by', 'for', 'the', '按', '依']

export type BoardWords =
  /** Null: not given. */
  | { ok: true; period: BoardPeriod | null; by: { points: true } | { points: false; metric: Metric } | null }
  | { ok: false; part: string; candidates: readonly Metric[] }

/** Accepts words in any order and in all languages of the dictionary, and metrics by name or unambiguous prefix. */
export function parseBoardWords(text: string, dictionary: readonly MetricNames[]): BoardWords {
  const folded = foldText(text)
  if (folded.length > MAX_LENGTH) return { ok: false, part: folded.slice(0, MAX_LENGTH), candidates: [] }
  let period: BoardPeriod | null = null
  const rest: string[] = []
  for (const token of folded.split(/[\s,，、]+/u)) {
    const found = leadingPeriod(token)
    period = found?.period ?? period
    const left = found ? found.rest : token
    if (left !== '' && !FILLERS.includes(left)) rest.push(left)
  }
  const name = rest.join(' ').replace(/^[按依]/u, '')
  if (name === '') return { ok: true, period, by: null }
  const { metrics } = matchMetrics(name, dictionary)
  if (POINTS_WORDS.includes(name)) return { ok: true, period, by: { points: true } }
  const [metric] = metrics
  if (!metric || metrics.length > 1) return { ok: false, part: name, candidates: metrics }
  return { ok: true, period, by: { points: false, metric } }
}

/** Splits a leading period off a token: a whole English word, or the longest Chinese prefix, as in '本月电话'. */
function leadingPeriod(token: string): { period: BoardPeriod; rest: string } | null {
  const whole = PERIOD_WORDS[token]
  if (whole) return { period: whole, rest: '' }
  const chinese = Object.keys(PERIOD_WORDS).filter((word) => /\p{Script=Han}/u.test(word))
  const [longest] = chinese
    .filter((word) => token.startsWith(word))
    .sort((one, other) => other.length - one.length)
  return longest ? { period: PERIOD_WORDS[longest]!, rest: token.slice(longest.length) } : null
}
