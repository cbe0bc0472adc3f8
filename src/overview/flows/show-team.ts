// Loads how a team stands, for whoever may see everyone's numbers there, and records that they were shown.

import {
  type BoardPlace,
  type ResolvedBoardTeam,
  resolveBoardTeam,
} from '../../boards/flows/resolve-board-team.ts'
import type { Context } from '../../core/context.ts'
import type { UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import {
  type AskedPeriod,
  type NamedDay,
  periodAround,
  readPeriod,
} from '../../numbers/domain/asked-period.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { activeMembers } from '../../org/db/members.ts'
import { settingsHistory, settingsIn } from '../../org/db/settings.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { may } from '../../org/domain/permissions.ts'
import type { Team } from '../../org/domain/team.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { toldBySums } from '../../targets/domain/told-by-sums.ts'
import { type NamedProgress, teamProgress } from '../../targets/flows/team-progress.ts'
import { type TreeProgress, treeProgress } from '../../targets/flows/tree-progress.ts'
import { maySeeTeam } from '../domain/permissions.ts'
import { type CheckinToday, checkinToday } from './checkin-today.ts'

export interface TeamView {
  teamId: string
  team: TeamIdentity
  today: Temporal.PlainDate
  /** The day on which the team's weeks start. */
  weekStartsOn: number
  progress: NamedProgress
  /** With the teams below. Null: there are none. */
  tree: TreeProgress | null
  /** Of today. Missing: it was not wanted, another period is shown, or the team has nobody itself. */
  checkin?: CheckinToday
}

export type ShownTeam =
  /** `alone`: whose own number or target a sum of it is. */
  | ({ ok: true; alone: readonly UserId[] } & TeamView)
  | Extract<ResolvedBoardTeam, { ok: false }>
  | Extract<AskedPeriod, { ok: false }>

/** `asked`: typed words, or what a button says. `showsCheckin`: of today, who is missing and away is shown too. */
export async function showTeam(
  context: Context,
  who: Person,
  place: BoardPlace,
  asked: { typed: string } | NamedDay,
  { showsCheckin = false } = {},
): Promise<ShownTeam> {
  const { db, clock } = context
  const now = clock.now()
  const resolved = await resolveBoardTeam(db, who, now, place, maySeeTeam, { asWhole: true })
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
  const tree = await treeFor(context, who, team, progress)
  const people = progress.people.map(({ member }) => member.userId)
  // The sum of a team of one is that person's number.
  const ofParts = (tree?.parts ?? []).flatMap(({ userIds }) => (userIds.length === 1 ? userIds : []))
  const alone = tree?.alone ?? toldBySums(progress.people)
  const shown = [...new Set([...people, ...ofParts, ...alone])].map((userId) => ({
    userId,
    what: 'numbers' as const,
  }))
  const isToday = period.kind === 'day' && period.from.equals(today)
  const members = showsCheckin && isToday ? await activeMembers(db, team) : []
  const checkin = members.length > 0 ? await checkinToday(db, team, members, today, who.userId) : undefined
  const answers = checkin ? members.map(({ userId }) => ({ userId, what: 'report' as const })) : []
  await recordReading(db, context, who, [...shown, ...answers])
  const identity = identityOf(team, latest)
  const view = { teamId: team.teamId, team: identity, today, weekStartsOn, progress, tree }
  return { ok: true, alone, ...view, ...(checkin && { checkin }) }
}

/** Of the teams below only those are told one by one whose numbers the person may see. */
async function treeFor(
  { db, clock }: Context,
  who: Person,
  team: Team,
  progress: NamedProgress,
): Promise<TreeProgress | null> {
  const now = clock.now()
  const tree = await treeProgress(db, team, progress, now)
  if (!tree) return null
  const actor = await actorOf(db, who, now)
  const { workspaceId } = team
  const parts = tree.parts.filter(({ teamId }) => may(actor, maySeeTeam, { workspaceId, teamId }))
  const money = tree.money.filter(({ teamId }) => may(actor, maySeeTeam, { workspaceId, teamId }))
  return { ...tree, parts, money }
}
