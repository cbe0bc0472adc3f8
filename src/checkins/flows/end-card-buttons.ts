// Edits members' cards whose button has ended: a few in each minute, so that they hold up no other edit of the workspace.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { MemberId, WorkspaceId } from '../../core/ids.ts'
import type { DayMember, TeamDay } from '../../org/domain/team-day.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage, keptMessages } from '../../outbox/flows/enqueue-message.ts'
import { type DueItem, type DueOutcome, planDueItems } from '../../schedule/db/due.ts'
import { done, skipped } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { promptedOn } from '../db/checkin-days.ts'
import { CARDS_A_MINUTE, type CardEnd, cardEndPlan, endOf, endsThen } from '../domain/card-end.ts'
import type { CheckinKind } from '../domain/checkin-kind.ts'
import { ownWindow } from '../domain/own-window.ts'
import type { ByCheckin } from './checkin.ts'
import { answeredOf } from './close-checkins.ts'

/** Runs however late: a card shows what holds when it is edited. */
export const endCardButtons =
  (byCheckin: ByCheckin, step: CardEnd): DueHandler =>
  async (tx, items, now, context) => {
    const outcomes: DueOutcome[] = []
    const drafts: MessageDraft[] = []
    const left = new Map<WorkspaceId, number>()
    for (const { checkin, date, items: sameDate } of byCheckin(items)) {
      const { kind, messages } = checkin
      const days = await loadTeamDays(tx, sameDate, date)
      const answered = answeredOf(await checkin.entriesOfTeams(tx, sameDate, date))
      const { prompted } = await promptedOn(tx, kind.name, sameDate, date)
      for (const item of sameDate) {
        const day = days.get(item.teamId)
        outcomes.push(day ? done(item) : skipped(item, 'team-archived'))
        if (!day) continue
        const waiting = cardsOf(kind, day, item, step, { answered, prompted })
        const few = waiting.slice(0, left.get(item.workspaceId) ?? CARDS_A_MINUTE)
        left.set(item.workspaceId, (left.get(item.workspaceId) ?? CARDS_A_MINUTE) - few.length)
        drafts.push(...few.map(({ member }) => messages.card({ ...member, date })))
        if (few.length < waiting.length) await goOnLater(tx, kind, day, item, step, few.at(-1), now)
      }
    }
    await enqueueKept(tx, context, drafts)
    return outcomes
  }

/** By member, from where the item goes on. */
function cardsOf(
  kind: CheckinKind,
  day: TeamDay,
  { dueKey, memberId: after }: DueItem,
  step: CardEnd,
  { answered, prompted }: Record<'answered' | 'prompted', ReadonlySet<MemberId>>,
): DayMember[] {
  return day.members
    .filter((of) => {
      const { memberId } = of.member
      const has = answered.has(memberId)
      if (!has && !prompted.has(memberId)) return false
      const own = ownWindow(kind, day.settings, of, day.date)
      return own !== null && endsThen(step, endOf(kind, dueKey), own.window, has)
    })
    .sort((one, other) => (one.member.memberId < other.member.memberId ? -1 : 1))
    .filter(({ member }) => after === null || member.memberId > after)
}

async function goOnLater(
  tx: Transaction,
  kind: CheckinKind,
  day: TeamDay,
  item: DueItem,
  step: CardEnd,
  last: DayMember | undefined,
  now: Temporal.Instant,
): Promise<void> {
  const after = last?.member.memberId ?? item.memberId
  const dueAt = now.add({ minutes: 1 })
  // None of this team had its turn: the same key would be settled with this item.
  const plan = cardEndPlan(kind, day, step, { end: endOf(kind, item.dueKey), dueAt, after })
  const dueKey = last ? plan.dueKey : `${plan.dueKey}:${dueAt.epochMilliseconds}`
  await planDueItems(tx, [{ ...plan, dueKey }])
}

async function enqueueKept(
  tx: Transaction,
  context: Context,
  drafts: readonly MessageDraft[],
): Promise<void> {
  await enqueueMessage(tx, context, await keptMessages(tx, drafts))
}
