// Reads the dates in a text as people type them, in English and Chinese, and returns what else the text says.
import type { Locale } from '../i18n/locale.ts'
import { foldText, unfoldedText } from '../text.ts'
import type { DayPart, Moment } from './moment.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { type Dates, type DateView, datesOf, type PairOrder } from './resolve.ts'

export interface DateReading extends DateView {
  locale: Locale
  /** True: a unit alone ('week', '月') is a date, too. */
  units?: boolean
  /** True: what else the text says stays as it was typed, in capitals and wide signs. */
  asTyped?: boolean
}

export interface ReadDates extends Dates {
  /** A part of one day, or of each day. */
  part: DayPart
  /** Only the unit was typed, as in 'week'. */
  bare: boolean
}

export type DateProblem =
  | 'no-date'
  /** Such as 30 February. */
  | 'no-such-date'
  | 'ends-before-start'
  /** A half day at one end of a range of days. */
  | 'half-of-range'
  /** More than one date or range. */
  | 'several'
  /** A range, a week or a month where one day is wanted. */
  | 'not-one-day'

/** `rest`: the text without the dates, folded unless `asTyped`. */
export type DatesFound = { rest: string } & (
  | { ok: true; dates: ReadDates }
  | { ok: false; reason: DateProblem }
  | DateChoice
)
/** What a person has to choose from. */
export interface DateChoice {
  ok: false
  /** `ambiguous`: '3/4' can be either in this language. `which-half`: half a day, but not whether the morning or the afternoon. */
  reason: 'ambiguous' | 'which-half'
  readings: readonly ReadDates[]
}

/** What was typed of a date, before it is known which dates are meant. */
interface Typed {
  from: Moment
  to: Moment | null
  parts: readonly Extract<Piece, { kind: 'part' }>[]
}

export function readDates(typed: string, reading: DateReading): DatesFound {
  const text = foldText(typed)
  const shown = reading.asTyped ? unfoldedText(typed) : text
  const pieces = piecesOf(text).map((piece): Piece => {
    const isUnit = piece.kind === 'moment' && 'bare' in piece.read.moment && !reading.units
    return isUnit ? { kind: 'other', at: piece.at, end: piece.end } : piece
  })
  const first = pieces.findIndex(({ kind }) => kind === 'moment')
  if (first < 0) return { ok: false, reason: 'no-date', rest: shown }
  const { to, last, parts: own } = rangeFrom(pieces, first, text)
  const outside = [...pieces.slice(0, first), ...pieces.slice(last + 1)]
  const parts = [...own, ...outside.filter((piece) => piece.kind === 'part')]
  const rest = restOf(shown, [{ at: pieces[first]!.at, end: pieces[last]!.end }, ...parts])
  const { read } = pieces[first] as Extract<Piece, { kind: 'moment' }>
  if (outside.some(({ kind }) => kind === 'moment')) return { ok: false, reason: 'several', rest }
  const ended = { from: read.moment, to: to ?? read.to ?? null, parts }
  const found = resolve(ended, read.part ?? null, reading)
  return { ...found, rest }
}

/** `last`: the index of the last piece that belongs to the range. */
function rangeFrom(
  pieces: readonly Piece[],
  first: number,
  text: string,
): { to: Moment | null; last: number; parts: Typed['parts'] } {
  const parts: Extract<Piece, { kind: 'part' }>[] = []
  let last = first
  const takeParts = () => {
    for (let next = pieces[last + 1]; next?.kind === 'part'; next = pieces[last + 1]) {
      parts.push(next)
      last += 1
    }
  }
  takeParts()
  const hasSign = pieces[last + 1]?.kind === 'range'
  const end = pieces[last + (hasSign ? 2 : 1)]
  const to = end && (hasSign ? momentIn(end) : secondDate(pieces[last]!, end, text))
  if (to) {
    last += hasSign ? 2 : 1
    takeParts()
  }
  return { to: to ?? null, last, parts }
}

function momentIn(piece: Piece): Moment | null {
  if (piece.kind === 'moment') return piece.read.moment
  if (piece.kind !== 'number' || piece.value < 1 || piece.value > 31) return null
  return { kind: 'named', span: 'day', year: null, month: null, day: piece.value }
}

