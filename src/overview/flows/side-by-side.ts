// Loads the teams below somebody side by side: what each reached of its target in a period, its pace, its change and per head.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { metricsAmong, sumsOfTeams } from '../../numbers/db/team-sums.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { aroundPeriod } from '../../org/db/calendars.ts'
import { channelNames } from '../../org/db/channels.ts'
import { membersBetween } from '../../org/db/members.ts'
import { settingsOfTeams } from '../../org/db/settings.ts'
import { loadTeams } from '../../org/db/teams.ts'
import { type MemberCalendar, teamWorksOn, weekStart } from '../../org/domain/calendar.ts'
import { currentDates } from '../../org/domain/joining.ts'
import { asKnown } from '../../org/domain/measured-calendar.ts'
import { may } from '../../org/domain/permissions.ts'
import { presenceCounter } from '../../org/domain/presence.ts'
import type { Member, Team, TeamSettings } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { membersAt } from '../../org/flows/members-at.ts'
import { versionsOfTeams } from '../../targets/db/team-targets.ts'
import { type ComparedDays, comparedDays } from '../../targets/domain/compared-days.ts'
import { lastDueDay } from '../../targets/domain/due-days.ts'
import { teamWhole } from '../../targets/domain/since.ts'
import type { TargetVersion } from '../../targets/domain/target.ts'
import { loadTeamTargets, type TeamNumber, targetsOfTeams } from '../../targets/flows/targets-of-teams.ts'
import { maySeeTeam } from '../domain/permissions.ts'
import { leadingNumber, sideNumber, type TeamSide } from '../domain/side-by-side.ts'

/** What a team that has no target is looked at for, before anything else that it counts. */
const USUAL = ['newRevenue', 'contractValue', 'expansionRevenue', 'newCustomers', 'renewalsWon', 'calls']

/** Weeks of several teams begin together. */
export const MONDAY = 1

/** `least`: one team alone stands beside nothing, unless it is the first below a director. */
export async function teamsLedBy(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
): Promise<{ led: TeamId[]; least: number }> {
  const actor = await actorOf(q, who, now)
  const { workspaceId, userId } = who
  const led = [...new Set([...actor.manages, ...actor.actsFor, ...actor.directs])].filter((teamId) =>
    may(actor, maySeeTeam, { workspaceId, teamId, userId }),
  )
  return { led, least: actor.directs.length > 0 ? 1 : 2 }
}

interface SideWish {
  /** By whose targets a team's number is chosen. Missing: those of the period. */
  aimed?: Period
  /** The number of all teams. Null: that by which each is led. */
  metricKey?: MetricKey | null
  /** As everything was known at `now`. Null: as it stands. */
  asOf?: Temporal.Instant | null
}

