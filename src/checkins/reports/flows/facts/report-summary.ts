// Loads a team's report of a date as its channel sees it: who reported what, what support is asked for, and after the close who is missing.
import type { Queryable } from '../../../../core/db/client.ts'
import { loadTeamDays } from '../../../../org/flows/load-team-days.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { answersOfTeams } from '../../../db/checkin-answers.ts'
import { closeOf } from '../../../db/checkin-days.ts'
import { answeredDay } from '../../../domain/answered-day.ts'
import { requestsOfTeam } from '../../db/support-requests.ts'
import type { ReportSummaryFacts } from '../../domain/message-facts.ts'
import { definitionOf, reportKind } from '../../domain/report-kind.ts'
import { withAskers } from './asker-names.ts'

/** Null: the team is gone, or no longer has the report. */
export async function loadReportSummary(
  db: Queryable,
  { workspaceId, teamId, subject }: Message<'report-summary'>,
): Promise<ReportSummaryFacts | null> {
  if (!teamId) return null
  const ref = { workspaceId, teamId }
  const { checkin: name } = subject
  const date = Temporal.PlainDate.from(subject.date)
  const day = (await loadTeamDays(db, [ref], date)).get(teamId)
  const stored = day?.settings.reports[name]
  if (!day || !stored) return null
  const [entries, close, support] = await Promise.all([
    answersOfTeams(db, name, [ref], date),
    closeOf(db, name, ref, date),
    requestsOfTeam(db, ref, name, date),
  ])
  const { answered, missing, away } = answeredDay(reportKind(name), day, entries, close !== null)
  const inOrder = answered.toSorted((one, other) =>
    Temporal.Instant.compare(one.entry.answeredAt!, other.entry.answeredAt!),
  )
  return {
    ...{ kind: 'report-summary', teamName: day.settings.name, names: day.settings.boardNames, date },
    definition: definitionOf(name, stored),
    closed: close !== null,
    revised: close?.revisedAt
      ? { at: close.revisedAt, since: close.closedAt, zone: day.settings.zone }
      : null,
    expected: answered.length + missing.length,
    answers: inOrder.map(({ of: { person }, entry }) => ({
      ...{ name: person.name, late: entry.state === 'late', sections: entry.sections },
      drafted: entry.drafted,
    })),
    support: await withAskers(db, workspaceId, day.members, support),
    away: away.map(({ person }) => person.name),
    missing: close ? missing.map(({ of: { person } }) => person.name) : [],
  }
}
