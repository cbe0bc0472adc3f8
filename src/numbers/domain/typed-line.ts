// Parses one typed line of numbers ('calls 5, visits 2', '电话5 拜访2'), or returns the part that it cannot parse.

import { foldText } from '../../core/text.ts'
import type { AmountProblem } from './amount.ts'
import { parseAmount } from './amount.ts'
import { type Token, tokensOf } from './line-tokens.ts'
import { type MetricNames, matchMetrics } from './metric-match.ts'
import type { Metric } from './metrics.ts'

export interface LogEntry {
  metric: Metric
  /** Scaled by the metric's decimals. */
  value: number
}
export type LogLineProblem = 'empty' | 'unknown-metric' | 'ambiguous' | 'bad-amount' | 'several-deals'
export type ParsedLogLine =
  /** `customer`: with whom the deal was made, where the line tells of one and names them. */
  | { ok: true; entries: LogEntry[]; customer?: string }
  | {
      ok: false
      reason: LogLineProblem
      /** The text concerned, as typed except for case and width. */
      part: string
      /** `ambiguous`: the possible metrics. `bad-amount`: the metric that the amount was for. `unknown-metric`: those of others. */
      candidates: readonly Metric[]
      /** Set for `bad-amount`. `missing`: a name without a number. */
      problem: AmountProblem | 'missing' | 'unclear' | null
      /** Set for `unclear`: the scaled values that may have been meant. */
      readings: readonly number[]
      /** Of `several-deals`: a line for each. Missing: they cannot be told apart safely. */
      lines?: readonly string[]
    }

/** What the person chose for a part that was asked about: a metric's key, or a reading. */
export type Picks = Readonly<Record<string, string>>

export interface LineDictionary {
  /** The metrics that can be entered. */
  own: readonly MetricNames[]
  /** Metrics that exist but are not entered here: a name that fits one of them better is asked about. */
  others?: readonly MetricNames[]
  picks?: Picks
}

export type UnreadLine = Extract<ParsedLogLine, { ok: false }>

const failure = (
  reason: LogLineProblem,
  part: string,
  candidates: readonly Metric[] = [],
  problem: UnreadLine['problem'] = null,
  readings: readonly number[] = [],
): UnreadLine => ({ ok: false, reason, part, candidates, problem, readings })

export const SEPARATORS = /[，、;；。\n\r]+|\.(?=\s|$)/u
/** A comma between digits may belong to the number: '1,200', '12,50'. */
export const LIST_COMMA = /,(?!\d)|(?<!\d),/u
/** A comma that is not a thousands separator. */
const COMMA_IN_DIGITS = /(?<=\d),(?!\d{3}(?!\d))(?=\d)/u
/** Thin spaces and full-width commas within a number, which splitting and folding would lose. */
const THIN_SPACE = /(\d)[\u00A0\u2007\u2009\u202F](?=\d{3}(?!\d))/gu
const WIDE_COMMA = /([０-９])，(?=[０-９]{3}(?![０-９]))/gu
/** Words without meaning here: 'and', and Chinese measure words ('5通', '3家'). */
const FILLER = /^(?:and |[&和与與个個通次家份单單元块塊件人场場条條篇] ?)| (?:and|&)$|[和与與]$/gu

/** In characters after folding. No line with all metrics of a role is longer, so longer input is refused unparsed. */
const MAX_LINE_LENGTH = 3000
const SHOWN_LENGTH = 60
const NAME_WORDS = 5

/** Names that contain a digit ('Q3 demos'), which are matched before numbers. Sorted by length, the longest first. */
function namesWithDigits(dictionary: readonly MetricNames[]): string[] {
  const names = dictionary
    .flatMap(({ names: own, aliases }) => [...own, ...(aliases ?? [])].map(foldText))
    .filter((name) => /\d/.test(name))
  return names.sort((one, other) => other.length - one.length)
}

function resolve(typed: string, { own, others, picks = {} }: LineDictionary): Metric | UnreadLine {
  const found = matchMetrics(typed, own, others)
  const bare = typed.replace(FILLER, '')
  const again = found.metrics.length === 0 && bare !== typed && bare !== ''
  const { metrics, sure } = again ? matchMetrics(bare, own, others) : found
  const chosen = sure ? metrics[0] : metrics.find(({ key }) => key === picks[typed])
  if (chosen) return chosen
  if (metrics.length > 0) return failure('ambiguous', typed, metrics)
  return failure('unknown-metric', typed, matchMetrics(bare || typed, others ?? []).metrics)
}

export function amountIn(text: string, metric: Metric, picks: Picks = {}): number | UnreadLine {
  const parsed = parseAmount(text, metric)
  if (parsed.ok) return parsed.value
  if (parsed.reason !== 'unclear') return failure('bad-amount', text, [metric], parsed.reason)
  const { readings } = parsed
  const chosen = readings.find((reading) => String(reading) === picks[text])
  return chosen ?? failure('bad-amount', text, [metric], 'unclear', readings)
}

