// Records and cancels leave: members for themselves, managers for those whose home team they manage. A member's own past days are put to the manager.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { recordReading } from '../audit/flows/record-reading.ts'
import { calendarsOf } from '../db/calendars.ts'
import { waitingLeaveOf } from '../db/leave-requests.ts'
import {
  insertLeave,
  loadLeave,
  recordedBetween,
  saveLeaveCancellation,
  saveSplitCancellation,
  userKey,
} from '../db/leaves.ts'
import { type Leave, workingFraction } from '../domain/calendar.ts'
import {
  clashes,
  isRecent,
  isSameLeave,
  type LeaveProblem,
  leaveProblem,
  type RecordedLeave,
  splitAt,
} from '../domain/leave.ts'
import { isTrip, type LeaveKind } from '../domain/leave-kind.ts'
import { askAboutLeave, endPointlessLeave, whoIsAskedAboutLeave } from './leave-requests.ts'
import { afterLeaveChange, type LeaveTaker, leaveTaker } from './leave-steps.ts'
import { reportedDaysOf } from './reported-days.ts'

const SCREEN = '/kpi leave'

/** A leave that was recorded or cancelled, or that somebody has to agree to first. */
export interface LeaveDone {
  ok: true
  /** What counts at once; if nothing does, the days that are asked about. */
  leave: RecordedLeave
  /** Past days, and who is asked about them. Null: everything counts at once. */
  asked: { leave: RecordedLeave; userId: UserId } | null
  /** True: all days are past and asked about. */
  onlyAsked: boolean
  /** Days up to today with numbers, which stay. */
  numberDays: readonly Temporal.PlainDate[]
}

export type LeaveRefused =
  | { ok: false; reason: 'not-allowed' | Exclude<LeaveProblem, 'overlaps'> }
  | { ok: false; reason: 'overlaps' | 'asked-already'; other: RecordedLeave }

/** Nothing is recorded yet: there are numbers on days that are past. `askedUserId`: who will be asked. */
export interface LeaveToConfirm {
  ok: false
  reason: 'confirm'
  numberDays: readonly Temporal.PlainDate[]
  askedUserId: UserId | null
}

export type LeaveRecorded = LeaveDone | LeaveRefused | LeaveToConfirm

/** The same leave again gives the one on record, whatever `leaveId` is wanted. `confirm`: where there are numbers on days up to today nothing is recorded yet, so that they can be shown first. */
export async function recordLeave(
  context: Context,
  who: Person,
  userId: UserId,
  { kind = 'other', leaveId = crypto.randomUUID(), ...days }: Leave & { kind?: LeaveKind; leaveId?: string },
  confirm?: 'ask-about-numbers',
): Promise<LeaveRecorded> {
  const wanted = { ...days, kind, userId, leaveId }
  return context.db.transaction(async (tx): Promise<LeaveRecorded> => {
    const taker = await leaveTaker(tx, context, who, userId)
    if (!taker) return { ok: false, reason: 'not-allowed' }
    const refused = await whyNot(tx, context, who, taker, wanted)
    // The same form submitted twice.
    if (refused?.reason === 'overlaps' && isSameLeave(wanted, refused.other))
      return { ok: true, leave: refused.other, asked: null, onlyAsked: false, numberDays: [] }
    if (refused) return refused
    const numberDays = await numberDaysOf(tx, context, taker, wanted)
    const { past, ahead } = splitAt(wanted, taker.today)
    const toAsk = past && (await hasToAsk(tx, who, taker, past)) ? past : null
    const addressee = toAsk && (await whoIsAskedAboutLeave(tx, context, who, taker))
    if (confirm && numberDays.length > 0)
      return { ok: false, reason: 'confirm', numberDays, askedUserId: addressee?.userId ?? null }
    const atOnce = addressee ? ahead : wanted
    const done = { ok: true as const, numberDays, leave: atOnce ?? wanted, onlyAsked: atOnce === null }
    if (atOnce) {
      await insertLeave(tx, who.workspaceId, atOnce, { by: who.userId, at: context.clock.now() })
      await afterLeaveChange(
        tx,
        context,
        { ...taker, workspaceId: who.workspaceId },
        { leave: atOnce, change: 'recorded' },
        { byUserId: who.userId, screen: SCREEN, auditOwn: toAsk !== null && !addressee },
      )
      await endPointlessLeave(tx, context, who.workspaceId, userId)
    }
    if (!addressee || !toAsk) return { ...done, asked: null }
    const leave = atOnce ? { ...toAsk, leaveId: crypto.randomUUID() } : toAsk
    const about = numberDays.filter((date) => Temporal.PlainDate.compare(date, toAsk.to) <= 0)
    await askAboutLeave(tx, context, who, { wish: 'record', leave, numberDays: about, taker, addressee })
    return { ...done, asked: { leave, userId: addressee.userId } }
  })
}

