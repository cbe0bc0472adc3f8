// Which currencies people mean by a sign or word beside an amount: 'NT$', '€', 'RMB', '元', 'EUR'.
import { CURRENCIES } from './currency.ts'

const DOLLARS = ['USD', 'AUD', 'CAD', 'HKD', 'NZD', 'SGD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP']

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: DOLLARS,
  us$: ['USD'],
  au$: ['AUD'],
  a$: ['AUD'],
  ca$: ['CAD'],
  c$: ['CAD'],
  hk$: ['HKD'],
  nz$: ['NZD'],
  s$: ['SGD'],
  nt$: ['TWD'],
  mx$: ['MXN'],
  r$: ['BRL'],
  '¥': ['CNY', 'JPY'],
  'cn¥': ['CNY'],
  'jp¥': ['JPY'],
  '€': ['EUR'],
  '£': ['GBP', 'EGP'],
  '₩': ['KRW'],
  '₹': ['INR'],
  '₱': ['PHP'],
  '₫': ['VND'],
  '฿': ['THB'],
  '₺': ['TRY'],
  '₪': ['ILS'],
  '₴': ['UAH'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  zł: ['PLN'],
  rs: ['INR'],
  rmb: ['CNY'],
  ntd: ['TWD'],
  元: ['CNY', 'TWD', 'HKD', 'MOP'],
  块: ['CNY', 'TWD', 'HKD', 'MOP'],
  塊: ['CNY', 'TWD', 'HKD', 'MOP'],
  人民币: ['CNY'],
  人民幣: ['CNY'],
  新台币: ['TWD'],
  新台幣: ['TWD'],
  新臺幣: ['TWD'],
  台币: ['TWD'],
  台幣: ['TWD'],
  港币: ['HKD'],
  港幣: ['HKD'],
  港元: ['HKD'],
  美元: ['USD'],
  欧元: ['EUR'],
  歐元: ['EUR'],
  日元: ['JPY'],
  日圆: ['JPY'],
  日圓: ['JPY'],
  英镑: ['GBP'],
  英鎊: ['GBP'],
  ...Object.fromEntries(CURRENCIES.map((code) => [code.toLowerCase(), [code]])),
}

/** In lower case, the longest first: 'nt$' is found before '$'. */
export const MONEY_SIGNS: readonly string[] = Object.keys(SIGNS).sort(
  (one, other) => other.length - one.length,
)

export interface WithoutSign {
  rest: string
  /** False: a sign names a currency that is not the metric's. */
  fits: boolean
}

/** Takes one sign before and one after the amount off. `text` is in lower case. */
export function withoutMoneySign(text: string, currency: string | null): WithoutSign {
  const sign = /^[+-]/.exec(text)?.[0] ?? ''
  const unsigned = text.slice(sign.length).trimStart()
  const before = MONEY_SIGNS.find((candidate) => unsigned.startsWith(candidate)) ?? ''
  const body = unsigned.slice(before.length).trim()
  const after = MONEY_SIGNS.find((candidate) => body.endsWith(candidate)) ?? ''
  const fits = [before, after].every((one) => one === '' || SIGNS[one]!.includes(currency ?? ''))
  return { rest: sign + body.slice(0, body.length - after.length).trim(), fits }
}
