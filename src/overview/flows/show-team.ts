// Loads how a team stands, for whoever may see everyone's numbers there, and records that they were shown.

import {
  type BoardPlace,
  type ResolvedBoardTeam,
  resolveBoardTeam,
} from '../../boards/flows/resolve-board-team.ts'
import type { Context } from '../../core/context.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { settingsHistory, settingsIn } from '../../org/db/settings.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { type NamedProgress, teamProgress } from '../../targets/flows/team-progress.ts'
import { type AskedPeriod, type NamedDay, periodAround, readPeriod } from '../domain/asked-period.ts'
import { maySeeTeam } from '../domain/permissions.ts'

export interface TeamView {
  teamId: string
  team: TeamIdentity
  today: Temporal.PlainDate
  /** The day on which the team's weeks start. */
  weekStartsOn: number
  progress: NamedProgress
}

export type ShownTeam =
  | ({ ok: true } & TeamView)
  | Extract<ResolvedBoardTeam, { ok: false }>
  | Extract<AskedPeriod, { ok: false }>

/** `asked`: typed words, or what a button says. */
export async function showTeam(
  context: Context,
  who: Person,
  place: BoardPlace,
  asked: { typed: string } | NamedDay,
): Promise<ShownTeam> {
  const { db, clock } = context
  const now = clock.now()
  const resolved = await resolveBoardTeam(db, who, now, place, maySeeTeam)
  if (!resolved.ok) return resolved
  const { team } = resolved
  const versions = await settingsHistory(db, team)
  const latest = settingsIn(versions, localDate(now, who.zone))
  if (!latest) return { ok: false, reason: 'no-team' }
  const today = localDate(now, latest.zone)
  const weekStartsOn = weekStart(latest.workDays)
  const yearStarts = await fiscalYearStart(db, who.workspaceId)
  const read =
    'typed' in asked
      ? readPeriod(asked.typed, { today, weekStartsOn, yearStarts, locale: who.locale })
      : periodAround(asked, today, { week: weekStartsOn, year: yearStarts })
  if (!read.ok) return read
  const { period } = read
  const on = Temporal.PlainDate.compare(today, period.to) < 0 ? today : period.to
  const settings = settingsIn(versions, on)!
  const progress = await teamProgress(db, { team, settings, period }, now)
  const shown = progress.people.map(({ member }) => ({ userId: member.userId, what: 'numbers' as const }))
  await recordReading(db, context, who, shown)
  return { ok: true, teamId: team.teamId, team: identityOf(team, latest), today, weekStartsOn, progress }
}
