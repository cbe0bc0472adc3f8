// Loads all figures behind a report's digest for whoever leads the team, and records whose numbers were shown.
import type { Context } from '../../core/context.ts'
import type { Person } from '../../core/person.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { maySeeTeam } from '../domain/permissions.ts'
import type { ReportDigest } from '../domain/report-digest.ts'
import { reportDigest } from './facts/report-digest.ts'
import type { ReportsOf } from './read-reports.ts'

/** Null: they are not for this person, or there is nothing to show. */
export async function showDigestFigures(
  context: Context,
  who: Person,
  { teamId, name, date }: ReportsOf,
): Promise<ReportDigest | null> {
  const { db, clock } = context
  const now = clock.now()
  const { workspaceId, userId } = who
  const team = await loadTeam(db, workspaceId, teamId)
  if (!team || !may(await actorOf(db, who, now), maySeeTeam, { workspaceId, teamId })) return null
  const digest = await reportDigest(db, team, { name, date }, userId, { now, isPosted: true })
  if (!digest) return null
  const parts = Object.keys(digest.nameOf).map((one) => ({ userId: one, what: 'numbers' as const }))
  await recordReading(db, context, who, parts)
  return digest
}
