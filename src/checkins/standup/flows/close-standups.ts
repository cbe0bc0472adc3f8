// Closes teams' standups: records who did not answer, completes the summary, and posts the day's board.

import { postDayBoard } from '../../../boards/flows/post-board.ts'
import { announce } from '../../../core/changes.ts'
import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import type { MemberId } from '../../../core/ids.ts'
import { teamNumbersDate } from '../../../numbers/domain/numbers-day.ts'
import { windowOf } from '../../../org/domain/checkin-window.ts'
import { isAskedOn, type TeamDay, worksOn } from '../../../org/domain/team-day.ts'
import { loadTeamDays } from '../../../org/flows/load-team-days.ts'
import type { MessageDraft } from '../../../outbox/domain/message.ts'
import { enqueueMessage } from '../../../outbox/flows/enqueue-message.ts'
import { type DueItem, type DueOutcome, planDueItems } from '../../../schedule/db/due.ts'
import { byDate, done, skipped } from '../../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../../schedule/flows/run-due.ts'
import { type Prompted, promptedOn, recordCloses } from '../../db/checkin-days.ts'
import { messagesOnClose } from '../../domain/checkin-messages.ts'
import { besideSummary } from '../../flows/beside-summary.ts'
import { checkinChanged } from '../../flows/changes.ts'
import { closeEntries, entriesOfTeams, type Unanswered } from '../db/standups.ts'
import { type CardEndPlan, plansAtClose } from '../domain/card-end.ts'
import type { StandupEntry } from '../domain/standup-facts.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'
import { STANDUP_MESSAGES } from '../domain/standup-messages.ts'

/** A board that would be posted later than this is left out. */
const BOARD_LATE_HOURS = 12

export const closeStandups: DueHandler = async (tx, items, now, context) => {
  const outcomes: DueOutcome[] = []
  for (const { date, items: sameDate } of byDate(items)) {
    const days = await loadTeamDays(tx, sameDate, date)
    const entries = await entriesOfTeams(tx, sameDate, date)
    const prompted = await promptedOn(tx, STANDUP_KIND.name, sameDate, date)
    const drafts: MessageDraft[] = []
    const missed: Unanswered[] = []
    const ends: CardEndPlan[] = []
    for (const item of sameDate) {
      const day = days.get(item.teamId)
      if (!day) {
        outcomes.push(skipped(item, 'team-archived'))
        continue
      }
      const closing = closeDay(day, entries, prompted, item.dueAt, isLate(item, now))
      missed.push(...closing.missed)
      drafts.push(...closing.drafts)
      ends.push(...closing.ends)
      outcomes.push(isLate(item, now) ? { ...done(item), reason: 'board-too-late' } : done(item))
    }
    await recordCloses(tx, STANDUP_KIND.name, [...days.values()].map(refOf), now)
    await closeEntries(tx, missed)
    for (const day of days.values())
      await announce(tx, context, checkinChanged, {
        ...refOf(day),
        kind: STANDUP_KIND.name,
        memberIds: missed.filter(({ teamId }) => teamId === day.team.teamId).map(({ memberId }) => memberId),
      })
    await planDueItems(tx, ends)
    await enqueueMessage(tx, context, [...drafts, ...besideSummary(context, [...days.values()].map(refOf))])
    await postBoards(
      tx,
      context,
      sameDate.filter((item) => !isLate(item, now)),
      days,
    )
  }
  return outcomes
}

const refOf = ({ team, date }: TeamDay) => ({ workspaceId: team.workspaceId, teamId: team.teamId, date })

export const answeredOf = (entries: readonly StandupEntry[]): ReadonlySet<MemberId> =>
  new Set(
    entries.filter(({ state }) => state === 'answered' || state === 'late').map(({ memberId }) => memberId),
  )

function isLate(item: DueItem, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, item.dueAt.add({ hours: BOARD_LATE_HOURS })) > 0
}

/**
 * Who was never prompted, because the bot was down or half a day was off, is excused rather than missed. Members whose
 * own close came before the team's were told then. The channel gets no summary of a standup without answers that
 * nobody was expected at, or that closed long ago.
 */
function closeDay(
  day: TeamDay,
  entries: readonly StandupEntry[],
  prompted: Prompted,
  closedAt: Temporal.Instant,
  late: boolean,
): { missed: Unanswered[]; drafts: MessageDraft[]; ends: CardEndPlan[] } {
  const { team, date } = day
  const answered = answeredOf(entries)
  const wasSent = prompted.prompted.union(prompted.reminded)
  const silent = day.members.filter(({ member }) => !answered.has(member.memberId))
  const missed = silent
    .filter((of) => worksOn(of, date))
    .map((of): Unanswered => {
      const expected = isAskedOn(day, of) && wasSent.has(of.member.memberId)
      return { ...of.member, date, state: expected ? 'missed' : 'excused' }
    })
  const closing = day.members.filter(
    (of) => Temporal.Instant.compare(windowOf(day.settings, of, date).closeAt, closedAt) >= 0,
  )
  const ends = plansAtClose(day, closing, { answered, prompted: prompted.prompted })
  const cards = closing
    .filter(({ member }) => !answered.has(member.memberId))
    .flatMap(({ member }) => messagesOnClose(STANDUP_MESSAGES, { ...member, date }, prompted))
  const anyAnswer = day.members.some(({ member }) => answered.has(member.memberId))
  const untold = !anyAnswer && (late || missed.every(({ state }) => state === 'excused'))
  return { missed, drafts: untold ? cards : [...cards, STANDUP_MESSAGES.summary(team, date)], ends }
}

async function postBoards(
  tx: Transaction,
  context: Context,
  items: readonly DueItem[],
  days: ReadonlyMap<string, TeamDay>,
): Promise<void> {
  for (const { workspaceId, teamId, date } of items) {
    const day = days.get(teamId)
    if (!day) continue
    const ranked = teamNumbersDate(day.settings, day.calendar, date)
    await postDayBoard(tx, context, { workspaceId, teamId, date: ranked })
  }
}
