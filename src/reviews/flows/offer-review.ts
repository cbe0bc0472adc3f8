// Offers whoever leads a team the review of the month, and of the quarter, that is over.

import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { periodOf } from '../../numbers/domain/period.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { activeMembers, membersBetween } from '../../org/db/members.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { leadersNow } from '../../org/flows/leaders-now.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { Message } from '../../outbox/flows/message-kind.ts'
import type { DueItem, DueOutcome } from '../../schedule/db/due.ts'
import { done, skipped } from '../../schedule/flows/due-batch.ts'
import { oneByOne } from '../../schedule/flows/one-by-one.ts'
import { offerMessage, type ReviewOfferFacts } from '../domain/agenda.ts'
import { MEETINGS, meetingOn } from '../domain/meeting.ts'

/** Later the manager has looked for it. */
const MAX_LATE_DAYS = 3

export const offerReviews = oneByOne(24 * MAX_LATE_DAYS, offerOne)

async function offerOne(
  tx: Transaction,
  item: DueItem,
  now: Temporal.Instant,
  context: Context,
): Promise<DueOutcome> {
  const { workspaceId, teamId, date } = item
  const team = await loadTeam(tx, workspaceId, teamId)
  if (!team || team.archivedAt) return skipped(item, 'team-archived')
  if ((await activeMembers(tx, team)).length === 0) return skipped(item, 'nobody-reports')
  const leader = (await leadersNow(tx, [team], now)).get(teamId)
  if (!leader) return skipped(item, 'nobody-leads')
  const yearStarts = await fiscalYearStart(tx, workspaceId)
  const drafts: MessageDraft[] = []
  for (const { period } of MEETINGS.filter(({ offered }) => offered)) {
    const { from } = periodOf(period, date, 1, yearStarts)
    const over = periodOf(period, from.subtract({ days: 1 }), 1, yearStarts)
    // A quarter is over only where it ended with the month before the date's.
    if (from.month !== date.month) continue
    // A team that was set up since has nothing to look back on.
    if ((await membersBetween(tx, [team], over.from, over.to)).length === 0) continue
    drafts.push(offerMessage({ workspaceId, teamId, period, from: over.from }, leader))
  }
  await enqueueMessage(tx, context, drafts)
  return drafts.length > 0 ? done(item) : skipped(item, 'nobody-reports')
}

/** Null: the team is gone. */
export async function loadReviewOffer(
  db: Queryable,
  { workspaceId, teamId, subject }: Message<'review-offer'>,
  now: Temporal.Instant,
): Promise<ReviewOfferFacts | null> {
  const team = teamId ? await loadTeam(db, workspaceId, teamId) : null
  const settings = team && (await settingsNow(db, team, now))
  const meeting = meetingOn(subject.period)
  if (!team || team.archivedAt || !settings || !meeting) return null
  const from = Temporal.PlainDate.from(subject.from)
  const yearStarts = await fiscalYearStart(db, workspaceId)
  const period = periodOf(subject.period, from, weekStart(settings.workDays), yearStarts)
  return { kind: 'review-offer', teamId: team.teamId, meeting, team: identityOf(team, settings), period }
}
