// Loads the facts of the message to a member about a correction, from the ledger.
import type { Queryable } from '../../../core/db/client.ts'
import { loadMember } from '../../../org/db/members.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { metricsOfTeam } from '../../db/metrics.ts'
import { correctionOf } from '../../db/trail.ts'
import type { NumberCorrectedFacts } from '../../domain/message-facts.ts'

/** Null: the member, the metric or the correction does not exist. */
export async function loadNumberCorrected(
  db: Queryable,
  { workspaceId, subject }: Message<'number-corrected'>,
): Promise<NumberCorrectedFacts | null> {
  const { memberId, sourceKey, metricKey } = subject
  const member = await loadMember(db, workspaceId, memberId)
  const metric = member && (await metricsOfTeam(db, workspaceId, member.teamId)).get(metricKey)
  const found = member && (await correctionOf(db, { ...member, sourceKey, metricKey }))
  if (!metric || !found) return null
  const { correction, earlier } = found
  const isLevel = metric.kind === 'level'
  const before = isLevel ? (earlier.at(-1) ?? null) : sumOf(earlier)
  const after = isLevel ? correction.value : (before ?? 0) + correction.value
  const { date, enteredBy, reason } = correction
  return { kind: 'number-corrected', byUserId: enteredBy, date, metric, before, after, reason: reason ?? '' }
}

const sumOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
