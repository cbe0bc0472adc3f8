// Loads what a member's reminder shows: the close that is near, or that it is no longer needed.
import type { Queryable } from '../../../../core/db/client.ts'
import { identityOf } from '../../../../org/domain/team-names.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { nudgedBy } from '../../../db/checkin-days.ts'
import { reminderPhase } from '../../../domain/card-phase.ts'
import type { StandupNudgeFacts, StandupReminderFacts } from '../../domain/message-facts.ts'
import { STANDUP_KIND } from '../../domain/standup-kind.ts'
import { loadDayOfMessage } from './day-of-message.ts'

/** Null: no reminder was sent, and none is needed any more. */
export async function loadStandupReminder(
  db: Queryable,
  message: Message<'standup-reminder' | 'standup-nudge'>,
  now: Temporal.Instant,
): Promise<StandupReminderFacts | null> {
  const day = await loadDayOfMessage(db, message, now)
  if (!day) return null
  if (!(day.asked && day.state === 'due') && message.ts === null) return null
  return {
    kind: 'standup-reminder',
    teamId: day.team.teamId,
    ...identityOf(day.team, day.settings),
    date: day.date,
    closeAt: day.window.closeAt,
    zone: day.zone,
    phase: reminderPhase(day.state, day.asked),
  }
}

/** Null: nobody asked for the answer. */
export async function loadStandupNudge(
  db: Queryable,
  message: Message<'standup-nudge'>,
  now: Temporal.Instant,
): Promise<StandupNudgeFacts | null> {
  const { workspaceId, subject } = message
  const { memberId, date } = subject
  const of = { workspaceId, memberId, date: Temporal.PlainDate.from(date) }
  const byUserId = await nudgedBy(db, STANDUP_KIND.name, of)
  const facts = byUserId && (await loadStandupReminder(db, message, now))
  return facts && { ...facts, kind: 'standup-nudge', byUserId }
}
