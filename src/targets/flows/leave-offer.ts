// Offers lower targets to whoever looks after a member's leave, when the leave takes many days of a month; once for each month.

import { reactTo } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { MemberId, MetricKey, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { calendarsOf } from '../../org/db/calendars.ts'
import { homeTeamOf } from '../../org/db/home-teams.ts'
import { loadMember } from '../../org/db/members.ts'
import { findPerson } from '../../org/db/people.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { mayRecordLeaveOf } from '../../org/domain/org-permissions.ts'
import type { Member, Team } from '../../org/domain/team.ts'
import { calendarChanged, managerChanged } from '../../org/flows/changes.ts'
import { isAllowedInTeam } from '../../org/flows/resolve-team.ts'
import { whoActsFor } from '../../org/flows/who-acts-for.ts'
import { findMessage, messagesAboutTeam, type OutboxMessage } from '../../outbox/db/messages.ts'
import {
  editOf,
  type MessageDraft,
  type MessageEdit,
  type MessageSubjects,
} from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { planDueItems } from '../../schedule/db/due.ts'
import { datedPartsOf, monthsWithParts } from '../db/member-months.ts'
import {
  type DaysOfMonth,
  daysOfMonth,
  isLongLeave,
  isLowered,
  monthsTouched,
  OFFER_OVER,
  OFFERED_MONTHS,
  type OfferLine,
  offerKey,
  offerLine,
  offerOverAt,
  openLines,
} from '../domain/leave-offer.ts'
import type { TargetPlan } from '../domain/plan.ts'
import { type TargetPeriod, targetPeriod } from '../domain/target-period.ts'
import { openTarget, type TargetFormFacts, type TargetPrefill } from './open-target.ts'

type LedTeam = Pick<Team, 'workspaceId' | 'teamId' | 'managerUserId'>

/** A message that stands says what holds now; only leave that is recorded posts one. */
export const onLeave = reactTo(calendarChanged, async (tx, context, { members, leave }) => {
  const member = leave && (await memberAtHome(tx, members))
  if (!member) return
  const today = localDate(context.clock.now(), 'UTC')
  const touched = monthsTouched(leave).filter(({ to }) => Temporal.PlainDate.compare(to, today) >= 0)
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) return
  const targeted = await monthsWithParts(tx, member, { from: first.from, to: last.to })
  const months = targeted.map((from) => targetPeriod('month', from, 1))
  const reader = leave.change === 'recorded' && months.length > 0 ? await readerOf(tx, context, member) : null
  const team = months.length > 0 ? await loadTeam(tx, member.workspaceId, member.teamId) : null
  const messages: (MessageDraft | MessageEdit)[] = []
  const offered: TargetPeriod[] = []
  for (const [index, month] of months.entries()) {
    if (team) messages.push(...offerEdits(team, member.memberId, month))
    if (!reader || index >= OFFERED_MONTHS || !(await isOffered(tx, member, month))) continue
    messages.push(await offerFor(tx, reader, member, month))
    offered.push(month)
  }
  await enqueueMessage(tx, context, messages)
  await planEnds(tx, context, member, offered)
})

/** What the former manager was offered, the new one is offered now; the former one's message says so. */
export const onManager = reactTo(managerChanged, async (tx, context, { team, toUserId }) => {
  const offered = await messagesAboutTeam(tx, { ...team, kind: 'leave-offer' })
  const messages: (MessageDraft | MessageEdit)[] = []
  for (const { subject, toUserId: former, messageKey } of offered) {
    const { memberId, from } = subject as MessageSubjects['leave-offer']
    const month = targetPeriod('month', Temporal.PlainDate.from(from), 1)
    messages.push(editOf(offerTo('', { ...team, memberId }, month, messageKey)))
    const member = former === toUserId ? null : await loadMember(tx, team.workspaceId, memberId)
    if (member && member.userId !== toUserId)
      messages.push(offerTo(toUserId, member, month, offerKey(memberId, month, toUserId)))
  }
  const own = offered.filter((one) => one.toUserId === toUserId).map(({ messageKey }) => messageKey)
  const isTwice = ({ key }: MessageDraft | MessageEdit) => own.some((one) => key === `${one}:${toUserId}`)
  await enqueueMessage(
    tx,
    context,
    messages.filter((one) => !isTwice(one)),
  )
})

async function memberAtHome(tx: Transaction, members: readonly Member[]): Promise<Member | null> {
  const home = members[0] ? await homeTeamOf(tx, members[0]) : null
  return members.find(({ teamId }) => teamId === home) ?? null
}

/** Null: nobody. Of the manager's own leave nobody in the team decides what it means for the targets. */
async function readerOf(
  tx: Transaction,
  { clock }: Context,
  { workspaceId, teamId, userId }: Member,
): Promise<UserId | null> {
  const now = clock.now()
  const team = await loadTeam(tx, workspaceId, teamId)
  if (!team || team.managerUserId === userId) return null
  const reader = await whoActsFor(tx, team, now, [userId])
  return reader && (await mayBeOffered(tx, { workspaceId, userId: reader }, teamId, now)) ? reader : null
}

/** Those who are shown the member's leave. */
export async function mayBeOffered(
  q: Queryable,
  { workspaceId, userId }: Pick<Person, 'workspaceId' | 'userId'>,
  teamId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const person = await findPerson(q, workspaceId, userId)
  return person !== null && isAllowedInTeam(q, person, mayRecordLeaveOf, teamId, now)
}

