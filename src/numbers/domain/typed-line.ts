// Parses one typed line of numbers ('calls 5, visits 2', '电话5 拜访2'), or returns the part that it cannot parse.

import { foldText } from '../../core/text.ts'
import type { AmountProblem } from './amount.ts'
import { parseAmount } from './amount.ts'
import type { Metric } from './metrics.ts'

export interface MetricNames {
  metric: Metric
  names: readonly string[]
}
export interface LogEntry {
  metric: Metric
  /** Scaled by the metric's decimals. */
  value: number
}
export type LogLineProblem = 'empty' | 'unknown-metric' | 'ambiguous' | 'bad-amount'
export type ParsedLogLine =
  | { ok: true; entries: LogEntry[] }
  | {
      ok: false
      reason: LogLineProblem
      /** The text concerned, as typed except for case and width. */
      part: string
      /** `ambiguous`: the possible metrics. `bad-amount`: the metric that the amount was for. */
      candidates: readonly Metric[]
      /** Set for `bad-amount`. `missing`: a name without a number. */
      problem: AmountProblem | 'missing' | null
    }

type Failure = Extract<ParsedLogLine, { ok: false }>
type Dictionary = readonly MetricNames[]
interface Token {
  kind: 'name' | 'amount'
  text: string
}

const failure = (
  reason: LogLineProblem,
  part: string,
  candidates: readonly Metric[] = [],
  problem: Failure['problem'] = null,
): Failure => ({ ok: false, reason, part, candidates, problem })

const SEPARATORS = /[，、;；。\n\r]+|\.(?=\s|$)/u
/** A comma that is not a thousands separator. */
const LIST_COMMA = /,(?!\d{3}(?!\d))|(?<!\d),/u
const AMOUNT = /[+-]?[$¥€£₩₹]?\d(?:[\d.,]*\d)?(?:e[+-]?\d+)?[万萬亿億%]?/uy
/** Separators between a name and its number: 'calls: 5', 'calls = 5'. */
const PAIR_SEPARATOR = /[\s:=]/u
/** Words without meaning here: 'and', and Chinese measure words ('5通', '3家'). */
const FILLER = /^(?:and |[&和与與个個通次家份单單元块塊件人场場条條篇] ?)| (?:and|&)$|[和与與]$/gu

/** In characters after folding. No line with all metrics of a role is longer, so longer input is refused unparsed. */
const MAX_LINE_LENGTH = 3000
const SHOWN_LENGTH = 60

/** Names that contain a digit ('Q3 demos'), which are matched before numbers. Sorted by length, the longest first. */
function namesWithDigits(dictionary: Dictionary): string[] {
  const names = dictionary.flatMap((entry) => entry.names.map(foldText)).filter((name) => /\d/.test(name))
  return names.sort((one, other) => other.length - one.length)
}

function tokensOf(part: string, numbered: readonly string[]): Token[] {
  const tokens: Token[] = []
  let nameFrom = 0
  let at = 0
  const endName = () => {
    const text = trimSeparators(part.slice(nameFrom, at))
    if (text !== '') tokens.push({ kind: 'name', text })
  }
  while (at < part.length) {
    const atStart = at === nameFrom || /\s/u.test(part[at - 1]!)
    const known = atStart ? numbered.find((candidate) => part.startsWith(candidate, at)) : undefined
    const amount = known ? undefined : amountAt(part, at)
    if (amount) {
      endName()
      tokens.push({ kind: 'amount', text: amount })
      at += amount.length
      nameFrom = at
    } else at += known?.length ?? 1
  }
  endName()
  return tokens
}

function amountAt(part: string, at: number): string | undefined {
  AMOUNT.lastIndex = at
  return AMOUNT.exec(part)?.[0]
}

function trimSeparators(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && PAIR_SEPARATOR.test(text[from]!)) from += 1
  while (to > from && PAIR_SEPARATOR.test(text[to - 1]!)) to -= 1
  return text.slice(from, to)
}

/** Match rules from strict to loose: the whole name, its beginning, the beginning of one of its words. */
const MATCH_RULES: readonly ((name: string, typed: string) => boolean)[] = [
  (name, typed) => name === typed,
  (name, typed) => name.startsWith(typed),
  (name, typed) => name.includes(` ${typed}`) || (/\p{Script=Han}/u.test(typed) && name.includes(typed)),
]

/** The metrics that a typed (folded) name can mean, by the strictest rule that matches any. */
export function matchMetrics(typed: string, dictionary: Dictionary): Metric[] {
  for (const fits of MATCH_RULES) {
    const found = dictionary.filter(({ names }) => names.some((name) => fits(foldText(name), typed)))
    if (found.length > 0) return found.map(({ metric }) => metric)
  }
  return []
}

function resolve(typed: string, dictionary: Dictionary): Metric | Failure {
  const found = matchMetrics(typed, dictionary)
  const bare = typed.replace(FILLER, '')
  const metrics = found.length > 0 || bare === typed || bare === '' ? found : matchMetrics(bare, dictionary)
  const [metric] = metrics
  if (!metric) return failure('unknown-metric', typed)
  return metrics.length === 1 ? metric : failure('ambiguous', typed, metrics)
}

/** Names and numbers alternate within a part, in either order; a filler at the end is ignored. */
function entriesOf(tokens: readonly Token[], dictionary: Dictionary): LogEntry[] | Failure {
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
    if ('reason' in metric) return metric
    if (!amount) return failure('bad-amount', name.text, [metric], 'missing')
    const parsed = parseAmount(amount.text, metric)
    if (!parsed.ok) return failure('bad-amount', amount.text, [metric], parsed.reason)
    entries.push({ metric, value: parsed.value })
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
export function parseLogLine(text: string, dictionary: Dictionary): ParsedLogLine {
  const lines = text.split(SEPARATORS).map(foldText)
  if (lines.join('').length > MAX_LINE_LENGTH)
    return failure('unknown-metric', [...text].slice(0, SHOWN_LENGTH).join(''))
  const numbered = namesWithDigits(dictionary)
  const parts = lines
    .flatMap((line) => line.split(LIST_COMMA))
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0) return failure('empty', '')
  const entries: LogEntry[] = []
  for (const part of parts) {
    const found = entriesOf(tokensOf(part, numbered), dictionary)
    if ('reason' in found) return found
    entries.push(...found)
  }
  return sumByMetric(entries)
}
