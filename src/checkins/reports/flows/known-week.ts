// Loads what is known of a member's week: it fills in their report, and is all that "As it stands" files.
import { actionsDoneBy, openActionsOf } from '../../../actions/db/action-items.ts'
import { isOpenToTeam } from '../../../actions/domain/open-to-team.ts'
import { ownMilestones } from '../../../actions/flows/own-milestones.ts'
import type { Queryable } from '../../../core/db/client.ts'
import { weekStart } from '../../../org/domain/calendar.ts'
import { lastBefore } from '../../db/checkin-answers.ts'
import { daysOfWeek } from '../../domain/own-window.ts'
import { openBlockersOf } from '../../standup/db/blockers.ts'
import { openLines } from '../../standup/db/open-lines.ts'
import { doneNotesIn, linesIn, winsIn } from '../db/week.ts'
import type { KnownWeek } from '../domain/known-week.ts'
import type { ReportDay } from '../domain/report.ts'
import { type ReportSpan, reportSpan } from '../domain/report-span.ts'

const LINES = 20
/** From the first day of the team's week to the last of the next. */
const DAYS_AHEAD = 13

const NOTHING: KnownWeek = { done: [], open: [], blockers: [], wins: [], saidDid: null, milestones: null }

/** Nothing is asked of the database for a report that nothing is filled into. */
export async function loadKnownWeek(q: Queryable, day: ReportDay, now: Temporal.Instant): Promise<KnownWeek> {
  if (day.definition.sections.every(({ prefill }) => prefill === null)) return NOTHING
  const { member, metrics, name, settings, date, zone } = day
  const { workspaceId, teamId, userId, memberId } = member
  const before = (await lastBefore(q, name, workspaceId, [memberId], date)).get(memberId) ?? null
  const told = { date, filedAt: day.entry?.firstAnsweredAt ?? null }
  const span = reportSpan(name, settings, day, { told, before, now })
  const [lines, notes, open, blockers, won, finished, items, milestones] = await Promise.all([
    linesIn(q, member, span),
    doneNotesIn(q, member, span),
    openLines(q, member, LINES),
    openBlockersOf(q, member),
    winsIn(q, member, span),
    actionsDoneBy(q, workspaceId, userId, closedIn(span, zone)),
    openActionsOf(q, workspaceId, userId),
    ownMilestones(q, member, { today: span.to, zone }),
  ])
  const done = lines.filter((line) => line.done).map(({ text }) => text)
  const lastDay = daysOfWeek(span.to, weekStart(settings.workDays))[0]!.add({ days: DAYS_AHEAD })
  const due = items.filter(
    (item) => isOpenToTeam(item, teamId) && Temporal.PlainDate.compare(item.dueOn, lastDay) <= 0,
  )
  const finishedHere = finished.filter((item) => isOpenToTeam(item, teamId))
  return {
    done: [...done, ...notes, ...finishedHere.map(({ text }) => text)],
    milestones,
    open: [...open.filter(({ tickedAt }) => tickedAt === null), ...due.slice(0, LINES)].map(
      ({ text }) => text,
    ),
    blockers: blockers.map(({ text }) => text),
    wins: won.map(({ customer, metricKey, amount }) => ({
      ...{ customer, amount, metric: metrics.find(({ key }) => key === metricKey) ?? null },
    })),
    saidDid: lines.length > 0 ? { done: done.length, planned: lines.length } : null,
  }
}

/** Items are closed at a time, not on a day. */
function closedIn({ after, filedBefore, to }: ReportSpan, zone: string) {
  const endOf = (day: Temporal.PlainDate) => day.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  return { from: filedBefore ?? endOf(after), before: endOf(to) }
}
