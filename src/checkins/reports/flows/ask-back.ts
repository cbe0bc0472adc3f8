// Asks a member back about their report, which opens it again for them, or takes the question back.
import type { Context } from '../../../core/context.ts'
import type { MemberId, TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { membersOn } from '../../../org/db/members.ts'
import { lockTeam } from '../../../org/db/teams.ts'
import { may } from '../../../org/domain/permissions.ts'
import { actorOf } from '../../../org/flows/actor.ts'
import { editOf } from '../../../outbox/domain/message.ts'
import { enqueueMessage } from '../../../outbox/flows/enqueue-message.ts'
import { planDueItems } from '../../../schedule/db/due.ts'
import { saveReviews } from '../../db/reviews.ts'
import { mayReviewAnswers } from '../../domain/permissions.ts'
import { besideSummary } from '../../flows/beside-summary.ts'
import { questionOf, saveQuestion } from '../db/questions.ts'
import { nextQuestion, untilOn, untilProblem } from '../domain/question.ts'
import { questionEdits, questionMessage, reportMessages } from '../domain/report-messages.ts'
import { loadReport } from './load-report.ts'
import { questionOverPlan } from './question-over.ts'

export interface AskedBack {
  teamId: TeamId
  /** The name of the kind of report. */
  name: string
  date: Temporal.PlainDate
  memberId: MemberId
  /** Of the report, as it was seen: whoever asks has read it. */
  revision: number
  /** Empty: takes the question back. */
  question: string
  /** The last day on which the report is open for it. */
  on: Temporal.PlainDate
}

export type AskBackOutcome =
  | { ok: true }
  /** `no-report`: nobody of the team but the reader is asked for it. `open`: its close is still to come. */
  | { ok: false; reason: 'not-allowed' | 'no-report' | 'open' | 'past' | 'far' }

export async function askBack(context: Context, who: Person, asked: AskedBack): Promise<AskBackOutcome> {
  const { teamId, name, date, memberId, question, on } = asked
  const { workspaceId, userId } = who
  const now = context.clock.now()
  return context.db.transaction(async (tx): Promise<AskBackOutcome> => {
    const ref = { workspaceId, teamId }
    if (!may(await actorOf(tx, who, now), mayReviewAnswers, ref)) return { ok: false, reason: 'not-allowed' }
    await lockTeam(tx, ref)
    const members = await membersOn(tx, workspaceId, teamId, date)
    const member = members.find((one) => one.memberId === memberId && one.userId !== userId)
    const day = member && (await loadReport(tx, member, { name, date }, now))
    if (!member || !day || member.leftOn !== null || !['answered', 'late', 'missed'].includes(day.state))
      return { ok: false, reason: 'no-report' }
    if (Temporal.Instant.compare(now, day.window.closeAt) < 0) return { ok: false, reason: 'open' }
    const until = untilOn(on, day.window.closeAt, day.zone)
    const problem = question === '' ? null : untilProblem(until, now)
    if (problem) return { ok: false, reason: problem }
    const of = { ...member, date }
    const before = await questionOf(tx, { workspaceId, memberId, kind: name, date })
    const next = nextQuestion(before, {
      ...{ workspaceId, memberId, kind: name, date, teamId, askedBy: userId, askedAt: now, until },
      question: question === '' ? null : question,
    })
    if (!next) return { ok: true }
    await saveQuestion(tx, next)
    const { revision = 0 } = day.entry ?? {}
    const readRevision = Math.min(asked.revision, revision)
    if (readRevision > 0)
      await saveReviews(tx, [
        { workspaceId, memberId, kind: name, date, teamId, readBy: userId, readAt: now, readRevision },
      ])
    if (next.question !== null) await planDueItems(tx, [questionOverPlan(next)])
    await enqueueMessage(tx, context, [
      ...questionEdits(of, next),
      ...(next.question === null ? [] : [questionMessage(of, next)]),
      editOf(reportMessages(name).card(of)),
      ...besideSummary(context, name, [{ ...ref, date }]),
    ])
    return { ok: true }
  })
}