/** `alone`: who alone have reported what a team's sum is made of, or are all of its people. */
export async function sideBySide(
  q: Queryable,
  workspaceId: string,
  teamIds: readonly TeamId[],
  period: Period,
  now: Temporal.Instant,
  { aimed = period, metricKey = null, asOf = null }: SideWish = {},
): Promise<{ sides: TeamSide[]; alone: Member[] }> {
  const wanted = teamIds.map((teamId) => ({ workspaceId, teamId }))
  const on = earlier(localDate(now, 'UTC'), period.to)
  // Of teams whose day has begun before that of others.
  const latest = earlier(currentDates(now).at(-1)!, period.to)
  const members = await membersBetween(q, wanted, period.from, latest)
  const byTeam = Map.groupBy(members, ({ teamId }) => teamId)
  const refs = wanted.filter(({ teamId }) => byTeam.has(teamId))
  const [teams, settings, found] = await Promise.all([
    loadTeams(q, refs),
    settingsOfTeams(q, refs, on),
    versionsOfTeams(q, refs, aimed),
  ])
  const versions = asOf ? found.filter(({ setAt }) => Temporal.Instant.compare(setAt, asOf) <= 0) : found
  const ofTeam = Map.groupBy(versions, ({ teamId }) => teamId)
  const keys = new Set([
    ...USUAL,
    ...(metricKey ? [metricKey] : []),
    ...versions.map((version) => version.metricKey),
  ])
  for (const { measure } of settings.values()) if (measure.kind === 'metric') keys.add(measure.metric)
  const metrics = await metricsAmong(q, refs, [...keys])
  const chosen = refs.flatMap(({ teamId }) => {
    const [team, own] = [teams.get(teamId), settings.get(teamId)]
    if (!team || team.archivedAt || !own) return []
    const last = lastDayOf(period, localDate(now, own.zone))
    const targets = wholesOn(ofTeam.get(teamId) ?? [], aimed, last)
    const listed = inUsualOrder(metrics.get(teamId) ?? [])
    const metric = metricKey
      ? (listed.find(({ key, kind }) => key === metricKey && kind === 'additive') ?? null)
      : leadingNumber(listed, targets, own.measure)
    return [{ team, settings: own, people: byTeam.get(teamId)!, metric, last }]
  })
  // Of a week whose numbers are chosen by the month's targets nothing is said about targets.
  const wishes = aimed === period ? chosen.flatMap(numberWish) : []
  const known = { period, versions: asOf && versions }
  const { held, span } = await loadTeamTargets(q, workspaceId, wishes, known)
  const at = await membersAt(q, workspaceId, members, span, now, aroundPeriod(span))
  const calendars = new Map([...at].map(([memberId, { calendar }]) => [memberId, asKnown(calendar)]))
  const shared = new Map<string, Due>()
  const sides = chosen.map((one) => {
    // Each person counts until their own today.
    const todays = new Set(one.people.flatMap(({ memberId }) => at.get(memberId)?.today ?? []))
    const until = earlier([...todays].sort(Temporal.PlainDate.compare).at(-1) ?? one.last, period.to)
    return { ...one, until, due: dueOf({ ...one, calendars, period, shared }, now) }
  })
  const [{ sums, only }, targetsOf] = await Promise.all([
    loadSums(q, workspaceId, sides, period, asOf),
    targetsOfTeams(q, workspaceId, wishes, { period, versions: ofTeam, held, members: at, now, asOf }),
  ])
  const targets = targetsOf(new Map(sides.map(({ team }, place) => [team.teamId, sums[place]!.period])))
  const names = await channelNames(
    q,
    workspaceId,
    sides.map(({ team }) => team.channelId),
  )
  return {
    sides: sides.map(
      ({ team, settings: own, people, metric, due, last }, place): TeamSide => ({
        ...{ teamId: team.teamId, name: own.name, channelName: names.get(team.channelId) || null },
        people: people.filter((member) => isThere(member, last)).length,
        number: metric && sideNumber(metric, sums[place]!, targets.get(team.teamId) ?? null, due.days),
      }),
    ),
    alone: [
      ...new Set([...members.filter(({ memberId }) => only.has(memberId)), ...sides.flatMap(onlyPerson)]),
    ],
  }
}

/** Nobody else’s target is in the team’s, either. */
const onlyPerson = ({ people, metric }: Chosen): readonly Member[] =>
  metric && people.length === 1 ? people : []

const inUsualOrder = (metrics: readonly Metric[]): Metric[] => {
  const place = ({ key }: Metric) => (USUAL.includes(key) ? USUAL.indexOf(key) : USUAL.length)
  return metrics.toSorted((one, other) => place(one) - place(other))
}

/** The numbers for which something was set for the team's people in just this period. */
function wholesOn(versions: readonly TargetVersion[], period: Period, on: Temporal.PlainDate): Set<string> {
  const byMetric = Map.groupBy(versions, ({ metricKey }) => metricKey)
  return new Set([...byMetric].flatMap(([key, own]) => (teamWhole(own, period, on) ? [key] : [])))
}

/** Who is there by the team's own day. */
const numberWish = ({ team, metric, people, last }: Chosen): TeamNumber[] => {
  const there = people.filter(({ joinedOn }) => Temporal.PlainDate.compare(joinedOn, last) <= 0)
  return metric ? [{ teamId: team.teamId, metric, on: last, people: there }] : []
}

interface Chosen {
  team: Team
  settings: TeamSettings
  people: readonly Member[]
  metric: Metric | null
  last: Temporal.PlainDate
}

