// Reads what was typed into the form of a rule: limits, margin, days, mornings, and the dates on which it opens nothing.
import {
  type DateChoice,
  type DateProblem,
  type DateReading,
  readDates,
} from '../../core/typed-dates/read-dates.ts'
import { type AmountSpec, parseAmount } from '../../numbers/domain/amount.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { LEVELS, type Level } from './level.ts'
import { rises, type Sign } from './limits.ts'
import { type DateStretch, joinedStretches, MOST_STRETCHES } from './mute-dates.ts'
import { type RuleSettings, SIGNALS, type Signal } from './rule-settings.ts'
import type { Rule } from './warning.ts'

/** As typed and chosen. */
export interface RuleDraft {
  sign: string | null
  levels: Readonly<Record<Level, string>>
  clearBy: string
  leastDays: string
  mornings: string
  muted: string
  active: boolean
}

export type DraftField = Level | 'clearBy' | 'leastDays' | 'mornings' | 'muted'
export type DraftProblem =
  /** No level has a limit. */
  | { kind: 'no-limit' }
  | { kind: 'not-a-number' }
  /** Scaled as the metric is. */
  | { kind: 'unclear'; readings: readonly number[] }
  /** Of a share, in percent. */
  | { kind: 'outside'; least: number; most: number }
  /** A higher level would be reached before a lower one. */
  | { kind: 'nearer' }
  /** `line`: which one it is, where there are several. */
  | { kind: 'dates'; problem: { reason: DateProblem } | DateChoice; line?: number }
  | { kind: 'over'; line?: number }
  | { kind: 'too-many'; most: number }

export type DraftProblems = Readonly<Partial<Record<DraftField, DraftProblem>>>
export type RuleWish = Pick<Rule, 'settings' | 'muted' | 'active'>
export type DraftRead = { ok: true; wish: RuleWish } | { ok: false; problems: DraftProblems }

export interface DraftReading {
  signal: Signal
  /** Null: the signal is about no metric. */
  metric: Metric | null
  dates: Pick<DateReading, 'today' | 'locale' | 'weekStartsOn'>
}

export const MOST_MORNINGS = 20
export const MOST_DAYS = 60
const SHARE_DECIMALS = 1
const NEXT_STRETCH = /[\n\r;；]/u
const PER_SHARE = 1000

/** Shares are typed in percent, with one decimal. */
export const asPercent = (share: number): number => Math.round(share * PER_SHARE) / 10

/** Several mornings in a row make sense where the number is not itself a count of days or weeks. */
export const hasMornings = (signal: Signal): boolean => ['share', 'value'].includes(SIGNALS[signal].unit)

type NumberRead = { ok: true; value: number } | { ok: false; problem: DraftProblem }

export function readRuleDraft(draft: RuleDraft, reading: DraftReading): DraftRead {
  const { signal } = reading
  const kind = SIGNALS[signal]
  const problems: Partial<Record<DraftField, DraftProblem>> = {}
  const take = (field: DraftField, read: NumberRead): number | null => {
    if (read.ok) return read.value
    problems[field] = read.problem
    return null
  }
  const sign: Sign = kind.signs.find((one) => one === draft.sign) ?? kind.signs[0]
  const typed = LEVELS.filter((level) => draft.levels[level].trim() !== '')
  const levels = Object.fromEntries(
    typed.map((level) => [level, take(level, limitOf(draft.levels[level], reading))]),
  )
  const whole = (field: DraftField, text: string, least: number, most: number, otherwise: number) =>
    text.trim() === '' ? otherwise : (take(field, wholeNumber(text, least, most)) ?? otherwise)
  const settings = {
    ...{ sign, levels },
    clearBy: kind.clearBy === null ? 0 : (take('clearBy', marginOf(draft.clearBy, reading)) ?? 0),
    leastDays: kind.leastDays === null ? 0 : whole('leastDays', draft.leastDays, 0, MOST_DAYS, 0),
    mornings: hasMornings(signal) ? whole('mornings', draft.mornings, 1, MOST_MORNINGS, 1) : kind.mornings,
  } as RuleSettings
  if (typed.length === 0) problems.blue = { kind: 'no-limit' }
  const areRead = typed.every((level) => problems[level] === undefined)
  const first = areRead ? nearerLevel(settings) : null
  if (first) problems[first] = { kind: 'nearer' }
  const muted = readMuted(draft.muted, reading)
  if (!muted.ok) problems.muted = muted.problem
  if (Object.keys(problems).length > 0 || !muted.ok) return { ok: false, problems }
  return { ok: true, wish: { settings, muted: muted.dates, active: draft.active } }
}

