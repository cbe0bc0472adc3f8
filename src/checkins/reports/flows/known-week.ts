// Loads what is known of a member's week: it fills in their report, and is all that "As it stands" files.
import { actionsDoneBy, openActionsOf } from '../../../actions/db/action-items.ts'
import { isOpenToTeam } from '../../../actions/domain/open-to-team.ts'
import { ownMilestones } from '../../../actions/flows/own-milestones.ts'
import type { Queryable } from '../../../core/db/client.ts'
import { daysOfWeek } from '../../domain/own-window.ts'
import { openBlockersOf } from '../../standup/db/blockers.ts'
import { openLines } from '../../standup/db/open-lines.ts'
import { doneNotesIn, linesSettledIn, winsIn } from '../db/week.ts'
import type { KnownWeek } from '../domain/known-week.ts'
import type { ReportDay } from '../domain/report.ts'

const LINES = 20
/** From a week's Monday to the Sunday of the next week. */
const DAYS_AHEAD = 13

const NOTHING: KnownWeek = { done: [], open: [], blockers: [], wins: [], saidDid: null, milestones: null }

/** Nothing is asked of the database for a report that nothing is filled into. */
export async function loadKnownWeek(q: Queryable, day: ReportDay): Promise<KnownWeek> {
  if (day.definition.sections.every(({ prefill }) => prefill === null)) return NOTHING
  const { member, metrics, window, zone } = day
  const { workspaceId, teamId, userId } = member
  const week = { from: daysOfWeek(window.date)[0]!, to: window.date }
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).toInstant()
  const closed = { from: startOf(week.from), before: startOf(week.to.add({ days: 1 })) }
  const [settled, notes, open, blockers, won, finished, items, milestones] = await Promise.all([
    linesSettledIn(q, member, week),
    doneNotesIn(q, member, week),
    openLines(q, member, LINES),
    openBlockersOf(q, member),
    winsIn(q, member, week),
    actionsDoneBy(q, workspaceId, userId, closed),
    openActionsOf(q, workspaceId, userId),
    ownMilestones(q, member, window.date),
  ])
  const done = settled.filter(({ outcome }) => outcome === 'done').map(({ text }) => text)
  const lastDay = week.from.add({ days: DAYS_AHEAD })
  const due = items.filter(
    (item) => isOpenToTeam(item, teamId) && Temporal.PlainDate.compare(item.dueOn, lastDay) <= 0,
  )
  const finishedHere = finished.filter((item) => isOpenToTeam(item, teamId))
  const ticked = open.filter(({ tickedAt }) => tickedAt !== null)
  return {
    done: [...done, ...ticked.map(({ text }) => text), ...notes, ...finishedHere.map(({ text }) => text)],
    milestones,
    open: [...open.filter(({ tickedAt }) => tickedAt === null), ...due.slice(0, LINES)].map(
      ({ text }) => text,
    ),
    blockers: blockers.map(({ text }) => text),
    wins: won.map(({ customer, metricKey, amount }) => ({
      ...{ customer, amount, metric: metrics.find(({ key }) => key === metricKey) ?? null },
    })),
    saidDid: settled.length > 0 ? { done: done.length, planned: settled.length } : null,
  }
}
