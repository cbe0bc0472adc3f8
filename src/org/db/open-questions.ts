// Reads and writes the questions about a team that wait for an answer: who manages it next, and a proposed team above.
import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs } from '../../core/db/pairs.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import type { ManagerQuestion } from '../domain/manager-question.ts'
import { managerQuestions, parentProposals } from './open-questions.sql.ts'
import type { TeamRef } from './teams.ts'

export async function managerQuestionsOf(
  q: Queryable,
  wanted: readonly TeamRef[],
): Promise<Map<TeamId, ManagerQuestion>> {
  if (wanted.length === 0) return new Map()
  const among = amongPairs(
    { workspaceId: managerQuestions.workspaceId, id: managerQuestions.teamId, idType: 'uuid' },
    wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.teamId })),
  )
  const rows = await q.select().from(managerQuestions).where(among)
  return new Map(rows.map(({ workspaceId: _, teamId, ...question }) => [teamId, question]))
}

/** The teams whose question could not be asked because there was nobody to ask. */
export async function unaskedTeams(q: Queryable, workspaceId: WorkspaceId): Promise<TeamRef[]> {
  return q
    .select({ workspaceId: managerQuestions.workspaceId, teamId: managerQuestions.teamId })
    .from(managerQuestions)
    .where(and(eq(managerQuestions.workspaceId, workspaceId), isNull(managerQuestions.askedUserId)))
}

/** Replaces the team's question. */
export async function saveManagerQuestion(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  question: ManagerQuestion,
): Promise<void> {
  await q
    .insert(managerQuestions)
    .values({ workspaceId, teamId, ...question })
    .onConflictDoUpdate({ target: [managerQuestions.workspaceId, managerQuestions.teamId], set: question })
}

export async function deleteManagerQuestion(q: Queryable, { workspaceId, teamId }: TeamRef): Promise<void> {
  await q
    .delete(managerQuestions)
    .where(and(eq(managerQuestions.workspaceId, workspaceId), eq(managerQuestions.teamId, teamId)))
}

export type ParentProposal = Omit<typeof parentProposals.$inferSelect, 'workspaceId' | 'teamId'>

export async function parentProposalOf(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
): Promise<ParentProposal | null> {
  const [row] = await q
    .select()
    .from(parentProposals)
    .where(and(eq(parentProposals.workspaceId, workspaceId), eq(parentProposals.teamId, teamId)))
  if (!row) return null
  const { workspaceId: _workspace, teamId: _team, ...proposal } = row
  return proposal
}

/** Replaces the team's proposal. */
export async function saveParentProposal(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  proposal: ParentProposal,
): Promise<void> {
  await q
    .insert(parentProposals)
    .values({ workspaceId, teamId, ...proposal })
    .onConflictDoUpdate({ target: [parentProposals.workspaceId, parentProposals.teamId], set: proposal })
}

export async function deleteParentProposal(q: Queryable, { workspaceId, teamId }: TeamRef): Promise<void> {
  await q
    .delete(parentProposals)
    .where(and(eq(parentProposals.workspaceId, workspaceId), eq(parentProposals.teamId, teamId)))
}
