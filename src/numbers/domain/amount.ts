// Parses a typed value of a metric, exactly or not at all: what can be read in two ways is asked about.
import { withoutInvisible } from '../../core/text.ts'
import { withoutMoneySign } from './currency-signs.ts'
import { type Digits, readDigits } from './digits.ts'
import { splitMagnitude } from './magnitudes.ts'
import type { Metric } from './metrics.ts'

export type AmountProblem =
  | 'not-a-number'
  | 'too-many-decimals'
  | 'below-hard-min'
  | 'above-hard-max'
  | 'other-currency'
export type ParsedAmount =
  | { ok: true; value: number }
  | { ok: false; reason: AmountProblem }
  /** Scaled values that may have been meant, the likeliest first; at least one. */
  | { ok: false; reason: 'unclear'; readings: readonly number[] }

/** A typed amount of the metric that can be read in two ways, as the fields of a form report it. */
export interface UnclearAmount {
  metric: Metric
  readings: readonly number[]
}

/** What the reading depends on. */
export type AmountSpec = Pick<Metric, 'unit' | 'currency' | 'decimals' | 'hardMin' | 'hardMax'>

/** In characters; longer text is no amount. */
const MAX_LENGTH = 40
/** Currencies of people who count in 万. */
const TEN_THOUSANDS = ['CNY', 'TWD']
const SIGNED = /^([+-]?) ?(.*)$/su

/** Replaces full-width characters, thin spaces and minus signs, and takes the unit off. Null: money of another currency. */
function normalise(text: string, { unit, currency }: AmountSpec): string | null {
  const plain = withoutInvisible(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[−–]/gu, '-')
    .replaceAll('’', "'")
    .replace(/\s+/gu, ' ')
    .trim()
  if (unit === 'percent') return plain.replace(/ ?%$/, '')
  if (unit === 'minutes') return plain.replace(/ ?(?:minutes?|mins?|m|分钟|分鐘|分)$/u, '')
  if (unit !== 'money') return plain
  const { rest, fits } = withoutMoneySign(plain, currency)
  return fits ? rest : null
}

/**
 * The value as an integer scaled by `metric.decimals`. Accepts full-width digits, thousands separators ('1,200'),
 * magnitudes ('1.2万', '5k') and, for money, signs of the metric's currency. Refuses text, exponents, too many decimals
 * and values outside the hard bounds. `unclear`: '1.200' or a decimal comma.
 */
export function parseAmount(text: string, metric: AmountSpec): ParsedAmount {
  if (text.length > MAX_LENGTH) return { ok: false, reason: 'not-a-number' }
  const plain = normalise(text, metric)
  if (plain === null) return { ok: false, reason: 'other-currency' }
  const [, sign = '', unsigned = ''] = SIGNED.exec(plain) ?? []
  const { number, magnitude } = splitMagnitude(unsigned)
  // With a magnitude '1.200万' is twelve thousand for everybody.
  const read = readDigits(number, magnitude.zeros > 0 ? magnitude.zeros : metric.decimals)
  if (!read) return { ok: false, reason: 'not-a-number' }
  if (read.sure && magnitude.sure) {
    const value = scaled(sign, read.digits, magnitude.zeros, metric)
    const inTenThousands =
      magnitude.zeros === 0 && mayLackTenThousand(number, metric)
        ? scaled(sign, read.digits, 4, metric)
        : null
    return value.ok && inTenThousands?.ok
      ? { ok: false, reason: 'unclear', readings: [inTenThousands.value, value.value] }
      : value
  }
  const possible = (read.sure ? [read.digits] : read.readings).map((digits) =>
    scaled(sign, digits, magnitude.zeros, metric),
  )
  const readings = possible.flatMap((one) => (one.ok ? [one.value] : []))
  return readings.length > 0 ? { ok: false, reason: 'unclear', readings } : possible[0]!
}

/** '3.5' where money is counted in 万: hardly ¥3.50, which is written with two decimals. */
const mayLackTenThousand = (number: string, { unit, currency, decimals }: AmountSpec): boolean =>
  unit === 'money' && decimals === 2 && TEN_THOUSANDS.includes(currency ?? '') && /^\d{1,3}\.\d$/.test(number)

function scaled(sign: string, { whole, fraction }: Digits, zeros: number, metric: AmountSpec): ParsedAmount {
  const used = fraction.replace(/0+$/, '')
  const missing = metric.decimals + zeros - used.length
  if (missing < 0) return { ok: false, reason: 'too-many-decimals' }
  const size = BigInt(whole + used) * 10n ** BigInt(missing)
  const value = sign === '-' ? -size : size
  if (value < BigInt(metric.hardMin)) return { ok: false, reason: 'below-hard-min' }
  if (value > BigInt(metric.hardMax)) return { ok: false, reason: 'above-hard-max' }
  return { ok: true, value: Number(value) }
}

/** False: the value is unusual and has to be confirmed. The bounds themselves are plausible, and so is a day without money. */
export function isPlausible(metric: Metric, value: number): boolean {
  if (value === 0 && metric.unit === 'money') return true
  if (metric.plausibleMin !== null && value < metric.plausibleMin) return false
  return metric.plausibleMax === null || value <= metric.plausibleMax
}
