// Reports how good the warnings of the last 90 days were, to whoever leads the teams.
import type { Context } from '../../core/context.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { settingsOfTeamsNow } from '../../org/db/settings.ts'
import { loadTeams } from '../../org/db/teams.ts'
import { may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { endedWarnings } from '../db/ended-warnings.ts'
import { rulesOfTeams } from '../db/rules.ts'
import { maySeeQuality } from '../domain/permissions.ts'
import { QUALITY_DAYS, type QualityRow, qualityOf } from '../domain/quality.ts'

export interface QualityLine extends QualityRow {
  teamName: string
  /** Null: it is about no number. */
  metric: Metric | null
}

export interface QualityView {
  rows: readonly QualityLine[]
  tooSharp: readonly QualityLine[]
  teams: number
}

/** Null: they lead no team. */
export async function reportQuality({ db, clock }: Context, who: Person): Promise<QualityView | null> {
  const now = clock.now()
  const { workspaceId, userId } = who
  const actor = await actorOf(db, who, now)
  const led = [...new Set([...actor.manages, ...actor.actsFor, ...actor.directs])].filter((teamId) =>
    may(actor, maySeeQuality, { workspaceId, teamId, userId }),
  )
  if (led.length === 0) return null
  const refs = led.map((teamId) => ({ workspaceId, teamId }))
  const since = now.subtract({ hours: 24 * QUALITY_DAYS })
  const ended = await endedWarnings(db, refs, since)
  const found = qualityOf(ended, await rulesOfTeams(db, refs))
  const [teams, settings] = [await loadTeams(db, refs), await settingsOfTeamsNow(db, refs, now)]
  const metrics = new Map<TeamId, ReadonlyMap<string, Metric>>()
  for (const teamId of new Set(found.rows.map((row) => row.teamId)))
    metrics.set(teamId, await metricsOfTeam(db, workspaceId, teamId))
  const lineOf = (row: QualityRow): QualityLine => ({
    ...{ ...row, teamName: settings.get(row.teamId)?.name ?? '' },
    metric: metrics.get(row.teamId)?.get(row.metricKey) ?? null,
  })
  const active = led.filter((teamId) => teams.get(teamId)?.archivedAt === null)
  return { rows: found.rows.map(lineOf), tooSharp: found.tooSharp.map(lineOf), teams: active.length }
}
