// Counts how many of a team were to answer a check-in and did, by what its digest and its summary go by as well.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import { expectedAnswers } from '../db/checkin-answers.ts'
import { answeredDay } from '../domain/answered-day.ts'
import type { CheckinKind } from '../domain/checkin-kind.ts'

interface AnswerCount {
  answered: number
  expected: number
}

/** Of teams of one workspace, between two dates. Nobody is missing of what is not closed yet; who is gone does not count. */
export async function answerCounts(
  q: Queryable,
  kind: CheckinKind,
  workspaceId: WorkspaceId,
  teamIds: readonly TeamId[],
  span: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<Map<TeamId, AnswerCount>> {
  const entries = await expectedAnswers(q, kind.name, workspaceId, teamIds, span)
  const counts = new Map<TeamId, AnswerCount>()
  for (const [iso, ofDate] of Map.groupBy(entries, ({ date }) => date.toString())) {
    const refs = [...new Set(ofDate.map(({ teamId }) => teamId))].map((teamId) => ({ workspaceId, teamId }))
    const days = await loadTeamDays(q, refs, Temporal.PlainDate.from(iso))
    for (const [teamId, day] of days) {
      const { answered, missing } = answeredDay(
        kind,
        day,
        ofDate.filter((entry) => entry.teamId === teamId),
        true,
      )
      const before = counts.get(teamId) ?? { answered: 0, expected: 0 }
      const expected = before.expected + answered.length + missing.length
      if (expected > 0) counts.set(teamId, { answered: before.answered + answered.length, expected })
    }
  }
  return counts
}
