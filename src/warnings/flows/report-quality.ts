// Reports how good warnings were, of the last 90 days or of a month, to whoever leads the teams; with the rules that would do with a lower level.
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { settingsOfTeamsNow } from '../../org/db/settings.ts'
import { loadTeams } from '../../org/db/teams.ts'
import { may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { endedWarnings } from '../db/ended-warnings.ts'
import { rulesOfTeams } from '../db/rules.ts'
import { type Proposal, proposalsOf } from '../domain/lower-level.ts'
import { maySeeQuality } from '../domain/permissions.ts'
import { endedIn, QUALITY_DAYS, type QualityRow, rowsOf } from '../domain/quality.ts'

export interface OfRule {
  teamName: string
  /** Null: it is about no number. */
  metric: Metric | null
}

export interface QualityView {
  /** Null: of the last 90 days. */
  month: Period | null
  rows: readonly (QualityRow & OfRule)[]
  /** By the last 90 days, also where the rows are of a month. */
  proposals: readonly (Proposal & OfRule)[]
  teams: number
}

export const reportQuality = ({ db, clock }: Context, who: Person): Promise<QualityView | null> =>
  qualityFor(db, who, clock.now())

/** Null: they lead no team. */
export async function qualityFor(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
  month: Period | null = null,
): Promise<QualityView | null> {
  const { workspaceId, userId } = who
  const actor = await actorOf(q, who, now)
  const led = [...new Set([...actor.manages, ...actor.actsFor, ...actor.directs])].filter((teamId) =>
    may(actor, maySeeQuality, { workspaceId, teamId, userId }),
  )
  if (led.length === 0) return null
  const refs = led.map((teamId) => ({ workspaceId, teamId }))
  const [teams, settings] = [await loadTeams(q, refs), await settingsOfTeamsNow(q, refs, now)]
  const zoneOf = (teamId: TeamId) => settings.get(teamId)?.zone ?? who.zone
  const monthEnd = month?.to.add({ days: 1 }).toZonedDateTime(who.zone).toInstant()
  const ended = await endedWarnings(q, refs, (monthEnd ?? now).subtract({ hours: 24 * QUALITY_DAYS }))
  const shown = month ? ended.filter((one) => endedIn(one, month, zoneOf(one.warning.teamId))) : ended
  const found = {
    rows: rowsOf(shown),
    proposals: proposalsOf(ended, await rulesOfTeams(q, refs), monthEnd ?? null),
  }
  const metrics = new Map<TeamId, ReadonlyMap<string, Metric>>()
  for (const teamId of new Set([...found.rows, ...found.proposals].map((row) => row.teamId)))
    metrics.set(teamId, await metricsOfTeam(q, workspaceId, teamId))
  const named = <One extends QualityRow>(row: One): One & OfRule => ({
    ...{ ...row, teamName: settings.get(row.teamId)?.name ?? '' },
    metric: metrics.get(row.teamId)?.get(row.metricKey) ?? null,
  })
  const active = led.filter((teamId) => teams.get(teamId)?.archivedAt === null)
  return {
    ...{ month, rows: found.rows.map(named), proposals: found.proposals.map(named) },
    teams: active.length,
  }
}
