// Loads the report on the warnings of a month, by the reader's rights and the rules as they are when it is sent or edited.
import type { Queryable } from '../../../core/db/client.ts'
import { localDate } from '../../../core/time.ts'
import { findPerson } from '../../../org/db/people.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { monthBefore, monthOf } from '../../domain/quality-month.ts'
import { type QualityView, qualityFor } from '../report-quality.ts'

/** Null: the reader leads no team with a warning in it any more, or what has waited is older than the last month. */
export async function loadQualityMonth(
  db: Queryable,
  { workspaceId, toUserId, subject, ts }: Message<'warning-quality'>,
  now: Temporal.Instant,
): Promise<QualityView | null> {
  const reader = toUserId && (await findPerson(db, workspaceId, toUserId))
  if (!reader) return null
  const month = monthOf(Temporal.PlainDate.from(subject.from))
  const last = monthBefore(localDate(now, reader.zone))
  if (ts === null && Temporal.PlainDate.compare(month.from, last.from) < 0) return null
  const view = await qualityFor(db, reader, now, month)
  if (!view || view.rows.length === 0) return null
  const isLast = month.from.equals(last.from)
  const proposals = view.proposals.filter(({ state }) => isLast || state !== 'open')
  return { ...view, proposals }
}
