// Reminds owners in the morning of their working day of what is due or overdue: at most one message a day.
import type { Transaction } from '../../core/db/client.ts'
import { settingsOfTeamsNow } from '../../org/db/settings.ts'
import { loadTeams } from '../../org/db/teams.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DueItem } from '../../schedule/db/due.ts'
import { done, skipped, tooLate } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { dueActionsOf } from '../db/action-items.ts'
import type { ActionItem } from '../domain/action-item.ts'
import { dueMessage } from '../domain/messages.ts'
import { isForToday } from '../domain/overdue.ts'
import { REMINDER_LATE_HOURS } from '../domain/plan-reminders.ts'
import { type KnownOwnerDay, loadOwnerDays } from './owner-days.ts'

export const remindOwners: DueHandler = async (tx, items, now, context) => {
  const isLate = ({ dueAt }: DueItem) =>
    Temporal.Instant.compare(now, dueAt.add({ hours: REMINDER_LATE_HOURS })) > 0
  const teams = await loadTeams(
    tx,
    items.filter((item) => !isLate(item)),
  )
  const active = [...teams.values()].filter(({ archivedAt }) => archivedAt === null)
  const settings = await settingsOfTeamsNow(tx, active, now)
  const due = await dueActionsOf(tx, active, now.toZonedDateTimeISO('+14:00').toPlainDate())
  await enqueueMessage(
    tx,
    context,
    await remindersFor(tx, due, now, (teamId) => settings.get(teamId)?.workingHours.from),
  )
  return items.map((item) => {
    if (isLate(item)) return tooLate(item, `more than ${REMINDER_LATE_HOURS} h after it was due`)
    return active.some(({ teamId }) => teamId === item.teamId) ? done(item) : skipped(item, 'team-archived')
  })
}

/** Only for whom the day has begun: others follow when it is morning in their zone. */
async function remindersFor(
  tx: Transaction,
  actions: readonly ActionItem[],
  now: Temporal.Instant,
  beginsAt: (teamId: string) => string | undefined,
): Promise<MessageDraft[]> {
  const days = await loadOwnerDays(tx, actions, now)
  return actions.flatMap((action): MessageDraft[] => {
    const day = days.of(action)
    const from = beginsAt(action.teamId)
    if (!day || !from || day.deactivated || !hasBegun(day, from, now)) return []
    const { workspaceId, ownerUserId: userId } = action
    return isForToday(day.calendar, action.dueOn, day.today)
      ? [dueMessage({ workspaceId, userId }, day.today)]
      : []
  })
}

const hasBegun = ({ zone }: KnownOwnerDay, from: string, now: Temporal.Instant): boolean =>
  Temporal.PlainTime.compare(now.toZonedDateTimeISO(zone).toPlainTime(), from) >= 0
