// Loads one correction from the ledger: who changed which number of which day, from what to what.
import type { Queryable } from '../../../core/db/client.ts'
import type { WorkspaceId } from '../../../core/ids.ts'
import { loadMember } from '../../../org/db/members.ts'
import type { Member } from '../../../org/domain/team.ts'
import { metricsOfTeam } from '../../db/metrics.ts'
import { correctionOf } from '../../db/trail.ts'
import type { CorrectionSubject, CorrectionToldFacts } from '../../domain/message-facts.ts'

/** Null: the member, the metric or the correction does not exist. */
export async function loadCorrection(
  db: Queryable,
  workspaceId: WorkspaceId,
  { memberId, sourceKey, metricKey }: CorrectionSubject,
): Promise<{ member: Member; correction: CorrectionToldFacts } | null> {
  const member = await loadMember(db, workspaceId, memberId)
  const metric = member && (await metricsOfTeam(db, workspaceId, member.teamId)).get(metricKey)
  const found = member && (await correctionOf(db, { ...member, sourceKey, metricKey }))
  if (!metric || !found) return null
  const { correction, earlier } = found
  const isLevel = metric.kind === 'level'
  const before = isLevel ? (earlier.at(-1) ?? null) : sumOf(earlier)
  const after = isLevel ? correction.value : (before ?? 0) + correction.value
  const { date, enteredBy, reason } = correction
  return { member, correction: { byUserId: enteredBy, date, metric, before, after, reason: reason ?? '' } }
}

const sumOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
