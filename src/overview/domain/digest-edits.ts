// Plans when a report's digest is edited because time alone lets numbers count: the report's day is over for everybody, or numbers of its week are due.
import { checkinPlanner } from '../../checkins/domain/day-plan.ts'
import { reportsOf } from '../../checkins/reports/domain/report-kind.ts'
import { STANDUP_KIND } from '../../checkins/standup/domain/standup-kind.ts'
import { laterOf } from '../../core/time.ts'
import { numbersDate } from '../../numbers/domain/numbers-day.ts'
import { type DayPlanner, isAskedOn, type TeamDay } from '../../org/domain/team-day.ts'
import { isReadOn, reportDateOf } from './report-digest.ts'

/** The due kind. */
export const DIGEST_EDIT = 'report-digest-edit'
const WEEKS = [0, -1]

/** On the report's day when it is over; afterwards with each close at which numbers of the report's week are due. */
export const planDigestEdits: DayPlanner = (day) =>
  reportsOf(day.settings).flatMap((name) => {
    if (!day.settings.reports[name]!.asksNumbers) return []
    const report = reportReadOn(day, name)
    if (!report) return []
    const dueAt = report.equals(day.date) ? dayOver(day) : numbersDueAt(day, name, report)
    const dueKey = `${DIGEST_EDIT}:${name}:${report}:${day.team.teamId}:${day.date}`
    return dueAt ? [{ kind: DIGEST_EDIT, dueKey, memberId: null, date: day.date, dueAt }] : []
  })

const reportReadOn = ({ settings, date }: TeamDay, name: string): Temporal.PlainDate | undefined =>
  WEEKS.map((weeks) => reportDateOf(settings, name, date).add({ weeks })).find((of) => isReadOn(of, date))

/** For whoever lives furthest west: until then a day whose numbers are not due does not count, though they are in. */
const dayOver = ({ members, date }: TeamDay): Temporal.Instant | undefined =>
  [...new Set(members.map(({ zone }) => zone))]
    .map((zone) => date.add({ days: 1 }).toZonedDateTime(zone).toInstant())
    .reduce<Temporal.Instant | undefined>((last, at) => (last ? laterOf(last, at) : at), undefined)

/** Undefined: the day's standup asks nobody for numbers of that week. */
function numbersDueAt(day: TeamDay, name: string, report: Temporal.PlainDate): Temporal.Instant | undefined {
  const { settings, date, members } = day
  const isAskedFor = members.some(
    (of) =>
      isAskedOn(day, of) &&
      reportDateOf(settings, name, numbersDate(settings, of.calendar, date)).equals(report),
  )
  if (!isAskedFor) return undefined
  return checkinPlanner(STANDUP_KIND)(day).find(({ kind }) => kind === STANDUP_KIND.dueKinds.close)?.dueAt
}
