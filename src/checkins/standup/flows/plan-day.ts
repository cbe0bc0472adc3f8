// Plans what falls due for teams on a date: prompts, reminders, the close, the weekly board, and the next plan.
import type { Transaction } from '../../../core/db/client.ts'
import { lockTeam, type TeamRef } from '../../../org/db/teams.ts'
import { type DueItem, type DuePlan, planDue } from '../../../schedule/db/due.ts'
import { clearPlan } from '../../../schedule/db/replan.ts'
import { byDate, done, skipped } from '../../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../../schedule/flows/run-due.ts'
import { type PlannedItem, planDay, planItem } from '../domain/day-plan.ts'
import { loadTeamDays, type TeamDay, windowOf } from './team-day.ts'

/** Planned even when it is long over: what was missed is then recorded as missed. */
export const planTeamDays: DueHandler = async (tx, items) => {
  const plans: DuePlan[] = []
  const planned = new Set<DueItem>()
  for (const { date, items: sameDate } of byDate(items)) {
    const days = await loadTeamDays(tx, sameDate, date)
    for (const item of sameDate) {
      const day = days.get(item.teamId)
      if (!day) continue
      planned.add(item)
      plans.push(...itemsOf(day).map((plan) => ({ ...plan, ...refOf(item) })))
    }
  }
  await planDue(tx, plans)
  return items.map((item) => (planned.has(item) ? done(item) : skipped(item, 'team-archived')))
}

/**
 * Plans a team anew from a date on, after its settings, members, their zones or their leave changed, and
 * sets a new team going. What is over already is not planned: a team set up in the afternoon starts with
 * the next standup. Days that are not planned yet are left to their own plan.
 */
export async function replanTeam(
  tx: Transaction,
  ref: TeamRef,
  fromDate: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<void> {
  await lockTeam(tx, ref)
  const earliest = now.toZonedDateTimeISO('-12:00').toPlainDate()
  const from = Temporal.PlainDate.compare(fromDate, earliest) < 0 ? earliest : fromDate
  const plans: DuePlan[] = []
  let date = from
  for (; isPlanned(ref, date, now); date = date.add({ days: 1 })) {
    const day = (await loadTeamDays(tx, [ref], date)).get(ref.teamId)
    if (day) plans.push(...stillAhead(day, now).map((plan) => ({ ...plan, ...refOf(ref) })))
  }
  const keep = plans.map((plan) => plan.dueKey)
  await clearPlan(tx, ref, { from, now, keep })
  await planDue(tx, [...plans, { ...planItem(ref.teamId, nextUnplanned(ref, now)), ...refOf(ref) }])
}

/** The date has begun somewhere, so its plan has been made, or is being made now. */
function isPlanned(ref: TeamRef, date: Temporal.PlainDate, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(planItem(ref.teamId, date).dueAt, now) <= 0
}

function nextUnplanned(ref: TeamRef, now: Temporal.Instant): Temporal.PlainDate {
  let date = now.toZonedDateTimeISO('UTC').toPlainDate()
  while (isPlanned(ref, date, now)) date = date.add({ days: 1 })
  return date
}

function itemsOf({ team, settings, calendar, members, date }: TeamDay): PlannedItem[] {
  const planned = members.map(({ member, person, calendar: own }) => ({
    memberId: member.memberId,
    zone: person.zone,
    calendar: own,
  }))
  return planDay({ teamId: team.teamId, settings, calendar }, planned, date)
}

/** A prompt is still worth sending until the member's close; everything else only before its time. */
function stillAhead(day: TeamDay, now: Temporal.Instant): PlannedItem[] {
  const closes = new Map(
    day.members.map((of) => [of.member.memberId, windowOf(day.settings, of, day.date).closeAt]),
  )
  return itemsOf(day).filter(({ kind, memberId, dueAt }) => {
    if (kind === 'plan-day') return false
    const until = kind === 'prompt' && memberId ? (closes.get(memberId) ?? dueAt) : dueAt
    return Temporal.Instant.compare(now, until) < 0
  })
}

const refOf = ({ workspaceId, teamId }: TeamRef) => ({ workspaceId, teamId })
