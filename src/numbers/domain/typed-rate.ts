// Reads a typed plan rate. What looks the wrong way round, or can be read in two ways, is asked about.
import { withoutMoneySign } from './currency-signs.ts'
import { type Digits, readDigits } from './digits.ts'
import { RATE_DECIMALS } from './plan-rates.ts'

export type RateProblem =
  | 'not-a-number'
  | 'not-positive'
  | 'too-large'
  | 'too-many-decimals'
  | 'other-currency'
export type TypedRate =
  | { ok: true; rate: number }
  | { ok: false; reason: RateProblem }
  /** What may have been meant, the likeliest first, with what was typed among them. */
  | { ok: false; reason: 'unclear'; readings: readonly number[] }

/** A larger rate could not be stored exactly. */
const MOST = 900_000
const MAX_LENGTH = 40
/** '1,200' and '1.200': a group for some, decimals for others. */
const GROUP_OR_DECIMALS = /^(\d{1,3})[.,](\d{3})$/
const ONE = 10 ** RATE_DECIMALS
/** Rates move by some percent in a year: less than this is no reason to ask. */
const NEAR = Math.log(1.05)
/** And hardly by more than this in many years. */
const FAR = Math.log(3)
const INVERSE_DIGITS = 6

/** What one unit counts for in the reporting currency. `usual`: about what it should be; null: not known. */
export function readRate(text: string, reporting: string, usual: number | null): TypedRate {
  if (text.length > MAX_LENGTH) return { ok: false, reason: 'not-a-number' }
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ').trim()
  const { rest, fits } = withoutMoneySign(plain, reporting)
  if (!fits) return { ok: false, reason: 'other-currency' }
  if (/^[-−–]/u.test(rest)) return { ok: false, reason: 'not-positive' }
  const readings: number[] = []
  for (const digits of readingsOf(rest)) {
    const read = rateOf(digits)
    if (!read.ok) return read
    readings.push(read.rate)
  }
  const likely = readings.filter((rate) => usual !== null && apart(rate, usual) <= FAR)
  const [typed] = likely.length === 1 ? likely : readings
  if (typed === undefined) return { ok: false, reason: 'not-a-number' }
  const meant = readings.length > 1 && likely.length !== 1 ? readings : doubted(typed, usual)
  return meant.length > 1
    ? { ok: false, reason: 'unclear', readings: nearestFirst(meant, usual) }
    : { ok: true, rate: typed }
}

function readingsOf(text: string): readonly Digits[] {
  const [, head, tail] = GROUP_OR_DECIMALS.exec(text) ?? []
  if (head !== undefined && tail !== undefined) {
    const decimals = { whole: head, fraction: tail }
    return Number(head) > 0 ? [decimals, { whole: head + tail, fraction: '' }] : [decimals]
  }
  const read = readDigits(text, RATE_DECIMALS)
  if (!read) return []
  return read.sure ? [read.digits] : read.readings
}

function rateOf({ whole, fraction }: Digits): TypedRate {
  const used = fraction.replace(/0+$/, '')
  if (used.length > RATE_DECIMALS) return { ok: false, reason: 'too-many-decimals' }
  const scaled = BigInt(whole + used.padEnd(RATE_DECIMALS, '0'))
  if (scaled === 0n) return { ok: false, reason: 'not-positive' }
  return scaled > BigInt(MOST) * BigInt(ONE)
    ? { ok: false, reason: 'too-large' }
    : { ok: true, rate: Number(scaled) }
}

const apart = (rate: number, usual: number): number => Math.abs(Math.log(rate / usual))

/** The rate the other way round where that fits better, and the usual one where the typed one is far off. Alone: nothing is doubtful. */
function doubted(typed: number, usual: number | null): number[] {
  if (usual === null || apart(typed, usual) <= NEAR) return [typed]
  const inverse = Number(Number(ONE / typed).toPrecision(INVERSE_DIGITS)) * ONE
  const other = Math.round(inverse)
  if (other > 0 && apart(other, usual) < Math.min(apart(typed, usual), FAR)) return [typed, other]
  return apart(typed, usual) > FAR ? [typed, Number(usual.toPrecision(INVERSE_DIGITS))] : [typed]
}

function nearestFirst(readings: readonly number[], usual: number | null): number[] {
  const distance = (rate: number) => (usual === null ? 0 : apart(rate, usual))
  return [...new Set(readings)].toSorted((one, other) => distance(one) - distance(other))
}
