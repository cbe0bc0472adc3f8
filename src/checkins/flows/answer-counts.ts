// Counts how many of a team were to answer a check-in and did: leave that was put on record after the close excuses as well.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import { expectedAnswers } from '../db/checkin-answers.ts'
import type { CheckinKind } from '../domain/checkin-kind.ts'
import { ownWindow } from '../domain/own-window.ts'

interface AnswerCount {
  answered: number
  expected: number
}

type Expected = Awaited<ReturnType<typeof expectedAnswers>>[number]

/** Of teams of one workspace, between two dates. Nothing of what is not closed yet. */
export async function answerCounts(
  q: Queryable,
  kind: CheckinKind,
  workspaceId: WorkspaceId,
  teamIds: readonly TeamId[],
  span: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<Map<TeamId, AnswerCount>> {
  const entries = await expectedAnswers(q, kind.name, workspaceId, teamIds, span)
  const missed = entries.filter(({ state }) => state === 'missed')
  const excused = await excusedSince(q, kind, workspaceId, missed)
  const counted = Map.groupBy(
    entries.filter((entry) => !excused.has(entry)),
    ({ teamId }) => teamId,
  )
  return new Map(
    [...counted].map(([teamId, own]) => {
      const answered = own.filter(({ state }) => state !== 'missed').length
      return [teamId, { answered, expected: own.length }]
    }),
  )
}

async function excusedSince(
  q: Queryable,
  kind: CheckinKind,
  workspaceId: WorkspaceId,
  missed: readonly Expected[],
): Promise<Set<Expected>> {
  const excused = new Set<Expected>()
  for (const [iso, ofDate] of Map.groupBy(missed, ({ date }) => date.toString())) {
    const date = Temporal.PlainDate.from(iso)
    const refs = [...new Set(ofDate.map(({ teamId }) => teamId))].map((teamId) => ({ workspaceId, teamId }))
    const days = await loadTeamDays(q, refs, date)
    for (const entry of ofDate) {
      const day = days.get(entry.teamId)
      const of = day?.members.find(({ member }) => member.memberId === entry.memberId)
      if (day && of && ownWindow(kind, day.settings, of, date)?.asked === false) excused.add(entry)
    }
  }
  return excused
}
