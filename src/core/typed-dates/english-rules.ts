// How dates are typed in English: 'tomorrow', 'next Mon', 'Nov 20', '20 November 2026', 'Q3'.
import {
  bare,
  dayRead,
  daysRead,
  type MomentRule,
  monthRead,
  numberOrNull,
  quarterRead,
  type Span,
  shift,
  yearRead,
} from './moment.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?'
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const WEEKDAY =
  '(mon(?:day)?|tue(?:s|sday)?|weds?|wednesday|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)(?![a-z])\\.?'
const ORDINAL = '(?:st|nd|rd|th)'
const RANGE = ' ?(?:-|–|—|~|to|till?|until|through|thru) ?'
const YEAR = '(?:,? ?(\\d{4})(?!\\d))?'
const END = '(?![a-z\\d])'
/** A number that goes on is no day: '5.5', '5:30', '5%'. */
const DAY_END = '(?!\\d|[:/%]|[.,]\\d)'

const SHIFTS: Readonly<Record<string, number>> = {
  ...{ this: 0, current: 0, next: 1, coming: 1, following: 1, last: -1, previous: -1, past: -1 },
}
const SHIFT = `(${Object.keys(SHIFTS).join('|')})`
const SPANS: Readonly<Record<string, Span>> = {
  ...{ day: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
  ...{ daily: 'day', weekly: 'week', monthly: 'month', quarterly: 'quarter', yearly: 'year', annual: 'year' },
}
const COUNTS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const COUNT = `(\\d{1,3}|an?|${COUNTS.slice(1).join('|')})`

const rule = (pattern: string, read: MomentRule[1]): MomentRule => [new RegExp(pattern, 'uy'), read]
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1
const weekdayOf = (name: string): number => WEEKDAYS.indexOf(name.slice(0, 3)) + 1
const countOf = (text: string): number => (/^an?$/u.test(text) ? 1 : COUNTS.indexOf(text))
const daysOf = (unit: string): number => (unit === 'week' ? 7 : 1)
const numberOf = (text: string): number => (/^\d/u.test(text) ? Number(text) : countOf(text))

/** Begin with a digit. */
export const ENGLISH_NUMBER_RULES: readonly MomentRule[] = [
  rule(
    `(\\d{1,2})${ORDINAL}?${RANGE}(\\d{1,2})${ORDINAL}? ?(?:of )?${MONTH}${YEAR}`,
    ([, from, to, month, year]) => daysRead(numberOrNull(year), monthOf(month!), Number(from), Number(to)),
  ),
  rule(`(\\d{1,2})${ORDINAL}? ?(?:of )?${MONTH}${YEAR}`, ([, day, month, year]) =>
    dayRead(numberOrNull(year), monthOf(month!), Number(day)),
  ),
  rule(`(\\d{4})[ -]?q([1-4])${END}`, ([, year, quarter]) => quarterRead(Number(year), Number(quarter))),
  rule(`(\\d{1,3}) (day|week)s? ago${END}`, ([, count, unit]) =>
    shift('day', -Number(count) * daysOf(unit!)),
  ),
  rule(`(\\d{1,2})${ORDINAL}${END}`, ([, day]) => dayRead(null, null, Number(day))),
]

/** Begin with a letter. */
export const ENGLISH_RULES: readonly MomentRule[] = [
  rule(`day after tomorrow${END}`, () => shift('day', 2)),
  rule(`day before yesterday${END}`, () => shift('day', -2)),
  rule(`today${END}`, () => shift('day', 0)),
  rule(`(?:tomm?orr?ow|tmrw?|tmr)${END}`, () => shift('day', 1)),
  rule(`(?:yesterday|yday)${END}`, () => shift('day', -1)),
  rule(`in ${COUNT} (day|week)s?${END}`, ([, count, unit]) => shift('day', numberOf(count!) * daysOf(unit!))),
  rule(`${COUNT} (day|week)s? ago${END}`, ([, count, unit]) =>
    shift('day', -numberOf(count!) * daysOf(unit!)),
  ),
  rule(`${SHIFT} (?:fiscal )?(day|week|month|quarter|year)${END}`, ([, which, unit]) =>
    shift(SPANS[unit!]!, SHIFTS[which!]!),
  ),
  rule(`${WEEKDAY} (?:of )?${SHIFT} week${END}`, ([, day, which]) => ({
    moment: { kind: 'weekday', weekday: weekdayOf(day!), week: SHIFTS[which!]! },
  })),
  rule(`coming ${WEEKDAY}`, ([, day]) => ({
    moment: { kind: 'weekday', weekday: weekdayOf(day!), week: null },
  })),
  rule(`${SHIFT} ${WEEKDAY}`, ([, which, day]) => ({
    moment: { kind: 'weekday', weekday: weekdayOf(day!), week: SHIFTS[which!]! },
  })),
  rule(WEEKDAY, ([, day]) => ({ moment: { kind: 'weekday', weekday: weekdayOf(day!), week: null } })),
  rule(`${MONTH} ?(\\d{1,2})${ORDINAL}?(?![a-z])${DAY_END}${YEAR}`, ([, month, day, year]) =>
    dayRead(numberOrNull(year), monthOf(month!), Number(day)),
  ),
  rule(`${MONTH}${YEAR}`, ([, month, year]) => monthRead(numberOrNull(year), monthOf(month!))),
  rule(`q([1-4])(?:[ -]?(\\d{4}))?${END}`, ([, quarter, year]) =>
    quarterRead(numberOrNull(year), Number(quarter)),
  ),
  rule(`(?:fy|(?:fiscal )?year) ?(\\d{4})(?:/\\d{2})?${END}`, ([, year]) => yearRead(Number(year))),
  rule(
    `(?:fiscal )?(day|daily|week|weekly|month|monthly|quarter|quarterly|year|yearly|annual)${END}`,
    ([, unit]) => bare(SPANS[unit!]!),
  ),
]
