// Edits what was sent about a question when its time is over: the report is closed again, and its buttons end.
import { loadMembers } from '../../../org/db/members.ts'
import { editOf, type MessageEdit } from '../../../outbox/domain/message.ts'
import { enqueueMessage } from '../../../outbox/flows/enqueue-message.ts'
import type { DuePlan } from '../../../schedule/db/due.ts'
import { done, skipped } from '../../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../../schedule/flows/run-due.ts'
import { besideSummary } from '../../flows/beside-summary.ts'
import { QUESTION_OVER, type ReportQuestion } from '../domain/question.ts'
import { questionEdits, reportMessages } from '../domain/report-messages.ts'

export const questionOverPlan = ({
  workspaceId,
  teamId,
  memberId,
  kind,
  date,
  version,
  until,
}: ReportQuestion): DuePlan => ({
  ...{ workspaceId, teamId, memberId, kind: QUESTION_OVER, date, dueAt: until },
  dueKey: `${QUESTION_OVER}:${kind}:${memberId}:${date}:${version}`,
})

/** Runs however late: the messages show what holds when they are edited. */
export const endQuestions: DueHandler = async (tx, items, _now, context) => {
  const wanted = items.flatMap(({ workspaceId, memberId }) => (memberId ? [{ workspaceId, memberId }] : []))
  const members = await loadMembers(tx, wanted)
  const edits: MessageEdit[] = []
  const outcomes = items.map((item) => {
    const member = members.get(item.memberId ?? '')
    if (!member) return skipped(item, 'left')
    const { workspaceId, teamId, date } = item
    const [, kind = '', , , version = ''] = item.dueKey.split(':')
    const of = { ...member, date }
    edits.push(
      ...questionEdits(of, { kind, version: Number(version) }),
      editOf(reportMessages(kind).card(of)),
      ...besideSummary(context, kind, [{ workspaceId, teamId, date }]),
    )
    return done(item)
  })
  await enqueueMessage(tx, context, edits)
  return outcomes
}
