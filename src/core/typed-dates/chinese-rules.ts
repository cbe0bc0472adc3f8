// How dates are typed in Chinese, simplified and traditional: '明天', '下周一', '11月20日', '本月5号', '三季度'.
import {
  bare,
  dayRead,
  daysRead,
  type Moment,
  type MomentRead,
  type MomentRule,
  monthRead,
  numberOrNull,
  quarterRead,
  type Span,
  shift,
  yearRead,
} from './moment.ts'

const NUMERALS = '零一二三四五六七八九'
/** One to thirty-one. */
const COUNT = '(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])'
const DAY_UNIT = '[日号號]'
/** After a day that is typed without its unit. */
const DAY_END = '(?=$|[\\s,、~–—-]|[到至上下早])'
const RANGE = ' ?[-–—~到至] ?'
const WEEK = '周|週|星期|礼拜|禮拜'
const SPANS: Readonly<Record<string, Span>> = {
  ...{ 日: 'day', 天: 'day', 周: 'week', 週: 'week', 星期: 'week', 礼拜: 'week', 禮拜: 'week' },
  ...{ 月: 'month', 季: 'quarter', 季度: 'quarter' },
  ...{ 年: 'year', 年度: 'year', 财年: 'year', 財年: 'year', 会计年度: 'year', 會計年度: 'year' },
}
const SHIFTS: Readonly<Record<string, number>> = {
  ...{ 上上: -2, 上: -1, 前: -1, 本: 0, 这: 0, 這: 0, 当: 0, 當: 0, 下: 1, 下下: 2 },
}
const YEAR = '年度|年|财年|財年|会计年度|會計年度'
const YEARS: readonly (readonly [string, number])[] = [
  ['前年', -2],
  ['去年', -1],
  ['今年', 0],
  ['明年', 1],
  ['[后後]年', 2],
]
const SHIFT = '(上上|下下|上|前|本|这|這|当|當|下)[一个個]?'
const RELATIVE: readonly (readonly [string, number])[] = [
  ['大后天|大後天', 3],
  ['大前天', -3],
  ['后[天日]|後[天日]', 2],
  ['前[天日]', -2],
  ['明[天日儿]', 1],
  ['今[天日儿]', 0],
  ['昨[天日儿]', -1],
  ['[本当當][天日]', 0],
]

const rule = (pattern: string, read: MomentRule[1]): MomentRule => [new RegExp(pattern, 'uy'), read]

/** '二十一' → 21. */
function numberOf(text: string): number {
  if (/^\d/u.test(text)) return Number(text)
  const [tens, ones] = text.split('十')
  if (ones === undefined) return NUMERALS.indexOf(text)
  return 10 * (tens ? NUMERALS.indexOf(tens) : 1) + (ones ? NUMERALS.indexOf(ones) : 0)
}

const weekday = (text: string, week: number | null): MomentRead => {
  const number = '一二三四五六'.indexOf(text) + 1 || (/\d/u.test(text) ? Number(text) : 7)
  return { moment: { kind: 'weekday', weekday: number, week } satisfies Moment }
}

/** Begin with a digit. */
export const CHINESE_NUMBER_RULES: readonly MomentRule[] = [
  rule(
    `(?:(\\d{4})年 ?)?(\\d{1,2})月 ?(\\d{1,2})${DAY_UNIT}?${RANGE}(\\d{1,2})${DAY_UNIT}`,
    ([, year, month, from, to]) => daysRead(numberOrNull(year), Number(month), Number(from), Number(to)),
  ),
  rule(`(?:(\\d{4})年 ?)?(\\d{1,2}) ?月 ?(\\d{1,2})(?: ?${DAY_UNIT}|${DAY_END})`, ([, year, month, day]) =>
    dayRead(numberOrNull(year), Number(month), Number(day)),
  ),
  rule('(?:(\\d{4})年 ?)?(\\d{1,2})月份?(?!\\d)', ([, year, month]) =>
    monthRead(numberOrNull(year), Number(month)),
  ),
  rule('(?:(\\d{4})年 ?)第?([1-4一二三四])季度?', ([, year, quarter]) =>
    quarterRead(numberOrNull(year), numberOf(quarter!)),
  ),
  rule(`(\\d{4})(?:/\\d{2})? ?(?:${YEAR})(?![\\d第])`, ([, year]) => yearRead(Number(year))),
  rule('([1-4])季度?', ([, quarter]) => quarterRead(null, Number(quarter))),
  rule(`(\\d{1,2})${DAY_UNIT}?${RANGE}(\\d{1,2})${DAY_UNIT}`, ([, from, to]) =>
    daysRead(null, null, Number(from), Number(to)),
  ),
  rule(`(\\d{1,2})${DAY_UNIT}`, ([, day]) => dayRead(null, null, Number(day))),
  rule('(\\d{1,3})天(前|后|後)', ([, count, which]) =>
    shift('day', Number(count) * (which === '前' ? -1 : 1)),
  ),
]

/** Begin with a Chinese character. */
export const CHINESE_RULES: readonly MomentRule[] = [
  ...YEARS.map(([words, by]) => rule(words, () => shift('year', by))),
  ...RELATIVE.map(([words, by]) => rule(`(?:${words})`, () => shift('day', by))),
  rule('([今明])早(?!会|會)', ([, day]) => ({ ...shift('day', day === '今' ? 0 : 1), part: 'morning' })),
  rule(`${SHIFT}(?:${WEEK})([一二三四五六日天1-6])`, ([, which, day]) => weekday(day!, SHIFTS[which!]!)),
  rule(`${SHIFT}月 ?(\\d{1,2}|${COUNT})${DAY_UNIT}`, ([, which, day]) =>
    dayRead(null, { by: SHIFTS[which!]! }, numberOf(day!)),
  ),
  rule(`${SHIFT}(${WEEK}|月|季度|季|${YEAR})(?!末)`, ([, which, unit]) =>
    shift(SPANS[unit!]!, SHIFTS[which!]!),
  ),
  rule(`(?:${WEEK})([一二三四五六日天])`, ([, day]) => weekday(day!, null)),
  rule(`(${COUNT})月(?:份|(${COUNT})${DAY_UNIT}?)?`, ([, month, day]) =>
    day ? dayRead(null, numberOf(month!), numberOf(day)) : monthRead(null, numberOf(month!)),
  ),
  rule('第?([1-4一二三四])季度?', ([, quarter]) => quarterRead(null, numberOf(quarter!))),
  rule(`(${COUNT})${DAY_UNIT}`, ([, day]) => dayRead(null, null, numberOf(day!))),
  rule('([一二两兩三四五六七])天(前|后|後)', ([, count, which]) =>
    shift('day', (/[两兩]/u.test(count!) ? 2 : numberOf(count!)) * (which === '前' ? -1 : 1)),
  ),
  rule(`(?<![\\p{L}\\d])每?(${WEEK}|月|季度|季|日|${YEAR})(?!末)`, ([, unit]) => bare(SPANS[unit!]!)),
]
