// Closes teams' check-ins: records who did not answer, completes the summary, and does what else the kind does then.
import { announce } from '../../core/changes.ts'
import type { MemberId } from '../../core/ids.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { type DueItem, type DueOutcome, planDueItems } from '../../schedule/db/due.ts'
import { done, skipped } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { type Prompted, promptedOn, recordCloses } from '../db/checkin-days.ts'
import { isAnswer } from '../domain/answered-day.ts'
import { type CardEndPlan, plansAtClose } from '../domain/card-end.ts'
import { messagesOnClose } from '../domain/checkin-messages.ts'
import { ownWindow } from '../domain/own-window.ts'
import { besideSummary } from './beside-summary.ts'
import { checkinChanged } from './changes.ts'
import type { ByCheckin, Checkin, CheckinEntry, Unanswered } from './checkin.ts'

/** What would happen later than this is left out. */
const LATE_HOURS = 12

export const closeCheckins =
  (byCheckin: ByCheckin): DueHandler =>
  async (tx, items, now, context) => {
    const outcomes: DueOutcome[] = []
    for (const { checkin, date, items: sameDate } of byCheckin(items)) {
      const { kind, atClose } = checkin
      const days = await loadTeamDays(tx, sameDate, date)
      const entries = await checkin.entriesOfTeams(tx, sameDate, date)
      const prompted = await promptedOn(tx, kind.name, sameDate, date)
      const drafts: MessageDraft[] = []
      const missed: Unanswered[] = []
      const ends: CardEndPlan[] = []
      const inTime: TeamDay[] = []
      for (const item of sameDate) {
        const day = days.get(item.teamId)
        if (!day) {
          outcomes.push(skipped(item, 'team-archived'))
          continue
        }
        const late = isLate(item, now)
        const closing = closeDay(checkin, day, entries, { prompted, closedAt: item.dueAt, late })
        missed.push(...closing.missed)
        drafts.push(...closing.drafts)
        ends.push(...closing.ends)
        if (!late && closing.isAsked) inTime.push(day)
        outcomes.push(late && atClose ? { ...done(item), reason: atClose.lateReason } : done(item))
      }
      await recordCloses(tx, kind.name, [...days.values()].map(refOf), now)
      await checkin.closeEntries(tx, missed)
      for (const day of days.values())
        await announce(tx, context, checkinChanged, {
          ...refOf(day),
          kind: kind.name,
          memberIds: missed
            .filter(({ teamId }) => teamId === day.team.teamId)
            .map(({ memberId }) => memberId),
        })
      await planDueItems(tx, ends)
      const beside = besideSummary(context, kind.name, [...days.values()].map(refOf))
      await enqueueMessage(tx, context, [...drafts, ...beside])
      await atClose?.run(tx, context, inTime)
    }
    return outcomes
  }

const refOf = ({ team, date }: TeamDay) => ({ workspaceId: team.workspaceId, teamId: team.teamId, date })

export const answeredOf = (entries: readonly CheckinEntry[]): ReadonlySet<MemberId> =>
  new Set(entries.filter(isAnswer).map(({ memberId }) => memberId))

function isLate(item: DueItem, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, item.dueAt.add({ hours: LATE_HOURS })) > 0
}

/**
 * Who was never prompted, because the bot was down or half a day was off, is excused rather than missed. Members whose
 * own close came before the team's were told then. The channel gets no summary of a check-in without answers that
 * nobody was expected at, or that closed long ago.
 */
function closeDay(
  { kind, messages }: Checkin,
  day: TeamDay,
  entries: readonly CheckinEntry[],
  { prompted, closedAt, late }: { prompted: Prompted; closedAt: Temporal.Instant; late: boolean },
): { missed: Unanswered[]; drafts: MessageDraft[]; ends: CardEndPlan[]; isAsked: boolean } {
  const { team, date } = day
  const answered = answeredOf(entries)
  const wasSent = prompted.prompted.union(prompted.reminded)
  const members = day.members.flatMap((of) => {
    const own = ownWindow(kind, day.settings, of, date)
    return own ? [{ of, own, isIn: answered.has(of.member.memberId) }] : []
  })
  const missed = members
    .filter(({ own, isIn }) => own.works && !isIn)
    .map(({ of: { member }, own }): Unanswered => {
      const expected = own.asked && wasSent.has(member.memberId)
      return { ...member, date, state: expected ? 'missed' : 'excused' }
    })
  const closing = members.filter(({ own }) => Temporal.Instant.compare(own.window.closeAt, closedAt) >= 0)
  const closed = closing.map(({ of }) => of)
  const ends = plansAtClose(kind, day, closed, { answered, prompted: prompted.prompted })
  const cards = closing
    .filter(({ isIn }) => !isIn)
    .flatMap(({ of: { member } }) => messagesOnClose(messages, { ...member, date }, prompted))
  const untold =
    members.every(({ isIn }) => !isIn) && (late || missed.every(({ state }) => state === 'excused'))
  // What else the kind does waits for the next working day where all are off since.
  const isAsked = members.some(({ own }) => own.asked)
  return { missed, drafts: untold ? cards : [...cards, messages.summary(team, date)], ends, isAsked }
}
