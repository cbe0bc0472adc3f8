// Taiwan's days off under its holiday act of 2025, which the holiday package does not have: more days, and weekends made up for.
import Holidays from 'date-holidays'

/** The first whole year of the act. Before it the package's own rules are used. */
export const TAIWAN_ACT_YEAR = 2026

/** Lunar New Year's own days are made up for afterwards; every other Saturday holiday on the working day before. */
interface Feast {
  name: string
  date: Temporal.PlainDate
  lunarNewYear: boolean
}

const MOVABLE = {
  'chinese 01-0-01': '農曆春節',
  'chinese 5-01 solarterm': '清明節',
  'chinese 05-0-05': '端午節',
  'chinese 08-0-15': '中秋節',
} as const
const FIXED: readonly (readonly [month: number, day: number, name: string])[] = [
  [1, 1, '開國紀念日'],
  [2, 28, '和平紀念日'],
  [4, 4, '兒童節'],
  [5, 1, '勞動節'],
  [9, 28, '教師節'],
  [10, 10, '國慶日'],
  [10, 25, '臺灣光復節'],
  [12, 25, '行憲紀念日'],
]

/** Days from the first day of the lunar year. */
const LUNAR_NEW_YEAR = [
  [-2, '小年夜'],
  [-1, '除夕'],
  [0, '農曆春節'],
  [1, '農曆春節'],
  [2, '農曆春節'],
] as const

function movableFeasts(year: number): Feast[] {
  const source = new Holidays()
  for (const [rule, name] of Object.entries(MOVABLE)) source.setHoliday(rule, { name, type: 'public' })
  return source.getHolidays(year).flatMap(({ name, date: text }): Feast[] => {
    const date = Temporal.PlainDate.from(text.slice(0, 10))
    if (name !== MOVABLE['chinese 01-0-01']) return [{ name, date, lunarNewYear: false }]
    return LUNAR_NEW_YEAR.map(([days, label]) => ({
      name: label,
      date: date.add({ days }),
      lunarNewYear: true,
    }))
  })
}

/** The next New Year's Day belongs in: on a Saturday it takes this year's last day. */
function feastsOf(year: number): Feast[] {
  const fixed = FIXED.map(([month, day, name]) => ({ month, day, name, year }))
  const newYear = { year: year + 1, month: 1, day: 1, name: FIXED[0]?.[2] ?? '' }
  const dated = [...fixed, newYear].map(({ name, ...date }) => ({
    name,
    date: Temporal.PlainDate.from(date),
    lunarNewYear: false,
  }))
  return [...movableFeasts(year), ...dated]
}

/** Where a feast that falls on a weekend, or on another feast, is made up for; null: it needs no other day. */
function directionOf(feast: Feast, shared: boolean): 1 | -1 | null {
  const { dayOfWeek } = feast.date
  if (dayOfWeek === 6) return feast.lunarNewYear ? 1 : -1
  if (dayOfWeek === 7) return 1
  // Children's Day on Tomb-Sweeping Day moves a day forward, or back when that makes a longer weekend.
  if (shared) return dayOfWeek === 4 ? 1 : -1
  return null
}

/** Holiday names by ISO date, with the days that make up for weekends (補假), for a year of the act. */
export function taiwanYear(year: number): ReadonlyMap<string, string> {
  const feasts = feastsOf(year)
  const off = new Map(feasts.map(({ date, name }) => [date.toString(), name]))
  const seen = new Set<string>()
  for (const feast of feasts.toSorted((one, other) => Temporal.PlainDate.compare(one.date, other.date))) {
    const direction = directionOf(feast, seen.has(feast.date.toString()))
    seen.add(feast.date.toString())
    if (direction === null) continue
    let date = feast.date
    while (date.dayOfWeek > 5 || off.has(date.toString())) date = date.add({ days: direction })
    off.set(date.toString(), `${feast.name}補假`)
  }
  return new Map([...off].filter(([date]) => date.startsWith(`${year}-`)))
}
