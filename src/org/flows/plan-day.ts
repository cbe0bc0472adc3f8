// Plans the due items of teams on a date: those of each feature, and the planning of the next date.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { deleteStaleDueItems } from '../../schedule/db/delete-stale-items.ts'
import { type DueItem, type DuePlan, planDueItems } from '../../schedule/db/due.ts'
import type { PlannedItem } from '../../schedule/domain/planned-item.ts'
import { byDate, done, skipped } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { lockTeam, type TeamRef } from '../db/teams.ts'
import { planItem } from '../domain/next-plan.ts'
import type { TeamDay } from '../domain/team-day.ts'
import { askForManagers } from './ask-for-manager.ts'
import { loadTeamDays } from './load-team-days.ts'

/** Handles `plan-day` items: once a day, which is when managers who are gone or on long leave are noticed at the latest. A date in the past is planned too, so that missed items are recorded as missed. */
export const planTeamDays: DueHandler = async (tx, items, _now, context) => {
  const plans: DuePlan[] = []
  const planned = new Set<DueItem>()
  for (const { date, items: sameDate } of byDate(items)) {
    const days = await loadTeamDays(tx, sameDate, date)
    for (const item of sameDate) {
      const day = days.get(item.teamId)
      if (!day) continue
      planned.add(item)
      const next = planItem(item.teamId, date.add({ days: 1 }))
      plans.push(...[...itemsOf(day, context), next].map((plan) => dueOf(plan, item)))
    }
  }
  await planDueItems(tx, plans)
  await askForManagers(tx, context, items.map(refOf))
  return items.map((item) => (planned.has(item) ? done(item) : skipped(item, 'team-archived')))
}

/**
 * Replans a team from a date on, after its settings, members, time zones or leave changed, and plans a new team.
 * Items in the past are not planned: a team set up in the afternoon starts with the next standup. Dates that are
 * not planned yet are planned later by their own `plan-day` item.
 */
export async function replanTeam(
  tx: Transaction,
  context: Context,
  ref: TeamRef,
  fromDate: Temporal.PlainDate,
): Promise<void> {
  const now = context.clock.now()
  await lockTeam(tx, ref)
  const earliest = now.toZonedDateTimeISO('-12:00').toPlainDate()
  const from = Temporal.PlainDate.compare(fromDate, earliest) < 0 ? earliest : fromDate
  const plans: DuePlan[] = []
  let date = from
  for (; isPlanned(ref, date, now); date = date.add({ days: 1 })) {
    const day = (await loadTeamDays(tx, [ref], date)).get(ref.teamId)
    if (day) plans.push(...stillAhead(itemsOf(day, context), now).map((plan) => dueOf(plan, ref)))
  }
  const keep = plans.map((plan) => plan.dueKey)
  const except = context.contributions.kindsOutsideDayPlans
  await deleteStaleDueItems(tx, ref, { from, now, keep, except })
  await planDueItems(tx, [...plans, dueOf(planItem(ref.teamId, nextUnplanned(ref, now)), ref)])
}

/** True: the date's `plan-day` item is due or done. */
function isPlanned(ref: TeamRef, date: Temporal.PlainDate, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(planItem(ref.teamId, date).dueAt, now) <= 0
}

function nextUnplanned(ref: TeamRef, now: Temporal.Instant): Temporal.PlainDate {
  let date = now.toZonedDateTimeISO('UTC').toPlainDate()
  while (isPlanned(ref, date, now)) date = date.add({ days: 1 })
  return date
}

/** The items that all features plan for the date. */
const itemsOf = (day: TeamDay, { contributions }: Context): PlannedItem[] =>
  contributions.dayPlanners.flatMap((plan) => plan(day))

function stillAhead(items: readonly PlannedItem[], now: Temporal.Instant): PlannedItem[] {
  return items.filter(({ dueAt, until }) => Temporal.Instant.compare(now, until ?? dueAt) < 0)
}

const dueOf = ({ until: _, ...item }: PlannedItem, ref: TeamRef): DuePlan => ({ ...item, ...refOf(ref) })

const refOf = ({ workspaceId, teamId }: TeamRef) => ({ workspaceId, teamId })
