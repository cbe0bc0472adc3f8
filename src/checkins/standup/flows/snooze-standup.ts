// Puts a prompt off at its member's wish: one reminder in 15 minutes, in one transaction with the prompt that says so.
import type { Context } from '../../../core/context.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { enqueueMessage } from '../../../outbox/flows/enqueue-message.ts'
import { planDueItems } from '../../../schedule/db/due.ts'
import { recordSnooze } from '../../db/checkin-days.ts'
import { lockedFacts } from '../db/standup-facts.ts'
import { snoozePlan, snoozeUntil } from '../domain/snooze.ts'
import { mayFile, standupDayOf } from '../domain/standup-day.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'
import { STANDUP_MESSAGES } from '../domain/standup-messages.ts'

export type SnoozeOutcome =
  | { ok: true }
  | { ok: false; reason: 'not-a-member' | 'not-open' }
  | { ok: false; reason: 'closes-soon'; closeAt: Temporal.Instant; zone: string }

/** A second press, and one on a standup that is answered or not needed by now, change nothing. */
export async function snoozeStandup(
  context: Context,
  who: Person,
  { teamId, date }: { teamId: TeamId; date: Temporal.PlainDate },
): Promise<SnoozeOutcome> {
  const now = context.clock.now()
  const { workspaceId, userId } = who
  return context.db.transaction(async (tx): Promise<SnoozeOutcome> => {
    const facts = await lockedFacts(tx, { workspaceId, userId, teamId, date })
    if (!facts || !mayFile(who, facts.member)) return { ok: false, reason: 'not-a-member' }
    const day = standupDayOf(facts, who, now)
    const { state, asked, zone, window } = day
    if (state === 'answered' || state === 'late' || state === 'excused' || !asked || day.snoozedUntil)
      return { ok: true }
    if (state !== 'due') return { ok: false, reason: 'not-open' }
    const until = snoozeUntil(window, now)
    if (!until) return { ok: false, reason: 'closes-soon', closeAt: window.closeAt, zone }
    const of = { ...day.member, date }
    if (!(await recordSnooze(tx, STANDUP_KIND.name, of, until))) return { ok: true }
    await planDueItems(tx, [snoozePlan(of, date, until)])
    await enqueueMessage(tx, context, [STANDUP_MESSAGES.card(of)])
    return { ok: true }
  })
}
