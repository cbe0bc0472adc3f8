// Takes a member's report in one transaction: lock the member, load, decide, save, and enqueue what changes.
import { announce } from '../../../core/changes.ts'
import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import { numbersChanged } from '../../../numbers/flows/changes.ts'
import { recordDay } from '../../../numbers/flows/record-activity.ts'
import { withUsualAmounts } from '../../../numbers/flows/usual-amounts.ts'
import { enqueueMessage } from '../../../outbox/flows/enqueue-message.ts'
import { saveAnswer } from '../../db/checkin-answers.ts'
import { recordRevisions } from '../../db/checkin-days.ts'
import { besideSummary } from '../../flows/beside-summary.ts'
import { checkinChanged } from '../../flows/changes.ts'
import { lockReporter } from '../../standup/db/open-lines.ts'
import { keepInsights } from '../db/insights.ts'
import { saveQuestion } from '../db/questions.ts'
import {
  decideReport,
  type ReportRefusal,
  type ReportSubmit,
  type TakenReport,
} from '../domain/decide-report.ts'
import { insightsIn } from '../domain/insight.ts'
import type { ReportDay } from '../domain/report.ts'
import { loadReport } from './load-report.ts'
import { type SupportOpened, type SupportRefusal, saveSupport } from './save-support.ts'

export type ReportOutcome<Problem> =
  | { ok: true }
  | ReportRefusal<Problem>
  | { ok: false; reason: SupportRefusal }

/** `opened`: what the form said about requests when it was opened. The same submit twice changes nothing the second time. */
export async function submitReport<Problem>(
  context: Context,
  submit: ReportSubmit<Problem>,
  opened: SupportOpened | null,
): Promise<ReportOutcome<Problem>> {
  const now = context.clock.now()
  const { who, teamId } = submit
  return context.db.transaction(async (tx): Promise<ReportOutcome<Problem>> => {
    const member = await lockReporter(tx, { workspaceId: who.workspaceId, teamId, userId: who.userId })
    const day = member && (await loadReport(tx, member, submit, now))
    const metrics = day ? await withUsualAmounts(tx, day.member, day.metrics, day.window.date) : []
    const decided = decideReport(day, metrics, submit, now)
    if (!decided.ok) return decided
    if (!day || !decided.taken) return { ok: true }
    const refused = await saveSupport(tx, context, day, decided.taken.support, opened)
    if (refused) return { ok: false, reason: refused }
    await saveReport(tx, context, day, decided.taken)
    return { ok: true }
  })
}

async function saveReport(
  tx: Transaction,
  context: Context,
  { member, definition }: ReportDay,
  { entry, numbers, question, afterClose, messages }: TakenReport,
): Promise<void> {
  const { workspaceId, teamId, memberId, kind, date } = entry
  await saveAnswer(tx, entry)
  await keepInsights(tx, entry, insightsIn(definition, entry), entry.revision === 1)
  if (numbers) await recordDay(tx, numbers)
  await announce(tx, context, checkinChanged, { workspaceId, teamId, kind, date, memberIds: [memberId] })
  if (numbers)
    await announce(tx, context, numbersChanged, {
      ...{ member, date: numbers.date, enteredIn: null, act: null },
      changed: numbers.metrics.filter(({ key }) => key in numbers.values),
    })
  if (question) await saveQuestion(tx, question)
  if (afterClose) await recordRevisions(tx, kind, [{ workspaceId, teamId, date }], context.clock.now())
  await enqueueMessage(tx, context, [
    ...messages,
    ...besideSummary(context, kind, [{ workspaceId, teamId, date }]),
  ])
}
