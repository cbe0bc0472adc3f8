// Looks up public holidays and adjusted working weekends of a country, and for which years they are known.
import Holidays from 'date-holidays'
import { chinaYear, LAW_OF_2025, statutoryDays } from './china-holidays.ts'
import { HOLIDAY_CORRECTIONS } from './holiday-corrections.ts'
import type { HolidayFact, YearHolidays } from './holiday-fact.ts'
import { TAIWAN_ACT_YEAR, taiwanYear } from './taiwan-holidays.ts'

/** ISO 3166 codes, sorted. */
export const HOLIDAY_COUNTRIES: readonly string[] = Object.keys(new Holidays().getCountries()).sort()

export interface HolidayRegion {
  code: string
  /** In the country's own language. */
  name: string
}

/** The states or regions with holidays of their own. Empty: the country has one calendar only. */
export function holidayRegions(country: string | null): readonly HolidayRegion[] {
  const states = country === null ? undefined : new Holidays().getStates(country)
  return Object.entries(states ?? {}).map(([code, name]) => ({ code, name }))
}

/** Countries in which offices close on whole-day bank holidays too. */
const BANK_HOLIDAY_COUNTRIES = new Set(['AX', 'BM', 'BR', 'FI', 'IE', 'JP', 'SE'])

const cache = new Map<string, YearHolidays>()

/** Parses the start of a holiday: `2026-04-02 00:00:00 -0600` begins six hours before midnight, at sunset. */
function beginOf(text: string): Temporal.PlainDateTime {
  const begin = Temporal.PlainDateTime.from(text.slice(0, 19).replace(' ', 'T'))
  const [, hours = 0, minutes = 0] = / -(\d\d)(\d\d)$/.exec(text) ?? []
  return begin.subtract({ hours: Number(hours), minutes: Number(minutes) })
}

/** The dates whose noon lies strictly inside the holiday. So an afternoon off is no day off, and a holiday from sunset takes the next day. */
function datesOff(holiday: { date: string; start: Date; end: Date }): string[] {
  const start = beginOf(holiday.date)
  const minutes = Math.round((holiday.end.getTime() - holiday.start.getTime()) / 60_000)
  const end = start.add({ minutes })
  const dates: string[] = []
  for (
    let date = start.toPlainDate();
    Temporal.PlainDate.compare(date, end) <= 0;
    date = date.add({ days: 1 })
  ) {
    const noon = date.toPlainDateTime('12:00')
    const inside =
      Temporal.PlainDateTime.compare(start, noon) < 0 && Temporal.PlainDateTime.compare(noon, end) < 0
    if (inside) dates.push(date.toString())
  }
  return dates
}

function countryYear(country: string, region: string | null, year: number): YearHolidays {
  const types: ('public' | 'bank')[] = BANK_HOLIDAY_COUNTRIES.has(country) ? ['public', 'bank'] : ['public']
  const source = region ? new Holidays(country, region, { types }) : new Holidays(country, { types })
  const facts = new Map<string, HolidayFact>()
  for (const holiday of source.getHolidays(year))
    for (const date of datesOff(holiday))
      if (!facts.has(date)) facts.set(date, { kind: 'holiday', name: holiday.name })
  for (const [date, name] of Object.entries(HOLIDAY_CORRECTIONS[country] ?? {})) {
    if (!date.startsWith(`${year}-`)) continue
    if (name === null) facts.delete(date)
    else facts.set(date, { kind: 'holiday', name })
  }
  return { facts, provisional: false }
}

function taiwanFacts(year: number): YearHolidays {
  const named = [...taiwanYear(year)].map(([date, name]) => [date, { kind: 'holiday', name }] as const)
  return { facts: new Map(named), provisional: false }
}

function readYear(country: string, region: string | null, year: number): YearHolidays {
  if (country === 'CN') return chinaYear(year)
  if (country === 'TW' && year >= TAIWAN_ACT_YEAR) return taiwanFacts(year)
  return countryYear(country, region, year)
}

/** Names a calendar of public holidays: DE, or DE/BY. */
export const placeKey = (country: string, region: string | null): string =>
  region === null ? country : `${country}/${region}`

function holidaysOf(country: string, region: string | null, year: number): YearHolidays {
  const key = `${placeKey(country, region)} ${year}`
  const known = cache.get(key)
  if (known) return known
  const holidays = readYear(country, region, year)
  cache.set(key, holidays)
  return holidays
}

/** Null: an ordinary day, or no country. Public holidays only; for mainland China also adjusted working weekends (调休). */
export function holidayOn(
  country: string | null,
  region: string | null,
  date: Temporal.PlainDate,
): HolidayFact | null {
  return country === null ? null : (holidaysOf(country, region, date.year).facts.get(date.toString()) ?? null)
}

/** The dates of a year that are no ordinary days, as this release knows them. */
export function holidayDates(
  country: string,
  region: string | null,
  year: number,
): Record<string, HolidayFact['kind']> {
  const { facts } = holidaysOf(country, region, year)
  return Object.fromEntries([...facts].map(([date, { kind }]) => [date, kind]))
}

/** False: they are not published yet, so that only the days named by law count, or none. China publishes them late in the year before. */
export function knowsHolidays(country: string, region: string | null, year: number): boolean {
  const { facts, provisional } = holidaysOf(country, region, year)
  return facts.size > 0 && !provisional
}

/** The days that count until the year's holidays are published. Null: the country does not publish its holidays year by year. */
export function lawDays(country: string | null, year: number): YearHolidays['facts'] | null {
  return country === 'CN' && year >= LAW_OF_2025 ? statutoryDays(year) : null
}

/**
 * Governments that most years add single days off by decree (elections, mourning, a victory) or swap a working day for a
 * Saturday, often at short notice. No calendar that is computed ahead has them all.
 */
const SINGLE_DAYS_BY_DECREE: ReadonlySet<string> = new Set([
  'BG',
  'GB',
  'HU',
  'ID',
  'IN',
  'KR',
  'LV',
  'MY',
  'PH',
  'RU',
  'TH',
  'UA',
  'VN',
  'ZA',
])

/** True: single days off or swapped working days may be missing, so that the manager has to set them. */
export const hasSingleDaysByDecree = (country: string): boolean => SINGLE_DAYS_BY_DECREE.has(country)

let countryOfZone: ReadonlyMap<string, string> | null = null

function zonesToCountries(): ReadonlyMap<string, string> {
  const zones = new Map<string, string>()
  for (const country of HOLIDAY_COUNTRIES)
    for (const zone of new Intl.Locale(`und-${country}`).getTimeZones() ?? []) zones.set(zone, country)
  return zones
}

/** The country that uses this IANA time zone, including former names of the zone. Used to suggest its holidays. */
export function guessCountry(zone: string): string | null {
  countryOfZone ??= zonesToCountries()
  const direct = countryOfZone.get(zone)
  if (direct) return direct
  const epoch = Temporal.Instant.fromEpochMilliseconds(0)
  try {
    const wanted = epoch.toZonedDateTimeISO(zone)
    for (const [known, country] of countryOfZone)
      if (wanted.equals(epoch.toZonedDateTimeISO(known))) return country
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return null
}
