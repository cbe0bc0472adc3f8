// Reminds owners in the morning of their working day of what is due or overdue: at most one message a day.
import type { Transaction } from '../../core/db/client.ts'
import { settingsOfTeamsNow } from '../../org/db/settings.ts'
import { loadTeams } from '../../org/db/teams.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { type DueItem, type DuePlan, planDueItems } from '../../schedule/db/due.ts'
import { done, skipped, tooLate } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { dueActionsOf } from '../db/action-items.ts'
import type { ActionItem } from '../domain/action-item.ts'
import { dueMessage } from '../domain/messages.ts'
import { isForToday } from '../domain/overdue.ts'
import { planOwnerMorning, REMINDER_LATE_HOURS } from '../domain/plan-reminders.ts'
import { type KnownOwnerDay, loadOwnerDays } from './owner-days.ts'
import { handBack } from './pass-on.ts'

export const remindOwners: DueHandler = async (tx, items, now, context) => {
  const isLate = ({ dueAt }: DueItem) =>
    Temporal.Instant.compare(now, dueAt.add({ hours: REMINDER_LATE_HOURS })) > 0
  const teams = await loadTeams(
    tx,
    items.filter((item) => !isLate(item)),
  )
  const active = [...teams.values()].filter(({ archivedAt }) => archivedAt === null)
  const settings = await settingsOfTeamsNow(tx, active, now)
  await handBack(tx, context, active)
  const due = await dueActionsOf(tx, active, now.toZonedDateTimeISO('+14:00').toPlainDate())
  const { messages, later } = await remindersFor(
    tx,
    due,
    now,
    (teamId) => settings.get(teamId)?.workingHours.from,
  )
  await enqueueMessage(tx, context, messages)
  await planDueItems(tx, later)
  return items.map((item) => {
    if (isLate(item)) return tooLate(item, `more than ${REMINDER_LATE_HOURS} h after it was due`)
    return active.some(({ teamId }) => teamId === item.teamId) ? done(item) : skipped(item, 'team-archived')
  })
}

/** For whom the day has not begun is planned for when it does: the owner may live where nobody of the team does. */
async function remindersFor(
  tx: Transaction,
  actions: readonly ActionItem[],
  now: Temporal.Instant,
  beginsAt: (teamId: string) => string | undefined,
): Promise<{ messages: MessageDraft[]; later: DuePlan[] }> {
  const days = await loadOwnerDays(tx, actions, now)
  const [messages, later]: [MessageDraft[], DuePlan[]] = [[], []]
  for (const action of actions) {
    const day = days.of(action)
    const { workspaceId, teamId, ownerUserId: userId } = action
    const from = beginsAt(teamId)
    if (!day || !from || day.deactivated || !isForToday(day.calendar, action.dueOn, day.today)) continue
    if (hasBegun(day, from, now)) messages.push(dueMessage({ workspaceId, userId }, day.today))
    else later.push({ ...planOwnerMorning(teamId, day, from), workspaceId, teamId })
  }
  return { messages, later }
}

const hasBegun = ({ zone }: KnownOwnerDay, from: string, now: Temporal.Instant): boolean =>
  Temporal.PlainTime.compare(now.toZonedDateTimeISO(zone).toPlainTime(), from) >= 0
