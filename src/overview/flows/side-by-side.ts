// Loads the teams below somebody side by side: what each reached of its target in a period, its pace, its change and per head.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { metricsAmong, sumsOfTeams } from '../../numbers/db/team-sums.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { aroundPeriod, calendarsOf } from '../../org/db/calendars.ts'
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
import { inForceOn, type TargetVersion, targetKey } from '../../targets/domain/target.ts'
import { maySeeTeam } from '../domain/permissions.ts'
import { leadingNumber, type PersonDays, sideNumber, type TeamSide } from '../domain/side-by-side.ts'

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

/** `alone`: people who alone have reported what a team's sum is made of. */
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
  const [teams, settings, calendars, found] = await Promise.all([
    loadTeams(q, refs),
    settingsOfTeams(q, refs, on),
    asOf
      ? calendarsThen(q, workspaceId, members, period, asOf)
      : calendarsOf(q, members, on, aroundPeriod(period)),
    versionsOfTeams(q, refs, aimed),
  ])
  const versions = asOf ? found.filter(({ setAt }) => Temporal.Instant.compare(setAt, asOf) <= 0) : found
  const ofPeriod = Map.groupBy(
    versions.filter(({ period: of }) => of.kind === aimed.kind && of.from.equals(aimed.from)),
    ({ teamId }) => teamId,
  )
  const keys = new Set([
    ...USUAL,
    ...(metricKey ? [metricKey] : []),
    ...versions.map((version) => version.metricKey),
  ])
  for (const { measure } of settings.values()) if (measure.kind === 'metric') keys.add(measure.metric)
  const metrics = await metricsAmong(q, refs, [...keys])
  const shared = new Map<string, Due>()
  const sides = refs.flatMap(({ teamId }) => {
    const [team, own] = [teams.get(teamId), settings.get(teamId)]
    if (!team || team.archivedAt || !own) return []
    const last = lastDayOf(period, localDate(now, own.zone))
    const targets = wholesOn(ofPeriod.get(teamId) ?? [], last)
    const listed = inUsualOrder(metrics.get(teamId) ?? [])
    const people = byTeam.get(teamId)!
    const metric = metricKey
      ? (listed.find(({ key, kind }) => key === metricKey && kind === 'additive') ?? null)
      : leadingNumber(listed, targets, own.measure)
    const due = dueOf({ people, calendars, settings: own, period, shared }, now)
    return [
      {
        ...{ team, settings: own, people, metric, due, last },
        target: metric && aimed === period ? (targets.get(metric.key) ?? null) : null,
      },
    ]
  })
  const { sums, only } = await loadSums(q, workspaceId, sides, period, asOf)
  const names = await channelNames(
    q,
    workspaceId,
    sides.map(({ team }) => team.channelId),
  )
  return {
    sides: sides.map(
      ({ team, settings: own, people, metric, due, target, last }, place): TeamSide => ({
        ...{ teamId: team.teamId, name: own.name, channelName: names.get(team.channelId) || null },
        people: people.filter((member) => isThere(member, last)).length,
        number: metric && sideNumber(metric, sums[place]!, target, due.days),
      }),
    ),
    alone: members.filter(({ memberId }) => only.has(memberId)),
  }
}

/** As they were known at the instant. */
async function calendarsThen(
  q: Queryable,
  workspaceId: string,
  members: readonly Member[],
  { from, to }: Period,
  at: Temporal.Instant,
): Promise<Map<string, MemberCalendar>> {
  const known = await membersAt(q, workspaceId, members, { from, to }, at)
  return new Map([...known].map(([memberId, { calendar }]) => [memberId, asKnown(calendar)]))
}

const inUsualOrder = (metrics: readonly Metric[]): Metric[] => {
  const place = ({ key }: Metric) => (USUAL.includes(key) ? USUAL.indexOf(key) : USUAL.length)
  return metrics.toSorted((one, other) => place(one) - place(other))
}

function wholesOn(versions: readonly TargetVersion[], on: Temporal.PlainDate): Map<string, number> {
  const wholes = [...Map.groupBy(versions, targetKey).values()].flatMap((own) => {
    const found = inForceOn(own, on)
    return found && found.whole !== null ? [[found.metricKey, found.whole] as const] : []
  })
  return new Map(wholes)
}

interface Due {
  through: Temporal.PlainDate | null
  compared: ComparedDays | null
  days: PersonDays
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
  if (!first) return { through: null, compared: null, days: { due: 0, whole: 0 } }
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
  const daysTo = (to: Temporal.PlainDate, each: number) => {
    const presenceOf = presenceCounter(period.from, to)
    return others.reduce((sum, one) => sum + presenceOf(one).present, each * (own.length - others.length))
  }
  const days = {
    due: through ? daysTo(through, plain.days.due) : 0,
    whole: daysTo(period.to, plain.days.whole),
  }
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
  const daysTo = (to: Temporal.PlainDate) => presenceCounter(period.from, to)(calendar).present
  return {
    through,
    compared: through && comparedDays(period, through, worksOn, weekStart(settings.workDays)),
    days: { due: through ? daysTo(through) : 0, whole: daysTo(period.to) },
  }
}

const EARLIEST = Temporal.PlainDate.from('1970-01-01')

async function loadSums(
  q: Queryable,
  workspaceId: string,
  sides: readonly { team: Team; metric: Metric | null; due: Due; last: Temporal.PlainDate }[],
  period: Period,
  asOf: Temporal.Instant | null,
) {
  const wishes = sides.flatMap(({ team: { teamId }, metric, due: { through, compared }, last }, place) => {
    if (!metric) return []
    const one = { place, teamId, metricKey: metric.key }
    return [
      { ...one, what: 'period' as const, from: period.from, to: last },
      ...(through ? [{ ...one, what: 'due' as const, from: period.from, to: through }] : []),
      ...(compared ? [{ ...one, what: 'before' as const, from: compared.from, to: compared.to }] : []),
    ]
  })
  const found = await sumsOfTeams(q, workspaceId, wishes, asOf)
  const sums = sides.map(() => ({ period: 0, due: null as number | null, before: null as number | null }))
  for (const [index, { place, what }] of wishes.entries()) {
    const sum = found[index]?.sum ?? null
    if (what === 'period') sums[place]!.period = sum ?? 0
    else sums[place]![what] = sum
  }
  return { sums, only: new Set(found.flatMap(({ only }) => only ?? [])) }
}

/** By the team's own day: of a period that runs today, of one that is over its end, and its first where it has not begun there. */
const lastDayOf = ({ from, to }: Period, today: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(today, from) < 0 ? from : earlier(today, to)

const isThere = ({ joinedOn, leftOn }: Member, on: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(joinedOn, on) <= 0 && (!leftOn || Temporal.PlainDate.compare(on, leftOn) <= 0)

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other
