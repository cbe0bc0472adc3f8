// Finds the period that is named in the words after `/kpi board`: 'last week', '上月', '2026-11', 'Q3', 'November'.
import { isFiscal, type PeriodKind, periodOf } from '../../numbers/domain/period.ts'

/** Parts of a date as typed; without a year the last one that has begun is meant. */
interface NamedPeriod {
  kind: PeriodKind
  year: number | null
  /** Of a quarter the month of the year with which it starts: 1, 4, 7, 10. */
  month: number
  day: number
}

export type BoardPeriod =
  /** The date whose numbers today's standup asks for, usually yesterday. */
  | 'day'
  /** How many periods before the one that today is in. */
  | { kind: PeriodKind; back: number }
  | NamedPeriod

export interface PeriodFound {
  period: BoardPeriod
  /** The text without the words of the period. */
  rest: string
}

/** The date up to which the board counts: the last of the period, or today. */
export type PeriodDate = { ok: true; kind: PeriodKind; date: Temporal.PlainDate } | { ok: false }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAME =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const KIND_OF: Readonly<Record<string, PeriodKind>> = {
  ...{ day: 'day', week: 'week', month: 'month', quarter: 'quarter' },
  ...{ daily: 'day', weekly: 'week', monthly: 'month', quarterly: 'quarter' },
  ...{ year: 'year', yearly: 'year', annual: 'year' },
  ...{ 天: 'day', 日: 'day', 周: 'week', 週: 'week', 星期: 'week', 礼拜: 'week', 禮拜: 'week' },
  ...{ 月: 'month', 季: 'quarter', 季度: 'quarter', 年: 'year', 年度: 'year', 财年: 'year', 財年: 'year' },
}
const NUMERALS = '一二三四'
const HAN_KIND = '周|週|星期|礼拜|禮拜|月|季度|季|年度|年|财年|財年'

type Match = RegExpExecArray
type Rule = readonly [RegExp, (match: Match) => BoardPeriod | null]

const word = (words: string): RegExp => new RegExp(`(?<![a-z\\d])(?:${words})(?![a-z\\d])`, 'u')
const numberOf = (text: string | undefined): number | null => (text ? Number(text) : null)

function named(kind: PeriodKind, year: number | null, month: number, day = 1): BoardPeriod | null {
  const valid = month >= 1 && month <= 12 && day >= 1 && day <= 31
  return valid ? { kind, year, month, day } : null
}
const quarter = (year: number | null, number: number): BoardPeriod | null =>
  named('quarter', year, 3 * number - 2)

