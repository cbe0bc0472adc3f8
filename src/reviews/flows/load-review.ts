// Loads what a review shows beside the numbers: causes, minutes, its own measures, and what those of the review before have done.
import type { Queryable } from '../../core/db/client.ts'
import { localDate } from '../../core/time.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { teamCalendarsOf } from '../../org/db/calendars.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import type { TeamSettings } from '../../org/domain/team.ts'
import { firstTargetOf } from '../../targets/db/team-targets.ts'
import { lastDueDay } from '../../targets/domain/due-days.ts'
import { agreedOf, measuresOf } from '../db/agreed-items.ts'
import { loadStored } from '../db/reviews.ts'
import type { AgreedItem, LookedAt } from '../domain/measure.ts'
import { type MeetingPeriod, meetingOn } from '../domain/meeting.ts'
import { isWritable, NOTHING_STORED, type ReviewRef, type StoredReview } from '../domain/stored-review.ts'
import { lookAtMeasures } from './look-at-measures.ts'

export interface ReviewRecord {
  stored: StoredReview
  /** Set in this review. */
  measures: readonly LookedAt[]
  /** Agreed in its meeting, beside the measures. */
  agreed: readonly AgreedItem[]
  /** Set in the review of the period before. */
  last: { period: Period; measures: readonly LookedAt[] }
  /** From when on the team has had targets. Null: it has had none. */
  targetsFrom: Temporal.PlainDate | null
  /** Causes, measures and minutes can still be written. */
  writable: boolean
}

interface Asked {
  team: TeamRef
  settings: TeamSettings
  period: Period
  before: Period
}

export async function loadReviewRecord(
  q: Queryable,
  { team, settings, period, before }: Asked,
  now: Temporal.Instant,
): Promise<ReviewRecord> {
  const targetsFrom = await firstTargetOf(q, team)
  if (!meetingOn(period.kind)) {
    const none = { stored: NOTHING_STORED, measures: [], agreed: [], last: { period: before, measures: [] } }
    return { ...none, targetsFrom, writable: false }
  }
  const ref = reviewRefOf(team, period)
  const own = await measuresOf(q, team, ref)
  const former = await measuresOf(q, team, reviewRefOf(team, before))
  const through = await lastDayIn(q, team, settings, now)
  const looked = await lookAtMeasures(q, { team, settings, through }, [...own, ...former], now)
  const starts = {
    ...{ week: weekStart(settings.workDays), year: await fiscalYearStart(q, team.workspaceId) },
  }
  return {
    ...{ stored: await loadStored(q, ref), agreed: await agreedOf(q, team, ref), targetsFrom },
    measures: looked.slice(0, own.length),
    last: { period: before, measures: looked.slice(own.length) },
    writable: isWritable(period, localDate(now, settings.zone), starts),
  }
}

/** Of a period on which a meeting looks back. */
export const reviewRefOf = ({ workspaceId, teamId }: TeamRef, { kind, from }: Period): ReviewRef => ({
  ...{ workspaceId, teamId, period: kind as MeetingPeriod, from },
})

const EARLIEST = Temporal.PlainDate.from('1970-01-01')
const RECENT_DAYS = 60

/** The last working day of the team whose numbers are due, within the last 60 days. */
async function lastDayIn(
  q: Queryable,
  team: TeamRef,
  settings: TeamSettings,
  now: Temporal.Instant,
): Promise<Temporal.PlainDate> {
  const { zone } = settings
  const today = localDate(now, zone)
  const from = today.subtract({ days: RECENT_DAYS })
  const work = (await teamCalendarsOf(q, [team], today)).get(team.teamId)
  if (!work) return from
  const calendar = { ...work, joinedOn: EARLIEST, leftOn: null, leave: [], ownHolidays: [] }
  return lastDueDay({ settings, calendar, zone, today }, { from, to: today }, now) ?? from
}