/** The first level that is reached before a lower one. */
function nearerLevel({ levels, sign }: RuleSettings): Level | null {
  const upTo = (index: number) =>
    Object.fromEntries(LEVELS.slice(0, index + 1).map((level) => [level, levels[level]]))
  const index = LEVELS.findIndex((_, place) => !rises(upTo(place), sign))
  return LEVELS[index] ?? null
}

function limitOf(text: string, { signal, metric }: DraftReading): NumberRead {
  const { unit, most } = SIGNALS[signal]
  if (unit === 'share') return share(text, most)
  return unit === 'value' ? amount(text, metric!) : wholeNumber(text, 1, most)
}

/** Nothing typed: none. */
function marginOf(text: string, { signal, metric }: DraftReading): NumberRead {
  if (text.trim() === '') return { ok: true, value: 0 }
  return SIGNALS[signal].unit === 'share' ? share(text, 1) : amount(text, { ...metric!, hardMin: 0 })
}

function share(text: string, most: number): NumberRead {
  const read = inside(text, { unit: 'percent', decimals: SHARE_DECIMALS }, 0, most * PER_SHARE)
  return read.ok ? { ok: true, value: read.value / PER_SHARE } : read
}

const wholeNumber = (text: string, least: number, most: number): NumberRead =>
  inside(text, { unit: 'count', decimals: 0 }, least, most)

function inside(
  text: string,
  of: Pick<AmountSpec, 'unit' | 'decimals'>,
  hardMin: number,
  hardMax: number,
): NumberRead {
  const read = parseAmount(text, { ...of, currency: null, hardMin, hardMax })
  if (read.ok) return read
  const per = of.unit === 'percent' ? 10 : 1
  const isOutside = read.reason === 'below-hard-min' || read.reason === 'above-hard-max'
  return {
    ok: false,
    problem: isOutside
      ? { kind: 'outside', least: hardMin / per, most: hardMax / per }
      : { kind: 'not-a-number' },
  }
}

/** Of a month, so that the bounds of a day's entry do not hold. */
function amount(text: string, metric: Metric): NumberRead {
  const hardMin = metric.hardMin < 0 ? -Number.MAX_SAFE_INTEGER : 0
  const read = parseAmount(text, { ...metric, hardMin, hardMax: Number.MAX_SAFE_INTEGER })
  if (read.ok) return read
  if (read.reason === 'unclear') return { ok: false, problem: { kind: 'unclear', readings: read.readings } }
  return { ok: false, problem: { kind: 'not-a-number' } }
}

/** A stretch on each line. */
function readMuted(
  text: string,
  { dates: view }: DraftReading,
): { ok: true; dates: Rule['muted'] } | { ok: false; problem: DraftProblem } {
  const lines = text.split(NEXT_STRETCH).filter((line) => line.trim() !== '')
  if (lines.length > MOST_STRETCHES) return { ok: false, problem: { kind: 'too-many', most: MOST_STRETCHES } }
  const stretches: DateStretch[] = []
  for (const [index, line] of lines.entries()) {
    const where = lines.length > 1 ? { line: index + 1 } : {}
    const found = readDates(line, { ...view, lean: 'ahead', units: true })
    if (!found.ok) return { ok: false, problem: { kind: 'dates', problem: found, ...where } }
    const { from, to } = found.dates
    if (Temporal.PlainDate.compare(to, view.today) < 0)
      return { ok: false, problem: { kind: 'over', ...where } }
    stretches.push({ from, to })
  }
  return { ok: true, dates: joinedStretches(stretches) }
}