interface Due {
  through: Temporal.PlainDate | null
  compared: ComparedDays | null
  /** That are due, of all its people together. */
  days: number
}

/**
 * What of the period is due by the team's own calendar and clock, and how many working days of its people that is. Teams with the
 * same calendar and times share what is computed of them (`shared`), as do people without leave in them.
 */
function dueOf(
  facts: {
    people: readonly Member[]
    calendars: ReadonlyMap<string, MemberCalendar>
    settings: TeamSettings
    period: Period
    shared: Map<string, Due>
  },
  now: Temporal.Instant,
): Due {
  const { people, calendars, settings, period, shared } = facts
  const own = people.flatMap(({ memberId }) => calendars.get(memberId) ?? [])
  const [first] = own
  if (!first) return { through: null, compared: null, days: 0 }
  const calendar = {
    ...first,
    joinedOn: EARLIEST,
    leftOn: null,
    leave: [],
    leaveOnRecord: [],
    ownHolidays: [],
  }
  const key = JSON.stringify([calendar, { ...settings, name: '' }])
  const plain = shared.get(key) ?? plainDays(calendar, settings, period, now)
  shared.set(key, plain)
  const { through, compared } = plain
  const isPlain = ({ joinedOn, leftOn, leave, ownHolidays }: MemberCalendar) =>
    leftOn === null &&
    leave.length + ownHolidays.length === 0 &&
    Temporal.PlainDate.compare(joinedOn, period.from) <= 0
  const others = own.filter((one) => !isPlain(one))
  if (!through) return plain
  const presenceOf = presenceCounter(period.from, through)
  const alike = plain.days * (own.length - others.length)
  const days = others.reduce((sum, one) => sum + presenceOf(one).present, alike)
  return { through, compared, days }
}

/** `days`: of one person who is always there. */
function plainDays(
  calendar: MemberCalendar,
  settings: TeamSettings,
  period: Period,
  now: Temporal.Instant,
): Due {
  const { zone } = settings
  const through = lastDueDay({ settings, calendar, zone, today: localDate(now, zone) }, period, now)
  const worksOn = (date: Temporal.PlainDate) => teamWorksOn(calendar, date)
  return {
    through,
    compared: through && comparedDays(period, through, worksOn, weekStart(settings.workDays)),
    days: through ? presenceCounter(period.from, through)(calendar).present : 0,
  }
}

const EARLIEST = Temporal.PlainDate.from('1970-01-01')

async function loadSums(
  q: Queryable,
  workspaceId: string,
  sides: readonly { team: Team; metric: Metric | null; due: Due; until: Temporal.PlainDate }[],
  period: Period,
  asOf: Temporal.Instant | null,
) {
  const shown = sides.flatMap(({ team: { teamId }, metric, due, until }, place) =>
    metric ? [{ ...due, ...{ place, teamId, metricKey: metric.key, until } }] : [],
  )
  const compared = shown.flatMap((one) => (one.compared ? [{ ...one, ...one.compared }] : []))
  // Two statements at a time: they read all days of all teams, and everything else is known by now.
  const [sums, before] = await Promise.all([
    sumsOfTeams(
      q,
      workspaceId,
      shown.map((one) => ({ ...one, from: period.from, to: one.until, partTo: one.through })),
      asOf,
    ),
    sumsOfTeams(q, workspaceId, compared, asOf),
  ])
  const ofSides = sides.map(() => ({ period: 0, due: null as number | null, before: null as number | null }))
  for (const [index, { place }] of shown.entries())
    Object.assign(ofSides[place]!, { period: sums[index]!.sum ?? 0, due: sums[index]!.part })
  for (const [index, { place }] of compared.entries()) ofSides[place]!.before = before[index]!.sum
  return { sums: ofSides, only: new Set([...sums, ...before].flatMap(({ only }) => only ?? [])) }
}

/** By the team's own day: of a period that runs today, of one that is over its end, and its first where it has not begun there. */
const lastDayOf = ({ from, to }: Period, today: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(today, from) < 0 ? from : earlier(today, to)

const isThere = ({ joinedOn, leftOn }: Member, on: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(joinedOn, on) <= 0 && (!leftOn || Temporal.PlainDate.compare(on, leftOn) <= 0)

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other