/** 'calls many': the words before are a name, and what follows is no number. */
function withoutNumber(typed: string, { own, others }: LineDictionary): UnreadLine | null {
  const words = typed.split(' ')
  for (let count = Math.min(words.length, NAME_WORDS) - 1; count > 0; count -= 1) {
    const { metrics, sure } = matchMetrics(words.slice(0, count).join(' '), own, others)
    if (sure) return failure('bad-amount', words.slice(count).join(' '), metrics, 'not-a-number')
  }
  return null
}

/** Names and numbers alternate within a part, in either order; a filler at the end is ignored. */
function entriesOf(tokens: readonly Token[], dictionary: LineDictionary): LogEntry[] | UnreadLine {
  const last = tokens.at(-1)
  const endsWithFiller = tokens.length > 1 && last?.kind === 'name' && last.text.replace(FILLER, '') === ''
  const used = endsWithFiller ? tokens.slice(0, -1) : tokens
  const entries: LogEntry[] = []
  for (let index = 0; index < used.length; index += 2) {
    const pair = used.slice(index, index + 2)
    const name = pair.find(({ kind }) => kind === 'name')
    const amount = pair.find(({ kind }) => kind === 'amount')
    if (!name) return failure('unknown-metric', pair.map(({ text }) => text).join(' '))
    const metric = resolve(name.text, dictionary)
    if ('reason' in metric && metric.reason === 'unknown-metric' && !amount)
      return withoutNumber(name.text, dictionary) ?? metric
    if ('reason' in metric) return metric
    if (!amount) return failure('bad-amount', name.text, [metric], 'missing')
    const value = amountIn(amount.text, metric, dictionary.picks)
    if (typeof value !== 'number') return value
    entries.push({ metric, value })
  }
  return entries
}

/** A comma between digits is taken as part of the number first, and as the end of an entry ('calls 5,2 visits') where only that can be read. */
function entriesOfPart(
  part: string,
  numbered: readonly string[],
  dictionary: LineDictionary,
): LogEntry[] | UnreadLine {
  const whole = entriesOf(tokensOf(part, numbered), dictionary)
  if (!('reason' in whole)) return whole
  const pieces = part.split(COMMA_IN_DIGITS)
  if (pieces.length === 1) return whole
  const entries: LogEntry[] = []
  for (const piece of pieces) {
    const found = entriesOf(tokensOf(piece, numbered), dictionary)
    if ('reason' in found) return whole
    entries.push(...found)
  }
  return entries
}

/** Sums the values of a metric that is named more than once. */
function sumByMetric(entries: readonly LogEntry[]): ParsedLogLine {
  const sums = new Map<string, LogEntry>()
  for (const { metric, value } of entries) {
    const sum = (sums.get(metric.key)?.value ?? 0) + value
    if (sum > metric.hardMax)
      return failure('bad-amount', `${sum / 10 ** metric.decimals}`, [metric], 'above-hard-max')
    sums.set(metric.key, { metric, value: sum })
  }
  return { ok: true, entries: [...sums.values()] }
}

/** Accepts ',', '，', '、', ';' and line breaks between entries, names in all languages of the dictionary, and unambiguous prefixes. */
export function parseLogLine(text: string, dictionary: LineDictionary): ParsedLogLine {
  const lines = text.replace(THIN_SPACE, "$1'").replace(WIDE_COMMA, '$1,').split(SEPARATORS).map(foldText)
  if (lines.join('').length > MAX_LINE_LENGTH)
    return failure('unknown-metric', [...text].slice(0, SHOWN_LENGTH).join(''))
  const numbered = namesWithDigits(dictionary.own)
  const parts = lines
    .flatMap((line) => line.split(LIST_COMMA))
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0) return failure('empty', '')
  const entries: LogEntry[] = []
  for (const part of parts) {
    const found = entriesOfPart(part, numbered, dictionary)
    if ('reason' in found) return found
    entries.push(...found)
  }
  return sumByMetric(entries)
}

/** Longer lists are no line of numbers. */
const MOST_SEGMENTS = 30

/** `whole`: all of it names metrics with numbers, of others too; `part`: a part between separators does. */
export function isNumbersLine(line: string, dictionary: LineDictionary, what: 'whole' | 'part'): boolean {
  const parsed = parseLogLine(line, dictionary)
  if (parsed.ok || parsed.reason === 'ambiguous') return true
  if (parsed.reason === 'bad-amount' && parsed.problem !== 'missing') return true
  const { own, others = [] } = dictionary
  // Numbers that only others count are refused in words, and not taken for something else.
  if (others.length > 0 && parsed.candidates.length > 0)
    if (isNumbersLine(line, { own: [...own, ...others] }, 'whole')) return true
  if (what === 'whole') return false
  const segments = line.split(/[,，、;；\n]/u)
  return (
    segments.length > 1 &&
    segments.slice(0, MOST_SEGMENTS).some((segment) => isNumbersLine(segment, dictionary, 'whole'))
  )
}