async function whyNot(
  tx: Transaction,
  context: Context,
  who: Person,
  { userId, today }: LeaveTaker,
  wanted: RecordedLeave,
): Promise<LeaveRefused | null> {
  const { workspaceId } = who
  const person = { workspaceId, userId }
  const around = await recordedBetween(tx, [person], wanted.from, wanted.to)
  const others = around.get(userKey(person)) ?? []
  const problem = leaveProblem(wanted, others, today)
  if (problem && problem !== 'overlaps') return { ok: false, reason: problem }
  const asked = who.userId === userId ? await waitingLeaveOf(tx, workspaceId, [userId]) : []
  const waiting = asked.filter(({ wish }) => wish === 'record')
  const recorded = others.find((other) => clashes(wanted, other))
  const other = recorded ?? waiting.find((one) => clashes(wanted, one))
  if (!other) return null
  await recordReading(tx, context, who, [{ userId, what: 'leave' }])
  return { ok: false, reason: recorded ? 'overlaps' : 'asked-already', other }
}

/** Up to today: of days ahead there are none. Travel and field work take nothing from any day. */
async function numberDaysOf(
  tx: Transaction,
  context: Context,
  { memberships, today }: LeaveTaker,
  { from, to, kind }: RecordedLeave,
): Promise<Temporal.PlainDate[]> {
  if (isTrip(kind)) return []
  const until = Temporal.PlainDate.compare(to, today) < 0 ? to : today
  return reportedDaysOf(tx, context, memberships, { from, to: until })
}

/** One's own past days are asked about where one would have worked on them in a team: only there something changes. */
async function hasToAsk(
  tx: Transaction,
  who: Person,
  { userId, memberships, today }: LeaveTaker,
  past: RecordedLeave,
): Promise<boolean> {
  if (who.userId !== userId || isTrip(past.kind)) return false
  const calendars = [...(await calendarsOf(tx, memberships, today)).values()]
  const days = past.from.until(past.to).days + 1
  const dates = Array.from({ length: days }, (_, index) => past.from.add({ days: index }))
  return dates.some((date) =>
    calendars.some((calendar) => workingFraction({ ...calendar, leave: [] }, date) > 0),
  )
}

export type LeaveCancelled =
  | LeaveDone
  | { ok: false; reason: 'not-allowed' | 'gone' | 'too-far-back' }
  | { ok: false; reason: 'asked-already' }

/**
 * A leave that has begun ends with yesterday: its past days stay, and are cancelled by themselves. `gone`: it was already
 * cancelled, or does not exist.
 */
export async function cancelLeave(context: Context, who: Person, leaveId: string): Promise<LeaveCancelled> {
  const { workspaceId } = who
  return context.db.transaction(async (tx): Promise<LeaveCancelled> => {
    const known = await loadLeave(tx, workspaceId, leaveId)
    if (!known || known.cancelled) return { ok: false, reason: 'gone' }
    const taker = await leaveTaker(tx, context, who, known.userId)
    if (!taker) return { ok: false, reason: 'not-allowed' }
    // Under the lock: it may have been cancelled or cut meanwhile.
    const found = await loadLeave(tx, workspaceId, leaveId)
    if (!found || found.cancelled) return { ok: false, reason: 'gone' }
    const { cancelled: _, ...leave } = found
    if (!isRecent(leave.to, taker.today)) return { ok: false, reason: 'too-far-back' }
    await recordReading(tx, context, who, [{ userId: leave.userId, what: 'leave' }])
    return cancelPart(tx, context, who, taker, leave)
  })
}

async function cancelPart(
  tx: Transaction,
  context: Context,
  who: Person,
  taker: LeaveTaker,
  leave: RecordedLeave,
): Promise<LeaveCancelled> {
  const { workspaceId, userId: byUserId } = who
  const { past, ahead } = splitAt(leave, taker.today)
  const toAsk = !ahead && (await hasToAsk(tx, who, taker, leave))
  const addressee = toAsk ? await whoIsAskedAboutLeave(tx, context, who, taker) : null
  const numberDays = past && !ahead ? await numberDaysOf(tx, context, taker, leave) : []
  if (addressee) {
    const waiting = await waitingLeaveOf(tx, workspaceId, [leave.userId])
    if (waiting.some((one) => one.leaveId === leave.leaveId)) return { ok: false, reason: 'asked-already' }
    await askAboutLeave(tx, context, who, { wish: 'cancel', leave, numberDays, taker, addressee })
    return { ok: true, leave, asked: { leave, userId: addressee.userId }, onlyAsked: true, numberDays }
  }
  const doing = { by: byUserId, at: context.clock.now() }
  const cut = past && ahead ? { past, ahead: { ...ahead, leaveId: crypto.randomUUID() } } : null
  if (cut) await saveSplitCancellation(tx, workspaceId, cut, doing)
  else await saveLeaveCancellation(tx, workspaceId, leave.leaveId, doing)
  const gone = cut ? cut.ahead : leave
  await afterLeaveChange(
    tx,
    context,
    { ...taker, workspaceId },
    { leave: gone, change: 'cancelled' },
    { byUserId, screen: SCREEN, auditOwn: toAsk },
  )
  await endPointlessLeave(tx, context, workspaceId, leave.userId)
  return { ok: true, leave: gone, asked: null, onlyAsked: false, numberDays }
}
