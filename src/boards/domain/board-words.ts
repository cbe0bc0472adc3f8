// Parses the words after `/kpi board`: a period and a measure.

import { foldText } from '../../core/text.ts'
import { type DateChoice, type DateReading, readDates } from '../../core/typed-dates/read-dates.ts'
import { type MetricNames, matchMetrics } from '../../numbers/domain/metric-match.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { PeriodKind } from '../../numbers/domain/period.ts'
import type { Measure, Role } from '../../org/domain/team.ts'
import { type RoleNames, rolesInWords } from './role-in-words.ts'

const POINTS_WORDS = ['points', 'score', '积分', '積分', '分']
const WEIGHTED_WORDS = [
  'weighted',
  'composite',
  'weights',
  '综合',
  '綜合',
  '综合达成率',
  '綜合達成率',
  '综合分',
  '綜合分',
]
/** Alone, or before or behind a metric's name. */
const ATTAINMENT_WORDS = [
  ...['target reached', 'attainment', 'targets', 'target', 'quota', 'goals', 'goal'],
  ...['目标达成率', '目標達成率', '达成率', '達成率', '完成率', '达成', '達成', '完成', '目标', '目標'],
]
/** In characters after folding. No metric's name is longer. */
const MAX_LENGTH = 300
/** Words that are ignored: 'this week', 'by calls', '按电话', '周榜'. */
const FILLERS = ['this', 'by', 'for', 'of', 'the', 'in', 'board', '按', '依', '的', '榜']

export type BoardView = Pick<DateReading, 'today' | 'locale' | 'weekStartsOn' | 'yearStarts'>

export type BoardPeriod =
  /** The date whose numbers today's standup asks for, usually yesterday. */
  | 'day'
  /** `date`: the date up to which the board counts, the last of the period or today. */
  | { kind: PeriodKind; date: Temporal.PlainDate }

/** What the board is to rank by. Null: not said. */
type By = Exclude<Measure, { kind: 'weighted' }> | { kind: 'team-weights' } | null

export type BoardWords =
  /** Null: not given. */
  | { ok: true; period: BoardPeriod | null; by: By; role: Role | null }
  | { ok: false; reason: 'unread'; part: string; candidates: readonly Metric[] }
  | { ok: false; reason: 'not-come' | 'no-such-date' | 'not-one-period' }
  /** `rest`: what else was typed. */
  | { ok: false; reason: 'which-date'; choice: DateChoice; rest: string }
export type BoardWordsProblem = Extract<BoardWords, { ok: false }>

type PeriodRead =
  | { ok: true; period: BoardPeriod | null; rest: string }
  | Exclude<BoardWordsProblem, { reason: 'unread' }>

/**
 * Accepts words in any order and in all languages of the dictionary, and metrics by name or unambiguous prefix. What can be read
 * without a role names none.
 */
export function parseBoardWords(
  text: string,
  dictionary: readonly MetricNames[],
  view: BoardView,
  roles: readonly RoleNames[] = [],
): BoardWords {
  const folded = foldText(text)
  if (folded.length > MAX_LENGTH)
    return { ok: false, reason: 'unread', part: folded.slice(0, MAX_LENGTH), candidates: [] }
  const everybody = readWords(folded, dictionary, view)
  if (everybody.ok || everybody.reason !== 'unread') return everybody
  for (const { role, rest } of rolesInWords(folded, roles)) {
    const ofRole = readWords(rest, dictionary, view)
    if (ofRole.ok) return { ...ofRole, role }
    if (ofRole.reason !== 'unread') return ofRole
  }
  return everybody
}

function readWords(folded: string, dictionary: readonly MetricNames[], view: BoardView): BoardWords {
  const named = readWithName(folded, dictionary, view)
  if (named) return named
  const read = readPeriod(folded, view)
  if (!read.ok) return read
  const by = readMeasure(read.rest, dictionary)
  if (by.ok) return { ok: true, period: read.period, by: by.by, role: null }
  return { ...by, reason: 'unread' }
}