async function isOffered(tx: Transaction, member: Member, month: TargetPeriod): Promise<boolean> {
  const { days, lines } = await loadOffer(tx, member, month, null)
  return openLines({ lines, isLong: isLongLeave(days), isOver: false }).length > 0
}

/** By the member's metrics in order. `since`: when the offer was made; null: it is made now. */
export async function loadOffer(
  q: Queryable,
  member: Member,
  month: TargetPeriod,
  since: Temporal.Instant | null,
): Promise<{ days: DaysOfMonth; lines: OfferLine[] }> {
  const { memberId, teamId, role } = member
  const calendar = (await calendarsOf(q, [member], month.from)).get(memberId)
  const parts = Map.groupBy(await datedPartsOf(q, member, month.from), ({ metricKey }) => metricKey)
  const metrics = (await roleMetricsOfTeams(q, [member])).get(teamId)?.[role] ?? []
  const days = calendar ? daysOfMonth(calendar, month) : { left: 0, all: 0 }
  const lines = metrics
    .filter(isLowered)
    .flatMap((metric) => offerLine(metric, parts.get(metric.key) ?? [], days, since) ?? [])
  return { days, lines }
}

const offerTo = (
  userId: UserId,
  { workspaceId, teamId, memberId }: Pick<Member, 'workspaceId' | 'teamId' | 'memberId'>,
  month: TargetPeriod,
  key: string,
): MessageDraft => ({
  ...{ workspaceId, key, kind: 'leave-offer', teamId, audience: { to: 'person', userId } },
  subject: { memberId, from: month.from.toString() },
})

/** Of the one who was asked first, and of who leads the team since. */
export const offerEdits = (team: LedTeam, memberId: MemberId, month: TargetPeriod): MessageEdit[] =>
  [offerKey(memberId, month), offerKey(memberId, month, team.managerUserId)].map((key) =>
    editOf(offerTo('', { ...team, memberId }, month, key)),
  )

/** For the months that are offered now; one that is planned already stays. */
async function planEnds(
  tx: Transaction,
  { clock }: Context,
  { workspaceId, teamId, memberId }: Member,
  months: readonly TargetPeriod[],
): Promise<void> {
  const settings = months.length > 0 ? await settingsNow(tx, { workspaceId, teamId }, clock.now()) : null
  if (!settings) return
  await planDueItems(
    tx,
    months.map((month) => ({
      ...{ workspaceId, teamId, memberId, kind: OFFER_OVER, date: month.from },
      dueKey: `${OFFER_OVER}:${memberId}:${month.from}`,
      dueAt: offerOverAt(memberId, month, settings.zone),
    })),
  )
}

/** Whoever was offered the month first keeps that message; somebody else gets one of their own. */
async function offerFor(
  tx: Transaction,
  reader: UserId,
  member: Member,
  month: TargetPeriod,
): Promise<MessageDraft> {
  const { workspaceId, memberId } = member
  const first = await findMessage(tx, { workspaceId, messageKey: offerKey(memberId, month) })
  const isFirst = !first || first.toUserId === reader
  return offerTo(reader, member, month, offerKey(memberId, month, isFirst ? null : reader))
}

/** Brings the offers that stand up to date after these targets were set. */
export const offersAfter = (team: LedTeam, { versions }: Extract<TargetPlan, { ok: true }>): MessageEdit[] =>
  versions
    .filter(({ period }) => period.kind === 'month')
    .flatMap(({ period, parts }) => parts.flatMap(({ memberId }) => offerEdits(team, memberId, period)))

/** When the month was offered, to whomever first. */
export async function offeredSince(
  q: Queryable,
  { workspaceId, messageKey, createdAt }: Pick<OutboxMessage, 'workspaceId' | 'messageKey' | 'createdAt'>,
  memberId: MemberId,
  month: TargetPeriod,
): Promise<Temporal.Instant> {
  const key = offerKey(memberId, month)
  const first = messageKey === key ? null : await findMessage(q, { workspaceId, messageKey: key })
  return first?.createdAt ?? createdAt
}

export interface OfferAsked {
  memberId: MemberId
  metricKey: MetricKey
  from: Temporal.PlainDate
}

export type OfferOpened =
  | { ok: true; facts: TargetFormFacts; filled: TargetPrefill }
  | { ok: false; reason: 'not-allowed' | 'over' }

/** The form for a target, filled in with what was offered. */
export async function openOffer(
  { db, clock }: Context,
  who: Person,
  { memberId, metricKey, from }: OfferAsked,
): Promise<OfferOpened> {
  const now = clock.now()
  const member = await loadMember(db, who.workspaceId, memberId)
  const home = member && (await homeTeamOf(db, member))
  const isHome = member !== null && member.teamId === home && member.userId !== who.userId
  if (!isHome || !(await isAllowedInTeam(db, who, mayRecordLeaveOf, member.teamId, now)))
    return { ok: false, reason: 'not-allowed' }
  const month = targetPeriod('month', from, 1)
  const { lines } = await loadOffer(db, member, month, null)
  const line = lines.find(({ metric }) => metric.key === metricKey)
  const team = await loadTeam(db, who.workspaceId, member.teamId)
  const isOver = Temporal.PlainDate.compare(month.to, localDate(now, who.zone)) < 0
  if (isOver || member.leftOn || !line || !team) return { ok: false, reason: 'over' }
  return {
    ok: true,
    facts: await openTarget(db, team, now, month),
    filled: { month, metric: line.metric, userId: member.userId, value: line.lower ?? line.value },
  }
}
