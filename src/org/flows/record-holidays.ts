// Beside the tick: writes down which public holidays are known, and notices an update that changes them.
import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../core/context.ts'
import { isBefore } from '../../core/time.ts'
import { allKnownHolidays, type KnownHolidays, placesInUse, saveKnownHolidays } from '../db/known-holidays.ts'
import { holidayDates, placeKey } from '../domain/holidays.ts'

/** A release brings new holidays, and a release is a start; a new country is there within the day. */
const EVERY_HOURS = 12

const nextLookAt = new WeakMap<Context, Temporal.Instant>()

export async function recordHolidays(context: Context): Promise<void> {
  const { db, clock, log } = context
  const now = clock.now()
  const at = nextLookAt.get(context)
  if (at && isBefore(now, at)) return
  const known = await allKnownHolidays(db)
  const found = changedHolidays(known, await placesInUse(db), now)
  if (found.length > 0) await db.transaction((tx) => saveKnownHolidays(tx, found, now))
  const updated = found.filter((one) => known.some((before) => yearKey(before) === yearKey(one)))
  if (updated.length > 0)
    log.info({ years: updated.map(({ place, year }) => `${place} ${year}`) }, 'public holidays have changed')
  nextLookAt.set(context, now.add({ hours: EVERY_HOURS }))
}

const yearKey = ({ workspaceId, place, year }: KnownHolidays): string => `${workspaceId} ${place} ${year}`

/** Of this year, the next one, and each that was written down before: those that are new or other than they were. */
function changedHolidays(
  known: readonly KnownHolidays[],
  places: Awaited<ReturnType<typeof placesInUse>>,
  now: Temporal.Instant,
): KnownHolidays[] {
  const before = new Map(known.map((one) => [yearKey(one), one]))
  const thisYear = now.toZonedDateTimeISO('UTC').year
  return places.flatMap(({ workspaceId, country, region }) => {
    const place = placeKey(country, region)
    const own = known.filter((one) => one.workspaceId === workspaceId && one.place === place)
    const years = new Set([thisYear, thisYear + 1, ...own.map(({ year }) => year)])
    return [...years].flatMap((year) => {
      const one = { workspaceId, place, year, dates: holidayDates(country, region, year), knownSince: now }
      return isDeepStrictEqual(before.get(yearKey(one))?.dates, one.dates) ? [] : [one]
    })
  })
}
