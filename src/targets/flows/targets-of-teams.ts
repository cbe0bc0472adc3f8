// Loads how each of many teams stands against its target in one number, by the same rule as a team alone, in as many statements for two hundred as for one.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, TeamId, WorkspaceId } from '../../core/ids.ts'
import { entryTextsOf } from '../../numbers/db/team-sums.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { AlikeMember } from '../../org/domain/members-alike.ts'
import type { Member } from '../../org/domain/team.ts'
import { partsIn, partTextsOf, rolesCounting } from '../db/number-parts.ts'
import { type DueMember, dueMembers, type ExpectedSum, expectedSum } from '../domain/member-progress.ts'
import { partsCovering } from '../domain/parts-on.ts'
import { type Since, teamWhole, withSince } from '../domain/since.ts'
import { spanAround, standingMember } from '../domain/standing-member.ts'
import type { TargetPart, TargetVersion } from '../domain/target.ts'
import { summedTarget, type TeamTarget } from '../domain/team-progress.ts'

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }

export interface TeamNumber {
  teamId: TeamId
  /** It is added up. */
  metric: Metric
  /** The day on which it is seen: the team's today, or the last of a period that is over. */
  on: Temporal.PlainDate
  people: readonly Member[]
}

/** What was set for a member in every version: the same object where it is the same. */
type Held = readonly (TargetPart & Since)[]

export interface TeamTargets {
  held: ReadonlyMap<MemberId, Held>
  /** The days that are measured: the period with the periods of the targets. */
  span: Span
}

/** What was set for the people of each team in its number. `versions`: those that are known, where some are not. */
export async function loadTeamTargets(
  q: Queryable,
  workspaceId: WorkspaceId,
  wanted: readonly TeamNumber[],
  { period, versions }: { period: Period; versions: readonly TargetVersion[] | null },
): Promise<TeamTargets> {
  const refs = wanted.map(({ teamId, metric }) => ({ teamId, metricKey: metric.key }))
  const texts = await partTextsOf(q, workspaceId, refs, period)
  const known = versions && new Set(versions.map(versionKey))
  const read = new Map<string, Held>()
  const held = new Map<MemberId, Held>()
  for (const [index, { people, on }] of wanted.entries())
    for (const { memberId } of people) {
      const text = texts.get(memberId)
      if (text === undefined) continue
      const ref = refs[index]!
      const key = `${known ? ref.teamId : ref.metricKey} ${on} ${text}`
      if (!read.has(key)) {
        const parts = partsIn(text, ref, memberId).filter((part) => !known || known.has(versionKey(part)))
        read.set(key, partsCovering(withSince(parts), period, on))
      }
      held.set(memberId, read.get(key)!)
    }
  const periods = [...read.values()].flatMap((parts) => parts.map((part) => part.period))
  return { held, span: spanAround([period, ...periods]) }
}

const versionKey = ({ teamId, metricKey, period, version }: TargetVersion | TargetPart): string =>
  `${teamId} ${metricKey} ${period.kind} ${period.from} ${version}`

interface Facts {
  period: Period
  /** By team. */
  versions: ReadonlyMap<TeamId, readonly TargetVersion[]>
  held: TeamTargets['held']
  members: ReadonlyMap<MemberId, AlikeMember>
  now: Temporal.Instant
  /** Null: entries as they stand. */
  asOf: Temporal.Instant | null
}

/** What was reached: the sum of each team's number in the period, null where nobody reported it. Teams without a target are missing. */
export async function targetsOfTeams(
  q: Queryable,
  workspaceId: WorkspaceId,
  wanted: readonly TeamNumber[],
  facts: Facts,
): Promise<(actuals: ReadonlyMap<TeamId, number | null>) => Map<TeamId, TeamTarget>> {
  const { period, asOf } = facts
  const refs = wanted.map(({ teamId, metric }) => ({ teamId, metricKey: metric.key }))
  const counting = await rolesCounting(q, workspaceId, refs)
  const likes = measuredOnce(counting, facts)
  const teams = wanted.map((team) => ({ ...team, people: team.people.map((member) => likes(member, team)) }))
  const recent = await entryTextsOf(
    q,
    workspaceId,
    teams.map((team) => recentSpan(team, period)),
    asOf,
  )
  const held = teams.map((team, index) => heldIn(team, recent[index]!, period))
  const wholes = teams.map(({ teamId, metric, on }) => {
    const own = (facts.versions.get(teamId) ?? []).filter(({ metricKey }) => metricKey === metric.key)
    return teamWhole(own, period, on)
  })
  const early = await earlySums(q, workspaceId, { teams, held, wholes }, facts)
  return (actuals) =>
    new Map(
      teams.flatMap(({ teamId, metric, people }, index) => {
        const sums = held[index]!.map(({ memberId, expected, after }) => ({
          ...expected,
          early: after + (early(index, expected.since).get(memberId) ?? 0),
        }))
        const holders = new Set(held[index]!.map(({ memberId }) => memberId))
        const whole = wholes[index]
        const before = whole ? early(index, whole.since) : new Map<MemberId, number>()
        const set = whole && {
          ...{ ...whole, isLate: !whole.since.equals(period.from) },
          uncounted: sumOf([...before].filter(([one]) => !holders.has(one)).map(([, value]) => value)),
        }
        const counted = people.filter(({ memberId, counts }) => counts || holders.has(memberId)).length
        const target = summedTarget(metric, {
          ...{ actual: actuals.get(teamId) ?? null, held: sums, people: counted, set: set ?? null },
        })
        return target ? [[teamId, target] as const] : []
      }),
    )
}

