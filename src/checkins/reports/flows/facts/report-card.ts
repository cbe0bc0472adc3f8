// Loads what a member's card of a report shows: the prompt with what is known, and then what was reported.
import type { Queryable } from '../../../../core/db/client.ts'
import { dayTotals } from '../../../../numbers/db/totals.ts'
import { enteredMetrics } from '../../../../numbers/domain/metrics.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { nudgedBy } from '../../../db/checkin-days.ts'
import { reviewsOf } from '../../../db/reviews.ts'
import { cardPhase, reminderPhase } from '../../../domain/card-phase.ts'
import { reviewState } from '../../../domain/review.ts'
import { requestsOfReport, requestsOfTeam } from '../../db/support-requests.ts'
import type {
  ReportCardFacts,
  ReportNudgeFacts,
  ReportQuestionFacts,
  ReportReceipt,
  ReportReminderFacts,
} from '../../domain/message-facts.ts'
import { questionPhase } from '../../domain/question.ts'
import { filingOf, isReopened, type ReportDay } from '../../domain/report.ts'
import { reportOfRequest, requestsPrefix } from '../../domain/support.ts'
import { loadKnownWeek } from '../known-week.ts'
import { loadReportOfMember } from '../load-report.ts'
import { targetsOf } from '../open-report.ts'

const dayOf = (
  db: Queryable,
  { workspaceId, subject }: Message<'report-card' | 'report-reminder' | 'report-nudge' | 'report-question'>,
  now: Temporal.Instant,
): Promise<ReportDay | null> => {
  const { checkin: name, memberId, date } = subject
  return loadReportOfMember(db, { workspaceId, memberId }, { name, date: Temporal.PlainDate.from(date) }, now)
}

const commonOf = ({ team, settings, definition, date, window, zone }: ReportDay) => ({
  ...{ teamId: team.teamId, teamName: settings.name, channelId: team.channelId },
  ...{ managerUserId: team.managerUserId, definition, date, closeAt: window.closeAt, zone },
})

/** Null: the member left, the team no longer has it, or the prompt was no longer needed before it was sent. */
export async function loadReportCard(
  db: Queryable,
  message: Message<'report-card'>,
  now: Temporal.Instant,
): Promise<ReportCardFacts | null> {
  const day = await dayOf(db, message, now)
  if (!day) return null
  const phase = cardPhase(day.state, day.asked, filingOf(day, now))
  if (phase !== 'receipt' && phase !== 'prompt' && message.ts === null) return null
  return reportCard(db, day, now)
}

export async function reportCard(
  db: Queryable,
  day: ReportDay,
  now: Temporal.Instant,
): Promise<ReportCardFacts> {
  const phase = cardPhase(day.state, day.asked, filingOf(day, now))
  return {
    ...{ kind: 'report-card', ...commonOf(day), phase, snoozedUntil: day.snoozedUntil },
    receipt: phase === 'receipt' ? await receiptOf(db, day, now) : null,
    known:
      phase === 'prompt'
        ? {
            ...(await loadKnownWeek(db, day, now)),
            ...{ targets: await targetsOf(db, day, now), support: await openRequestsOf(db, day) },
          }
        : null,
  }
}

/** Those of any week that nobody has done yet. */
async function openRequestsOf(db: Queryable, { definition, member, name, date }: ReportDay) {
  if (!definition.sections.some(({ support }) => support)) return []
  const requests = await requestsOfTeam(db, member, name, date)
  return requests.filter(
    ({ state, reference }) => state === 'open' && reportOfRequest(reference)?.memberId === member.memberId,
  )
}

async function receiptOf(db: Queryable, day: ReportDay, now: Temporal.Instant): Promise<ReportReceipt> {
  const { workspaceId, memberId, leftOn } = day.member
  const entry = day.entry!
  const totals = entry.numbersDate ? await dayTotals(db, workspaceId, memberId, entry.numbersDate) : {}
  const review = (await reviewsOf(db, day.name, workspaceId, [memberId], day.date)).get(memberId)
  return {
    ...{ late: entry.state === 'late', sections: entry.sections, numbersDate: entry.numbersDate },
    numbers: enteredMetrics(day.metrics).flatMap((metric) => {
      const total = totals[metric.key]
      return total ? [{ metric, value: total.value }] : []
    }),
    support: await requestsOfReport(db, day.member, requestsPrefix(day.name, day.date, memberId)),
    editable: leftOn === null && filingOf(day, now).ok,
    reopenedUntil: leftOn === null && isReopened(day, now) ? day.question!.until : null,
    read: review ? { byUserId: review.readBy, changed: reviewState(review, entry) === 'changed' } : null,
  }
}

/** Null: no reminder was sent, and none is needed any more. */
export async function loadReportReminder(
  db: Queryable,
  message: Message<'report-reminder' | 'report-nudge'>,
  now: Temporal.Instant,
): Promise<ReportReminderFacts | null> {
  const day = await dayOf(db, message, now)
  if (!day || (!(day.asked && day.state === 'due') && message.ts === null)) return null
  return { kind: 'report-reminder', ...commonOf(day), phase: reminderPhase(day.state, day.asked) }
}

/** Null: nobody asked for the report. */
export async function loadReportNudge(
  db: Queryable,
  message: Message<'report-nudge'>,
  now: Temporal.Instant,
): Promise<ReportNudgeFacts | null> {
  const { workspaceId, subject } = message
  const { checkin, memberId, date } = subject
  const of = { workspaceId, memberId, date: Temporal.PlainDate.from(date) }
  const byUserId = await nudgedBy(db, checkin, of)
  const facts = byUserId && (await loadReportReminder(db, message, now))
  return facts && { ...facts, kind: 'report-nudge', byUserId }
}

/** Null: it was taken back, replaced or answered before it was sent. */
export async function loadReportQuestion(
  db: Queryable,
  message: Message<'report-question'>,
  now: Temporal.Instant,
): Promise<ReportQuestionFacts | null> {
  const day = await dayOf(db, message, now)
  const asked = day?.question
  if (!day || !asked) return null
  const phase = questionPhase(asked, message.subject.version, now)
  if (phase !== 'open' && message.ts === null) return null
  return {
    ...{ kind: 'report-question', ...commonOf(day), phase, byUserId: asked.askedBy, until: asked.until },
    question: phase === 'gone' || phase === 'replaced' ? '' : (asked.question ?? ''),
    reply: phase === 'answered' ? (asked.reply ?? '') : '',
  }
}
