// Loads what somebody who leads the team wrote about a member's report, for that member.
import type { Queryable } from '../../../../core/db/client.ts'
import { settingsOn } from '../../../../org/db/settings.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { loadComment } from '../../../flows/facts/answer-comment.ts'
import type { ReportCommentFacts } from '../../domain/message-facts.ts'
import { definitionOf } from '../../domain/report-kind.ts'

/** Null: there is nothing to say any more, or the team no longer has the report. */
export async function loadReportComment(
  db: Queryable,
  message: Message<'report-comment'>,
  now: Temporal.Instant,
): Promise<ReportCommentFacts | null> {
  const { workspaceId, teamId, subject } = message
  const name = subject.checkin
  const written = await loadComment(db, name, message, now)
  const settings = written && teamId && (await settingsOn(db, workspaceId, teamId, written.date))
  const stored = settings ? settings.reports[name] : null
  return written && stored
    ? { ...written, kind: 'report-comment', definition: definitionOf(name, stored) }
    : null
}
