// Loads how each member of many teams stands in a period: numbers, targets and pace, in as many statements for a hundred teams as for one.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, TeamId, WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { metricsOfTeams, roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { totalsAfter, totalsOfTeams } from '../../numbers/db/totals.ts'
import { enteredKeysOf } from '../../numbers/domain/measure.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { membersBetween } from '../../org/db/members.ts'
import type { MemberAt } from '../../org/domain/measured-calendar.ts'
import { calendarSharing } from '../../org/domain/shared-calendars.ts'
import type { Team, TeamSettings } from '../../org/domain/team.ts'
import { membersAt } from '../../org/flows/members-at.ts'
import { partsOfTeams, versionsOfTeams } from '../db/team-targets.ts'
import { dueMembers, lateStarts, memberStandings } from '../domain/member-progress.ts'
import { partsCovering } from '../domain/parts-on.ts'
import { withSince } from '../domain/since.ts'
import type { MemberStanding, TotalsByMember, TotalsOfTeam } from '../domain/team-progress.ts'
import { spanOf, standingMembers } from './standing-members.ts'
import { afterDue, daysOf, earlier, earlyTotals, metricsShown, type OwnDays } from './team-progress.ts'

export interface StandingTeam {
  team: Pick<Team, 'workspaceId' | 'teamId'>
  /** In force on the day on which it is seen. */
  settings: TeamSettings
  period: Period
}

const NONE: TotalsByMember = new Map()

/** As `teamProgress` has them, without what changed since the period before. */
export async function standingsOfTeams(
  q: Queryable,
  asked: readonly StandingTeam[],
  now: Temporal.Instant,
): Promise<Map<TeamId, readonly MemberStanding[]>> {
  const found = new Map<TeamId, readonly MemberStanding[]>()
  const alike = Map.groupBy(asked, ({ team, settings, period }) => {
    const on = earlier(localDate(now, settings.zone), period.to)
    return [team.workspaceId, period.from, period.to, on].join(' ')
  })
  for (const own of alike.values())
    for (const [teamId, people] of await standingsAlike(q, own, now)) found.set(teamId, people)
  return found
}

/** Of one workspace, in one period, seen on one date. */
async function standingsAlike(
  q: Queryable,
  asked: readonly StandingTeam[],
  now: Temporal.Instant,
): Promise<[TeamId, readonly MemberStanding[]][]> {
  const [{ team, settings, period }] = asked as [StandingTeam]
  const { workspaceId } = team
  const on = earlier(localDate(now, settings.zone), period.to)
  const refs = asked.map(({ team: { teamId } }) => ({ workspaceId, teamId }))
  const [members, lists, metrics, parts, versions] = await Promise.all([
    membersBetween(q, refs, period.from, on),
    roleMetricsOfTeams(q, refs),
    metricsOfTeams(q, refs),
    partsOfTeams(q, refs, period).then(withSince),
    versionsOfTeams(q, refs, period),
  ])
  const covering = partsCovering(parts, period, on)
  const span = spanOf({ period, parts: covering })
  const at = withShared(await membersAt(q, workspaceId, members, span, now), span)
  const ofTeam = <One extends { teamId: TeamId }>(all: readonly One[]) =>
    Map.groupBy(all, ({ teamId }) => teamId)
  const [membersIn, partsIn, versionsIn] = [ofTeam(members), ofTeam(covering), ofTeam(versions)]
  const teams = refs.map(({ teamId }) => {
    const measured = { period, roles: lists.get(teamId) ?? {}, parts: partsIn.get(teamId) ?? [] }
    const standing = standingMembers(membersIn.get(teamId) ?? [], at, measured).now
    const facts = { period, versions: versionsIn.get(teamId) ?? [] }
    return { teamId, standing, ...facts, due: dueMembers(standing, facts, now) }
  })
  const all = teams.flatMap(({ due }) => due)
  const days = daysOf(all, on, period)
  const shown = refs.flatMap(({ teamId }) => metricsShown(lists.get(teamId) ?? {}))
  const known = [...metrics.values()].flatMap((own) => [...own.values()])
  const totals = await loadTotals(
    q,
    { workspaceId, teamIds: refs.map(({ teamId }) => teamId) },
    {
      ...{ shown, known, period, days, starts: lateStarts(all, period) },
    },
  )
  const recent = await totalsAfter(q, workspaceId, all.flatMap(afterDue), days.last)
  return teams.map(({ teamId, due, versions: own }) => {
    const facts = { period, versions: own, metrics: metrics.get(teamId) ?? new Map(), totals }
    return [teamId, memberStandings(due, recent, facts)]
  })
}

/** Members of different teams mostly work the same days. */
function withShared(
  members: ReadonlyMap<MemberId, MemberAt>,
  { from }: Pick<Period, 'from'>,
): Map<MemberId, MemberAt> {
  const shared = calendarSharing(from)
  return new Map([...members].map(([id, of]) => [id, { ...of, calendar: shared(of.calendar) }]))
}

interface Wanted {
  shown: readonly Metric[]
  /** With those that are shown in none of the teams. */
  known: readonly Metric[]
  period: Period
  days: OwnDays
  /** From when on targets count. */
  starts: readonly Temporal.PlainDate[]
}

async function loadTotals(
  q: Queryable,
  { workspaceId, teamIds }: { workspaceId: WorkspaceId; teamIds: readonly TeamId[] },
  { shown, known, period, days, starts }: Wanted,
): Promise<TotalsOfTeam> {
  const levels = new Set(known.flatMap(({ key, kind }) => (kind === 'level' ? [key] : [])))
  const keys = enteredKeysOf(shown)
  const wanted = {
    summed: keys.filter((key) => !levels.has(key)),
    levels: keys.filter((key) => levels.has(key)),
  }
  const between = (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
    totalsOfTeams(q, workspaceId, teamIds, wanted, from, to)
  const whole = new Map<MemberId, NonNullable<ReturnType<TotalsByMember['get']>>>(
    await between(period.from, days.last),
  )
  for (const [day, members] of days.earlier) {
    const own = await between(period.from, Temporal.PlainDate.from(day))
    for (const memberId of members) whole.set(memberId, own.get(memberId) ?? {})
  }
  return { period: whole, due: NONE, before: NONE, early: await earlyTotals(starts, period, between) }
}