/** Two full dates beside each other are a range: '2026-12-01 2026-12-03'. */
function secondDate(before: Piece, after: Piece, text: string): Moment | null {
  const isFull = (piece: Piece) => /^\d{4}/u.test(text.slice(piece.at, piece.at + 4))
  return after.kind === 'moment' && isFull(before) && isFull(after) ? after.read.moment : null
}

type Resolved = { ok: true; dates: ReadDates } | { ok: false; reason: DateProblem } | DateChoice

function resolve(typed: Typed, ownPart: DayPart | null, reading: DateReading): Resolved {
  const hasPair = typed.from.kind === 'pair' || typed.to?.kind === 'pair'
  const orders: PairOrder[] = hasPair ? ['month-first', 'day-first'] : ['month-first']
  const resolved = orders.map((order) => resolveIn(typed, ownPart, reading, order))
  const readings = resolved.flatMap((one) => (one.ok ? [one.dates] : []))
  const [first, second] = readings
  if (!first) return resolved[0]!
  const isSame = !second || (first.from.equals(second.from) && first.to.equals(second.to))
  // In Chinese the month is always first.
  if (isSame || reading.locale !== 'en') return { ok: true, dates: first }
  return { ok: false, reason: 'ambiguous', readings }
}

function resolveIn(
  { from, to, parts }: Typed,
  ownPart: DayPart | null,
  reading: DateReading,
  order: PairOrder,
): Resolved {
  const start = datesOf(startOf(from, to), reading, order)
  const end = to && start ? datesOf(to, reading, order, start.from) : start
  if (!start || !end) return { ok: false, reason: 'no-such-date' }
  if (Temporal.PlainDate.compare(end.to, start.from) < 0) return { ok: false, reason: 'ends-before-start' }
  const dates = { span: start.span, from: start.from, to: end.to, bare: 'bare' in from && to === null }
  const part = partOf(parts, ownPart)
  if (part === 'half')
    return {
      ...{ ok: false, reason: 'which-half' },
      readings: [
        { ...dates, part: 'morning' },
        { ...dates, part: 'afternoon' },
      ],
    }
  const isRange = !start.from.equals(end.to)
  if (part !== 'whole' && isRange && !parts.some(({ each }) => each))
    return { ok: false, reason: 'half-of-range' }
  return { ok: true, dates: { ...dates, part } }
}

/** 'Nov 20 to Nov 25, 2025': the year belongs to both. */
function startOf(from: Moment, to: Moment | null): Moment {
  if (from.kind !== 'named' || from.year !== null || to?.kind !== 'named' || to.year === null) return from
  const goesOver = Number(from.month) > Number(to.month)
  return { ...from, year: goesOver ? to.year - 1 : to.year }
}

function partOf(parts: Typed['parts'], ownPart: DayPart | null): DayPart | 'half' {
  const named = new Set([...parts.map(({ part }) => part), ...(ownPart ? [ownPart] : [])])
  // 'Half a day in the morning' says which.
  if (named.size > 1) named.delete('half')
  const [part = 'whole'] = named
  return named.size > 1 ? 'whole' : part
}

/** Words that only lead to a date or on from it, and signs around it. */
const BEFORE = /(?:(?:^| )(?:on|from|for|in|at|the|of|by)|[从從自在于於,，、:：(（])$/u
const AFTER = /^(?:起|开始|開始|的|[,，、:：)）。.])/u
const LONGEST_FILLER = 8

function restOf(text: string, taken: readonly { at: number; end: number }[]): string {
  const rest: string[] = []
  let from = 0
  const cuts = taken.toSorted((one, other) => one.at - other.at)
  for (const [index, { at, end }] of [...cuts, { at: text.length, end: text.length }].entries()) {
    let part = text.slice(from, Math.max(from, at)).trim()
    if (index > 0 && AFTER.test(part)) part = part.replace(AFTER, '').trim()
    for (let left = 2; index < cuts.length && left > 0; left -= 1) {
      const filler = BEFORE.exec(part.slice(-LONGEST_FILLER))?.[0]
      if (filler) part = part.slice(0, -filler.length).trim()
    }
    if (part !== '') rest.push(part)
    from = Math.max(from, end)
  }
  return rest.join(' ')
}
