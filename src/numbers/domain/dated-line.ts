// Reads a typed line of numbers that may name its day, before or after the numbers: 'yesterday calls 5', '电话5 昨天'.

import { type DayAtEdge, daysAtEdges } from '../../core/typed-dates/day-at-edge.ts'
import type { DateReading } from '../../core/typed-dates/read-dates.ts'
import { isDealLine } from './deal-line.ts'
import { isNumbersLine, type LineDictionary, type ParsedLogLine } from './typed-line.ts'

export type LineView = Pick<DateReading, 'today' | 'locale' | 'weekStartsOn'>

export interface DatedLine {
  parsed: ParsedLogLine
  /** Without the words of the day. */
  line: string
  /** Those that may be meant. Empty: no day is named. */
  days: readonly Temporal.PlainDate[]
  /** Said as 'yesterday', which after days off may mean the last working day. */
  saysYesterday: boolean
}

const YESTERDAY = /^(?:yesterday|yday|昨[天日儿])(?![a-z])/u

const cutsOf = (line: string, view: LineView): DayAtEdge[] =>
  // A number has to be left.
  daysAtEdges(line, { ...view, lean: 'back' }).filter(({ rest }) => /\d/u.test(rest.normalize('NFKC')))

/** A line that can be read without a day has none: a metric may be called 'Monday meetings'. */
export function readDatedLine(
  line: string,
  view: LineView,
  parse: (line: string) => ParsedLogLine,
): DatedLine {
  const whole = parse(line)
  const undated = { parsed: whole, line, days: [], saysYesterday: false }
  if (whole.ok) return undated
  const cuts = cutsOf(line, view)
    .filter(({ words }) => !(whole.reason === 'ambiguous' && whole.part.includes(words)))
    .map(
      ({ days, rest, words }): DatedLine => ({
        ...{ parsed: parse(rest), line: rest, days },
        saysYesterday: YESTERDAY.test(words),
      }),
    )
  return (
    cuts.find(({ parsed }) => parsed.ok) ??
    cuts.find(({ parsed }) => isAskedAbout(parsed)) ??
    cuts.find(({ parsed }) => tellsMore(parsed, whole)) ??
    undated
  )
}

export const isAskedAbout = (parsed: ParsedLogLine): boolean =>
  !parsed.ok && (['ambiguous', 'several-deals'].includes(parsed.reason) || parsed.problem === 'unclear')

/** 'yesterday calls many': what is wrong is the number, or that only others count it. */
const tellsMore = (parsed: ParsedLogLine, whole: ParsedLogLine): boolean =>
  !parsed.ok &&
  !whole.ok &&
  whole.reason === 'unknown-metric' &&
  (parsed.reason === 'bad-amount' || (whole.candidates.length === 0 && parsed.candidates.length > 0))

/** As `isNumbersLine`, of a line that may name its day or tell of a deal. */
export const isDatedNumbersLine = (
  line: string,
  view: LineView,
  dictionary: LineDictionary,
  what: 'whole' | 'part',
): boolean =>
  [line, ...cutsOf(line, view).map(({ rest }) => rest)].some(
    (one) => isNumbersLine(one, dictionary, what) || isDealLine(one, dictionary),
  )
