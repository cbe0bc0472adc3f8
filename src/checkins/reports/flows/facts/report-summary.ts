// Loads a team's report of a date as its channel sees it: who reported what, what support is asked for, and after the close who is missing.
import type { Queryable } from '../../../../core/db/client.ts'
import type { DayMember } from '../../../../org/domain/team-day.ts'
import { loadTeamDays } from '../../../../org/flows/load-team-days.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { answersOfTeams } from '../../../db/checkin-answers.ts'
import { closeOf } from '../../../db/checkin-days.ts'
import { ownWindow } from '../../../domain/own-window.ts'
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
  const entryOf = new Map(entries.map((entry) => [entry.memberId, entry]))
  const answered = day.members
    .flatMap(({ member, person }) => {
      const entry = entryOf.get(member.memberId)
      return entry?.answeredAt ? [{ name: person.name, at: entry.answeredAt, entry }] : []
    })
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at))
  const silent = day.members.filter(({ member }) => !entryOf.get(member.memberId)?.answeredAt)
  const isAsked = (of: DayMember) => ownWindow(reportKind(name), day.settings, of, date)?.asked === true
  // Leave that was put on record after the close excuses as well.
  const missing = silent.filter((of) => isAsked(of) && entryOf.get(of.member.memberId)?.state !== 'excused')
  return {
    ...{ kind: 'report-summary', teamName: day.settings.name, names: day.settings.boardNames, date },
    definition: definitionOf(name, stored),
    closed: close !== null,
    revised: close?.revisedAt
      ? { at: close.revisedAt, since: close.closedAt, zone: day.settings.zone }
      : null,
    expected: answered.length + missing.length,
    answers: answered.map((one) => ({
      ...{ name: one.name, late: one.entry.state === 'late', sections: one.entry.sections },
    })),
    support: await withAskers(db, workspaceId, day.members, support),
    away: silent.filter((of) => !missing.includes(of) && !isAsked(of)).map(({ person }) => person.name),
    missing: close ? missing.map(({ person }) => person.name) : [],
  }
}