/** The first rule that matches decides. */
const RULES: readonly Rule[] = [
  [
    /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u,
    ([, y, m, d]) => named('day', Number(y), Number(m), Number(d)),
  ],
  [/(?<!\d)(\d{4})[-/](\d{1,2})(?![\d/-])/u, ([, y, m]) => named('month', Number(y), Number(m))],
  [
    /(?:(?<!\d)(\d{4})年 ?)?(?<!\d)(\d{1,2})月(\d{1,2})[日号號]/u,
    ([, y, m, d]) => named('day', numberOf(y), Number(m), Number(d)),
  ],
  [/(?:(?<!\d)(\d{4})年 ?)?(?<!\d)(\d{1,2})月份?/u, ([, y, m]) => named('month', numberOf(y), Number(m))],
  [
    word('(?:(\\d{4})[ -]?)?q([1-4])(?:[ -]?(\\d{4}))?'),
    ([, before, q, after]) => quarter(numberOf(before ?? after), Number(q)),
  ],
  [
    /(?:(?<!\d)(\d{4})年 ?)?(?<![上下本这這前\d])第?([1-4一二三四])季度?/u,
    ([, y, q]) => quarter(numberOf(y), NUMERALS.indexOf(q!) + 1 || Number(q)),
  ],
  [
    /(?<!\d)(\d{4})(?:\/\d{2})? ?(?:财年|財年|會計年度|会计年度|年度?)(?![\d第])/u,
    ([, y]) => named('year', Number(y), 1),
  ],
  [word('(?:fy|fiscal year|year) ?(\\d{4})(?:/\\d{2})?'), ([, y]) => named('year', Number(y), 1)],
  [
    word(`(${MONTH_NAME})(?:,? (\\d{4}))?`),
    ([, m, y]) => named('month', numberOf(y), MONTHS.indexOf(m!.slice(0, 3)) + 1),
  ],
  [word('day before yesterday'), () => ({ kind: 'day', back: 2 })],
  [
    word('(?:last|previous|past) (?:fiscal )?(day|week|month|quarter|year)'),
    ([, kind]) => ({ kind: KIND_OF[kind!]!, back: 1 }),
  ],
  [
    word('(?:next|coming) (?:fiscal )?(day|week|month|quarter|year)'),
    ([, kind]) => ({ kind: KIND_OF[kind!]!, back: -1 }),
  ],
  [
    word('(?:this|current) (?:fiscal )?(week|month|quarter|year)'),
    ([, kind]) => ({ kind: KIND_OF[kind!]!, back: 0 }),
  ],
  [word('yesterday'), () => ({ kind: 'day', back: 1 })],
  [word('today'), () => ({ kind: 'day', back: 0 })],
  [word('tomorrow'), () => ({ kind: 'day', back: -1 })],
  [word('day|daily'), () => 'day'],
  [
    word('(?:fiscal )?(week|month|quarter|year|weekly|monthly|quarterly|yearly|annual)'),
    ([, kind]) => ({ kind: KIND_OF[kind!]!, back: 0 }),
  ],
  [/前[天日]/u, () => ({ kind: 'day', back: 2 })],
  [/昨[天日]/u, () => ({ kind: 'day', back: 1 })],
  [/前年/u, () => ({ kind: 'year', back: 2 })],
  [/去年/u, () => ({ kind: 'year', back: 1 })],
  [/今年/u, () => ({ kind: 'year', back: 0 })],
  [/明年/u, () => ({ kind: 'year', back: -1 })],
  [/今[天日]/u, () => ({ kind: 'day', back: 0 })],
  [/明[天日]/u, () => ({ kind: 'day', back: -1 })],
  [new RegExp(`上上[一个個]?(${HAN_KIND})`, 'u'), ([, kind]) => ({ kind: KIND_OF[kind!]!, back: 2 })],
  [new RegExp(`[上前][一个個]?(${HAN_KIND})`, 'u'), ([, kind]) => ({ kind: KIND_OF[kind!]!, back: 1 })],
  [new RegExp(`下[一个個]?(${HAN_KIND})`, 'u'), ([, kind]) => ({ kind: KIND_OF[kind!]!, back: -1 })],
  [new RegExp(`[本这這当當][一个個]?(${HAN_KIND})`, 'u'), ([, kind]) => ({ kind: KIND_OF[kind!]!, back: 0 })],
  [/(?<![\p{L}\d])每?日/u, () => 'day'],
  [new RegExp(`(?<![\\p{L}\\d])每?(${HAN_KIND})`, 'u'), ([, kind]) => ({ kind: KIND_OF[kind!]!, back: 0 })],
  [word('(20\\d{2})'), ([, y]) => named('year', Number(y), 1)],
]

/** `text` is folded. Null: it names no period. */
export function findPeriod(text: string): PeriodFound | null {
  for (const [pattern, periodIn] of RULES) {
    const match = pattern.exec(text)
    const period = match && periodIn(match)
    if (!match || !period) continue
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
    return { period, rest }
  }
  return null
}

/** When weeks and fiscal years start: the day (Monday = 1), and the month. */
export interface Starts {
  week: number
  year: number
}

/** Not ok: the period has not begun, or there is no such date. */
export function dateOfPeriod(
  period: Exclude<BoardPeriod, 'day'>,
  today: Temporal.PlainDate,
  starts: Starts,
): PeriodDate {
  const { kind } = period
  const begun = 'back' in period ? earlier(period, today, starts) : lastNamed(period, today, starts)
  if (!begun) return { ok: false }
  const last = periodOf(kind, begun, starts.week, starts.year).to
  return { ok: true, kind, date: Temporal.PlainDate.compare(last, today) < 0 ? last : today }
}

/** A date in the period. */
function earlier(
  { kind, back }: { kind: PeriodKind; back: number },
  today: Temporal.PlainDate,
  { week, year }: Starts,
): Temporal.PlainDate | null {
  if (back < 0) return null
  let date = today
  for (let step = 0; step < back; step += 1)
    date = periodOf(kind, date, week, year).from.subtract({ days: 1 })
  return date
}

/** The first date of the period. Null: it is in the future, or not in the calendar. */
function lastNamed(
  { kind, year, month, day }: NamedPeriod,
  today: Temporal.PlainDate,
  starts: Starts,
): Temporal.PlainDate | null {
  const years = year === null ? [today.year, today.year - 1] : [year]
  // A fiscal year is called by the calendar year in which it starts; its quarters follow.
  const dates = years.map((of) =>
    isFiscal(kind)
      ? Temporal.PlainDate.from({ year: of, month: starts.year, day }).add({ months: month - 1 })
      : Temporal.PlainDate.from({ year: of, month, day }),
  )
  const begun = dates.find((date) => Temporal.PlainDate.compare(date, today) <= 0)
  return begun?.day === day ? begun : null
}