/** A metric may be called 'Q3 demos': a whole name at an end of the text is no period, if what is left is one. */
function readWithName(
  text: string,
  dictionary: readonly MetricNames[],
  view: BoardView,
): Extract<BoardWords, { ok: true }> | null {
  const names = dictionary.flatMap(({ metric, names: all }) =>
    all.map((name) => ({ metric, name: foldText(name) })),
  )
  for (const { metric, name } of names.toSorted((one, other) => other.name.length - one.name.length)) {
    const isFirst = text.startsWith(name)
    if (name === '' || !(isFirst || text.endsWith(name))) continue
    const left = isFirst ? text.slice(name.length) : text.slice(0, -name.length)
    const read = readPeriod(left.trim(), view)
    const isWhole = left === '' || (read.ok && read.period !== null && withoutFillers(read.rest) === '')
    if (read.ok && isWhole)
      return { ok: true, period: read.period, by: { kind: 'metric', metric: metric.key }, role: null }
  }
  return null
}

function readPeriod(text: string, view: BoardView): PeriodRead {
  const found = readDates(text, { ...view, lean: 'back', units: true })
  const { rest } = found
  if (!found.ok && found.reason === 'no-date') return { ok: true, period: null, rest }
  if (!found.ok && found.reason === 'no-such-date') return { ok: false, reason: 'no-such-date' }
  if (!found.ok && found.reason === 'ambiguous')
    return { ok: false, reason: 'which-date', choice: found, rest }
  // A board is of whole days, so it makes no difference which half is meant.
  const dates = found.ok ? found.dates : 'readings' in found ? found.readings[0] : undefined
  if (!dates || !isOnePeriod(dates)) return { ok: false, reason: 'not-one-period' }
  const { span, from, to, bare } = dates
  if (bare && span === 'day') return { ok: true, period: 'day', rest }
  if (Temporal.PlainDate.compare(from, view.today) > 0) return { ok: false, reason: 'not-come' }
  const date = Temporal.PlainDate.compare(to, view.today) < 0 ? to : view.today
  return { ok: true, period: { kind: span, date }, rest }
}

/** 'Nov 20 to Nov 25' is none. */
function isOnePeriod({
  span,
  from,
  to,
}: {
  span: PeriodKind
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}) {
  const mostDays = { day: 1, week: 7, month: from.daysInMonth, quarter: 92, year: 366 }
  return from.until(to).days < mostDays[span]
}

const withoutFillers = (text: string): string =>
  text
    .split(/[\s,，、]+/u)
    .filter((one) => one !== '' && !FILLERS.includes(one))
    .join(' ')
    .replace(/^[按依的]/u, '')

/** Of what is left beside a period. */
export function readMeasure(
  rest: string,
  dictionary: readonly MetricNames[],
): { ok: true; by: By } | { ok: false; part: string; candidates: readonly Metric[] } {
  const name = withoutFillers(rest)
  if (name === '') return { ok: true, by: null }
  if (POINTS_WORDS.includes(name)) return { ok: true, by: { kind: 'points' } }
  if (WEIGHTED_WORDS.includes(name)) return { ok: true, by: { kind: 'team-weights' } }
  if (ATTAINMENT_WORDS.includes(name)) return { ok: true, by: { kind: 'attainment', metric: null } }
  const { metrics } = matchMetrics(name, dictionary)
  const [metric] = metrics
  if (metric && metrics.length === 1) return { ok: true, by: { kind: 'metric', metric: metric.key } }
  const ofTarget = withoutAttainment(name)
  const meant = ofTarget === null ? [] : matchMetrics(ofTarget, dictionary).metrics
  if (meant.length === 1) return { ok: true, by: { kind: 'attainment', metric: meant[0]!.key } }
  return { ok: false, part: name, candidates: [...metrics, ...meant] }
}

/** The name beside the word for what is reached. Null: there is no such word. */
function withoutAttainment(name: string): string | null {
  const found = ATTAINMENT_WORDS.find((word) => name.startsWith(word) || name.endsWith(word))
  if (!found) return null
  const rest = name.startsWith(found) ? name.slice(found.length) : name.slice(0, -found.length)
  return withoutFillers(rest).replace(/的$/u, '')
}
