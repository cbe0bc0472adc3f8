// Reads and writes what is asked back about reports.
import { and, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import type { MemberId, WorkspaceId } from '../../../core/ids.ts'
import type { TeamRef } from '../../../org/db/teams.ts'
import type { ReportQuestion } from '../domain/question.ts'
import { reportQuestions } from './questions.sql.ts'

interface QuestionOf {
  workspaceId: WorkspaceId
  memberId: MemberId
  kind: string
  date: Temporal.PlainDate
}

/** Null: nothing was ever asked about it. */
export async function questionOf(
  q: Queryable,
  { workspaceId, memberId, kind, date }: QuestionOf,
): Promise<ReportQuestion | null> {
  const [row] = await q
    .select()
    .from(reportQuestions)
    .where(
      and(
        ...[eq(reportQuestions.workspaceId, workspaceId), eq(reportQuestions.memberId, memberId)],
        ...[eq(reportQuestions.kind, kind), eq(reportQuestions.date, date)],
      ),
    )
  return row ?? null
}

/** By member; without those that were taken back. */
export async function questionsOfTeam(
  q: Queryable,
  kind: string,
  { workspaceId, teamId }: TeamRef,
  date: Temporal.PlainDate,
): Promise<Map<MemberId, ReportQuestion>> {
  const rows = await q
    .select()
    .from(reportQuestions)
    .where(
      and(
        ...[eq(reportQuestions.workspaceId, workspaceId), eq(reportQuestions.teamId, teamId)],
        ...[eq(reportQuestions.date, date), eq(reportQuestions.kind, kind)],
        isNotNull(reportQuestions.question),
      ),
    )
  return new Map(rows.map((row) => [row.memberId, row]))
}

/** What can still be answered of the questions to these members of one workspace. */
export async function openQuestionsTo(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberIds: readonly MemberId[],
  now: Temporal.Instant,
): Promise<ReportQuestion[]> {
  if (memberIds.length === 0) return []
  return q
    .select()
    .from(reportQuestions)
    .where(
      and(
        eq(reportQuestions.workspaceId, workspaceId),
        inArray(reportQuestions.memberId, [...memberIds]),
        gt(reportQuestions.until, now),
        isNotNull(reportQuestions.question),
      ),
    )
}

export async function saveQuestion(q: Queryable, asked: ReportQuestion): Promise<void> {
  const { workspaceId: _w, memberId: _m, kind: _k, date: _d, ...set } = asked
  await q
    .insert(reportQuestions)
    .values(asked)
    .onConflictDoUpdate({
      target: [
        ...[reportQuestions.workspaceId, reportQuestions.memberId],
        ...[reportQuestions.kind, reportQuestions.date],
      ],
      set,
    })
}
