// Clock times in a user's zone, by Intl alone, so that the page runs in any current browser.

/** What a wall clock shows. Month from 1. */
export interface WallTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

export function wallTimeIn(zone: string, instantMs: number): WallTime {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instantMs)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
  }
}

/** The instant at which a wall clock in the zone shows this; in a gap (spring) the one after it. */
export function instantOf(zone: string, { year, month, day, hour, minute }: WallTime): number {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute)
  const guess = asUtc - offsetMs(zone, asUtc)
  return asUtc - offsetMs(zone, guess)
}

function offsetMs(zone: string, instantMs: number): number {
  const { year, month, day, hour, minute } = wallTimeIn(zone, instantMs)
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instantMs / 60_000) * 60_000
}

/** The next time that it is `hour` o'clock in the zone, on one weekday if told (0 Sunday … 6 Saturday). */
export function nextAt(zone: string, nowMs: number, hour: number, weekday?: number): number {
  const today = wallTimeIn(zone, nowMs)
  for (let days = 0; ; days += 1) {
    const date = new Date(Date.UTC(today.year, today.month - 1, today.day + days))
    const wall = {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour,
      minute: 0,
    }
    const instantMs = instantOf(zone, wall)
    const fits = weekday === undefined || date.getUTCDay() === weekday
    if (fits && instantMs > nowMs) return instantMs
  }
}

/** `2026-11-17T09:00`, as date and time fields of a browser have it. */
export function localText(zone: string, instantMs: number): string {
  const { year, month, day, hour, minute } = wallTimeIn(zone, instantMs)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}

/** The way back; NaN when the text is not one. */
export function instantOfText(zone: string, text: string): number {
  const [year, month, day, hour, minute] = text.split(/\D/).map(Number)
  if ([year, month, day, hour, minute].some((part) => part === undefined || Number.isNaN(part)))
    return Number.NaN
  return instantOf(zone, { year: year!, month: month!, day: day!, hour: hour!, minute: minute! })
}

/** `Europe/Berlin` → `Berlin`. */
export const cityOf = (zone: string) => zone.split('/').at(-1)!.replaceAll('_', ' ')

/** A locale that Intl takes, whatever stands in a profile. */
export function intlLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replace('_', '-'))[0] ?? 'en'
  } catch {
    return 'en'
  }
}
