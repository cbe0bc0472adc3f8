// Taiwan's public holidays under its holiday act of 2025, with substitute days for weekends; `date-holidays` lacks both.
import Holidays from 'date-holidays'

/** The first full year under the act. For earlier years the rules of `date-holidays` are used. */
export const TAIWAN_ACT_YEAR = 2026

/** A Saturday holiday has its substitute on the working day before, except at Lunar New Year, where it comes after. */
interface Holiday {
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

/** Offsets in days from the first day of the lunar year. */
const LUNAR_NEW_YEAR = [
  [-2, '小年夜'],
  [-1, '除夕'],
  [0, '農曆春節'],
  [1, '農曆春節'],
  [2, '農曆春節'],
] as const

function movableHolidays(year: number): Holiday[] {
  const source = new Holidays()
  for (const [rule, name] of Object.entries(MOVABLE)) source.setHoliday(rule, { name, type: 'public' })
  return source.getHolidays(year).flatMap(({ name, date: text }): Holiday[] => {
    const date = Temporal.PlainDate.from(text.slice(0, 10))
    if (name !== MOVABLE['chinese 01-0-01']) return [{ name, date, lunarNewYear: false }]
    return LUNAR_NEW_YEAR.map(([days, label]) => ({
      name: label,
      date: date.add({ days }),
      lunarNewYear: true,
    }))
  })
}

/** Includes the next New Year's Day: when it is a Saturday, its substitute is the last day of this year. */
function holidaysOf(year: number): Holiday[] {
  const fixed = FIXED.map(([month, day, name]) => ({ month, day, name, year }))
  const newYear = { year: year + 1, month: 1, day: 1, name: FIXED[0]?.[2] ?? '' }
  const dated = [...fixed, newYear].map(({ name, ...date }) => ({
    name,
    date: Temporal.PlainDate.from(date),
    lunarNewYear: false,
  }))
  return [...movableHolidays(year), ...dated]
}

/** In which direction to look for the substitute of a holiday on a weekend or on another holiday. Null: no substitute. */
function substituteDirection(holiday: Holiday, shared: boolean): 1 | -1 | null {
  const { dayOfWeek } = holiday.date
  if (dayOfWeek === 6) return holiday.lunarNewYear ? 1 : -1
  if (dayOfWeek === 7) return 1
  // When Children's Day and Tomb-Sweeping Day coincide, the substitute is the day before, but on a Thursday the day after.
  if (shared) return dayOfWeek === 4 ? 1 : -1
  return null
}

/** Holiday names by ISO date for a year under the act, including substitute days (補假). */
export function taiwanYear(year: number): ReadonlyMap<string, string> {
  const holidays = holidaysOf(year)
  const off = new Map(holidays.map(({ date, name }) => [date.toString(), name]))
  const seen = new Set<string>()
  for (const holiday of holidays.toSorted((one, other) => Temporal.PlainDate.compare(one.date, other.date))) {
    const direction = substituteDirection(holiday, seen.has(holiday.date.toString()))
    seen.add(holiday.date.toString())
    if (direction === null) continue
    let date = holiday.date
    while (date.dayOfWeek > 5 || off.has(date.toString())) date = date.add({ days: direction })
    off.set(date.toString(), `${holiday.name}補假`)
  }
  return new Map([...off].filter(([date]) => date.startsWith(`${year}-`)))
}
