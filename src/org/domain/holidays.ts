// Tells whether a country is off on a date, or works on a weekend to make up for it, and which years are known at all.
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import Holidays from 'date-holidays'
import { TAIWAN_ACT_YEAR, taiwanYear } from './taiwan-holidays.ts'

export interface HolidayFact {
  kind: 'holiday' | 'working-weekend'
  name: string
}
type YearFacts = ReadonlyMap<string, HolidayFact>

/** ISO 3166 codes, sorted. */
export const HOLIDAY_COUNTRIES: readonly string[] = Object.keys(new Holidays().getCountries()).sort()

export interface HolidayRegion {
  code: string
  /** In the country's own language. */
  name: string
}

/** States and the like that have holidays of their own; none where the country's calendar is all there is. */
export function holidayRegions(country: string | null): readonly HolidayRegion[] {
  const states = country === null ? undefined : new Holidays().getStates(country)
  return Object.entries(states ?? {}).map(([code, name]) => ({ code, name }))
}

/** Where a whole day that closes the banks closes offices too; elsewhere it concerns only the banks. */
const BANK_HOLIDAY_COUNTRIES = new Set(['AX', 'BM', 'BR', 'FI', 'IE', 'JP', 'SE'])

const cache = new Map<string, YearFacts>()

/** `English,中文,days`: the name in the country's own language. */
const chineseName = (entry: string): string => entry.split(',')[1] ?? entry

function chineseYear(year: number): YearFacts {
  const facts = new Map<string, HolidayFact>()
  const add = (entries: Readonly<Record<string, string>>, kind: HolidayFact['kind']) => {
    for (const [date, entry] of Object.entries(entries))
      if (date.startsWith(`${year}-`)) facts.set(date, { kind, name: chineseName(entry) })
  }
  add(chineseDays.holidays, 'holiday')
  add(chineseDays.workdays, 'working-weekend')
  return facts
}

/** `2026-04-02 00:00:00 -0600` begins six hours before that midnight, at sunset. */
function beginOf(text: string): Temporal.PlainDateTime {
  const begin = Temporal.PlainDateTime.from(text.slice(0, 19).replace(' ', 'T'))
  const [, hours = 0, minutes = 0] = / -(\d\d)(\d\d)$/.exec(text) ?? []
  return begin.subtract({ hours: Number(hours), minutes: Number(minutes) })
}

/** A holiday takes the dates whose noon lies strictly inside it: an afternoon off is not a day off, a sunset begins the next day. */
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

function countryYear(country: string, region: string | null, year: number): YearFacts {
  const types: ('public' | 'bank')[] = BANK_HOLIDAY_COUNTRIES.has(country) ? ['public', 'bank'] : ['public']
  const source = region ? new Holidays(country, region, { types }) : new Holidays(country, { types })
  const facts = new Map<string, HolidayFact>()
  for (const holiday of source.getHolidays(year))
    for (const date of datesOff(holiday))
      if (!facts.has(date)) facts.set(date, { kind: 'holiday', name: holiday.name })
  return facts
}

function readYear(country: string, region: string | null, year: number): YearFacts {
  if (country === 'CN') return chineseYear(year)
  if (country === 'TW' && year >= TAIWAN_ACT_YEAR)
    return new Map([...taiwanYear(year)].map(([date, name]) => [date, { kind: 'holiday', name }]))
  return countryYear(country, region, year)
}

function factsOf(country: string, region: string | null, year: number): YearFacts {
  const key = `${country}/${region ?? ''}/${year}`
  const known = cache.get(key)
  if (known) return known
  const facts = readYear(country, region, year)
  cache.set(key, facts)
  return facts
}

/** Null: nothing out of the ordinary, or no country. Public holidays only; mainland China with its adjusted weekends (调休). */
export function holidayOn(
  country: string | null,
  region: string | null,
  date: Temporal.PlainDate,
): HolidayFact | null {
  return country === null ? null : (factsOf(country, region, date.year).get(date.toString()) ?? null)
}

/** False: the year is worked from the week pattern alone. China publishes each year's days late in the year before. */
export function knowsHolidays(country: string, region: string | null, year: number): boolean {
  return factsOf(country, region, year).size > 0
}

let countryOfZone: ReadonlyMap<string, string> | null = null

function zonesToCountries(): ReadonlyMap<string, string> {
  const zones = new Map<string, string>()
  for (const country of HOLIDAY_COUNTRIES)
    for (const zone of new Intl.Locale(`und-${country}`).getTimeZones() ?? []) zones.set(zone, country)
  return zones
}

/** The country whose people keep this IANA zone, e.g. to offer its holidays; old names of a zone count too. */
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
