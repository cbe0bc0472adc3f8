// Puts a member's prompt off at their wish: one reminder in 15 minutes, in one transaction with the prompt that says so.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { CheckinWindow } from '../../org/domain/checkin-window.ts'
import type { Member } from '../../org/domain/team.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { planDueItems } from '../../schedule/db/due.ts'
import { recordSnooze } from '../db/checkin-days.ts'
import type { CheckinState } from '../domain/member-day.ts'
import { snoozePlan, snoozeUntil } from '../domain/snooze.ts'
import type { Checkin } from './checkin.ts'

/** A member's check-in of a date, as its prompt stands. */
export interface PromptedDay {
  member: Member
  date: Temporal.PlainDate
  state: CheckinState
  asked: boolean
  zone: string
  window: CheckinWindow
  snoozedUntil: Temporal.Instant | null
}

export type SnoozeOutcome =
  | { ok: true }
  | { ok: false; reason: 'not-a-member' | 'not-open' }
  | { ok: false; reason: 'closes-soon'; closeAt: Temporal.Instant; zone: string }

/** A second press, and one on a check-in that is answered or not needed by now, change nothing. */
export async function snoozeDay(
  tx: Transaction,
  context: Context,
  { kind, messages }: Pick<Checkin, 'kind' | 'messages'>,
  { member, date, state, asked, zone, window, snoozedUntil }: PromptedDay,
): Promise<SnoozeOutcome> {
  const now = context.clock.now()
  if (!isNeeded({ state, asked }) || snoozedUntil) return { ok: true }
  if (state !== 'due') return { ok: false, reason: 'not-open' }
  const until = snoozeUntil(window, now)
  if (!until) return { ok: false, reason: 'closes-soon', closeAt: window.closeAt, zone }
  const of = { ...member, date }
  if (!(await recordSnooze(tx, kind.name, of, until))) return { ok: true }
  await planDueItems(tx, [snoozePlan(kind, of, until)])
  await enqueueMessage(tx, context, [messages.card(of)])
  return { ok: true }
}

/** False: it is answered, or the member is off: its prompt says so itself. */
export const isNeeded = ({ state, asked }: Pick<PromptedDay, 'state' | 'asked'>): boolean =>
  asked && state !== 'answered' && state !== 'late' && state !== 'excused'
