// Loads a team's report of a date as it is stored: who reported what, who was expected and has not, what was read, asked and written.
import { answersOfTeams } from '../../checkins/db/checkin-answers.ts'
import { closeOf, promptedOn } from '../../checkins/db/checkin-days.ts'
import { reviewsOfTeam } from '../../checkins/db/reviews.ts'
import { answeredDay } from '../../checkins/domain/answered-day.ts'
import { reviewState } from '../../checkins/domain/review.ts'
import { questionsOfTeam } from '../../checkins/reports/db/questions.ts'
import type { ReportQuestion } from '../../checkins/reports/domain/question.ts'
import type { ReportEntry } from '../../checkins/reports/domain/report.ts'
import { definitionOf, type ReportDefinition, reportKind } from '../../checkins/reports/domain/report-kind.ts'
import type { Queryable } from '../../core/db/client.ts'
import { isBefore } from '../../core/time.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { DayMember, TeamDay } from '../../org/domain/team-day.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import type { MissingMember } from '../domain/morning.ts'

export interface TeamReport {
  day: TeamDay
  definition: ReportDefinition
  /** In the order in which they came. */
  answered: readonly {
    of: DayMember
    entry: ReportEntry
    state: 'unread' | 'changed' | 'read'
    question: ReportQuestion | null
  }[]
  /** Whose time is over, or has begun. */
  missing: readonly {
    of: DayMember
    /** Null: it is over, so that the report can only be asked for. */
    closesAt: Temporal.Instant | null
    nudge: MissingMember['nudge']
    question: ReportQuestion | null
  }[]
  /** Are asked later, in another zone. */
  later: number
}

/** Null: the team is gone, or does not have the report. */
export async function loadTeamReport(
  q: Queryable,
  ref: TeamRef,
  { name, date }: { name: string; date: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<TeamReport | null> {
  const day = (await loadTeamDays(q, [ref], date)).get(ref.teamId)
  const stored = day?.settings.reports[name]
  if (!day || !stored) return null
  const [entries, reviews, questions, close, { prompted, nudged }] = await Promise.all([
    answersOfTeams(q, name, [ref], date),
    reviewsOfTeam(q, name, ref, date),
    questionsOfTeam(q, name, ref, date),
    closeOf(q, name, ref, date),
    promptedOn(q, name, [ref], date),
  ])
  const questionOf = ({ member }: DayMember) => questions.get(member.memberId) ?? null
  const split = answeredDay(reportKind(name), day, entries, close !== null)
  const answered = split.answered.map(({ of, entry }) => ({
    ...{ of, entry, state: reviewState(reviews.get(entry.memberId), entry), question: questionOf(of) },
  }))
  const missing = split.missing.map(({ of, window }) => {
    const isOver = close !== null || !isBefore(now, window.closeAt)
    const free = isOver ? ('no' as const) : ('can' as const)
    const nudge = nudged.has(of.member.memberId) ? ('done' as const) : free
    return { of, closesAt: isOver ? null : window.closeAt, nudge, question: questionOf(of) }
  })
  const due = missing.filter(({ of, closesAt }) => closesAt === null || prompted.has(of.member.memberId))
  return {
    ...{ day, definition: definitionOf(name, stored), missing: due, later: missing.length - due.length },
    answered: answered.toSorted((one, other) =>
      Temporal.Instant.compare(one.entry.answeredAt!, other.entry.answeredAt!),
    ),
  }
}