/** People with the same days, role, clock and parts, in any team, are measured once. */
interface Measured {
  memberId: MemberId
  /** Their role of today counts the number. */
  counts: boolean
  /** Null: they have no target. */
  due: DueMember | null
  today: Temporal.PlainDate
  /** Of those who are alike. */
  group: { expected: Map<string, ExpectedSum | null> }
}

function measuredOnce(
  counting: ReadonlyMap<TeamId, readonly string[]>,
  { period, versions, held, members, now }: Facts,
): (member: Member, team: TeamNumber) => Measured {
  const names = new Map<object, number>()
  const days = new Map<AlikeMember['like'], string>()
  const known = new Map<string, Measured>()
  const nameOf = (one: object | undefined) => {
    if (one && !names.has(one)) names.set(one, names.size)
    return one ? names.get(one) : '-'
  }
  const daysOf = (like: AlikeMember['like']) => {
    const { settings, ...rest } = like
    const found = days.get(like) ?? JSON.stringify([rest, { ...settings, name: '' }])
    days.set(like, found)
    return found
  }
  return (member, { teamId, metric }) => {
    const { memberId } = member
    const at = members.get(memberId)
    const own = held.get(memberId)
    const listed = counting.get(teamId) ?? []
    const ofTeam = versions.get(teamId) ?? []
    const weighted = ofTeam.some(({ monthWeights }) => monthWeights !== null) ? teamId : ''
    const key = `${metric.key} ${listed} ${weighted} ${nameOf(own)} ${at ? daysOf(at.like) : '-'}`
    const found = known.get(key) ?? measured()
    known.set(key, found)
    return { ...found, memberId }

    function measured(): Measured {
      const roles = Object.fromEntries(listed.map((role) => [role, [metric]]))
      const both = at && standingMember(member, at, { period, roles, parts: own ?? [] })
      const counts = Boolean(both && both.now.metrics.length > 0)
      const standing = counts ? both?.now : both?.former
      const hasTarget = standing && standing.metrics.length > 0 && own && own.length > 0
      const [due] = hasTarget ? dueMembers([standing], { period, versions: ofTeam }, now) : []
      const today = standing?.today ?? period.to
      return { memberId, counts, due: due?.recentFrom ? due : null, today, group: { expected: new Map() } }
    }
  }
}

interface MeasuredTeam extends Omit<TeamNumber, 'people'> {
  people: readonly Measured[]
}

/** From the first day that is not due yet for one of them, until the latest today. */
function recentSpan({ teamId, metric, people, on }: MeasuredTeam, { to }: Period) {
  const starts = [...new Set(people.flatMap(({ due }) => due?.recentFrom ?? []))]
  const todays = [...new Set(people.map(({ today }) => today))].map((today) => earlier(today, to))
  starts.sort(Temporal.PlainDate.compare)
  todays.sort(Temporal.PlainDate.compare)
  return { teamId, metricKey: metric.key, from: starts[0] ?? on.add({ days: 1 }), to: todays.at(-1) ?? on }
}

type HeldBy = { memberId: MemberId; expected: ExpectedSum; after: number }

/** `after`: what of theirs was entered for days that do not count yet. */
function heldIn(
  { people, metric }: MeasuredTeam,
  recent: ReadonlyMap<MemberId, string>,
  period: Period,
): HeldBy[] {
  return people.flatMap(({ memberId, due, today, group }): HeldBy[] => {
    if (!due) return []
    const entries = JSON.parse(recent.get(memberId) ?? '[]') as [string, number][]
    const lately = entries.filter(([date]) => date <= today.toString())
    const key = lately.map(([date]) => date).join()
    if (!group.expected.has(key)) {
      const dates = lately.map(([date]) => Temporal.PlainDate.from(date))
      group.expected.set(key, expectedSum(metric, due, period, dates))
    }
    const expected = group.expected.get(key)
    if (!expected) return []
    const until = expected.until.toString()
    return [
      { memberId, expected, after: sumOf(lately.filter(([date]) => date > until).map(([, value]) => value)) },
    ]
  })
}

/** What each had before a target counted, where one counts later than from the first day on. */
async function earlySums(
  q: Queryable,
  workspaceId: WorkspaceId,
  of: { teams: readonly MeasuredTeam[]; held: readonly HeldBy[][]; wholes: readonly (Since | null)[] },
  { period, asOf }: Facts,
): Promise<(team: number, since: Temporal.PlainDate) => ReadonlyMap<MemberId, number>> {
  const wanted = of.teams.flatMap(({ teamId, metric }, team) => {
    const starts = [...of.held[team]!.map(({ expected }) => expected), of.wholes[team]].flatMap(
      (one) => one?.since ?? [],
    )
    const late = starts.filter((since) => Temporal.PlainDate.compare(since, period.from) > 0)
    return [...new Set(late.map(String))].map((since) => {
      const to = Temporal.PlainDate.from(since).subtract({ days: 1 })
      return { team, since, teamId, metricKey: metric.key, from: period.from, to }
    })
  })
  const found = await entryTextsOf(q, workspaceId, wanted, asOf)
  const sums = new Map(
    wanted.map(({ team, since }, index) => {
      const entries = [...found[index]!].map(([memberId, text]) => {
        const values = (JSON.parse(text) as [string, number][]).map(([, value]) => value)
        return [memberId, sumOf(values)] as const
      })
      return [`${team} ${since}`, new Map(entries)]
    }),
  )
  return (team, since) => sums.get(`${team} ${since}`) ?? NOTHING
}

const NOTHING: ReadonlyMap<MemberId, number> = new Map()

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other
