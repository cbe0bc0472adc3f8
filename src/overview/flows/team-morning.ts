// Loads how a team's date stands for whoever leads it: who is in, who is missing or away, what is blocked, behind, or worth a look.
import { closeOf, promptedOn } from '../../checkins/db/checkin-days.ts'
import { reviewsOfTeam } from '../../checkins/db/reviews.ts'
import { answeredDay } from '../../checkins/domain/answered-day.ts'
import { reviewState } from '../../checkins/domain/review.ts'
import { blockersOfTeam } from '../../checkins/standup/db/blockers.ts'
import { entriesOfTeams } from '../../checkins/standup/db/standups.ts'
import type { Blocker } from '../../checkins/standup/domain/standup.ts'
import type { StandupEntry } from '../../checkins/standup/domain/standup-facts.ts'
import { STANDUP_KIND } from '../../checkins/standup/domain/standup-kind.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, UserId } from '../../core/ids.ts'
import { earlierOf, isBefore } from '../../core/time.ts'
import { correctedOn } from '../../numbers/db/corrected.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import { dayTotalsOf } from '../../numbers/db/totals.ts'
import { teamNumbersDate } from '../../numbers/domain/numbers-day.ts'
import { periodOf } from '../../numbers/domain/period.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { type DayReason, dayStatus, weekStart } from '../../org/domain/calendar.ts'
import { windowOf } from '../../org/domain/checkin-window.ts'
import type { TeamSettings } from '../../org/domain/team.ts'
import type { DayMember, TeamDay } from '../../org/domain/team-day.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import { teamProgress } from '../../targets/flows/team-progress.ts'
import { unresolvedWarnings } from '../../warnings/db/episodes.ts'
import { openThen } from '../../warnings/db/open-then.ts'
import { LEVELS } from '../../warnings/domain/level.ts'
import { riskOf, type Warning } from '../../warnings/domain/warning.ts'
import type { MorningBlocker, Remark, TeamMorning, WarnedMember } from '../domain/morning.ts'
import { furthestBehind } from '../domain/must-do.ts'

/** Null: the team is gone, the reader is alone in it, or nobody is asked and nobody has answered. */
export async function loadTeamMorning(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  date: Temporal.PlainDate,
  readerUserId: UserId,
  now: Temporal.Instant,
): Promise<TeamMorning | null> {
  const ref = { workspaceId, teamId }
  const day = (await loadTeamDays(q, [ref], date)).get(teamId)
  if (!day || day.members.every(({ member }) => member.userId === readerUserId)) return null
  const [entries, { prompted, nudged }, close, blockers, reviews, behind] = await Promise.all([
    entriesOfTeams(q, [ref], date),
    promptedOn(q, STANDUP_KIND.name, [ref], date),
    closeOf(q, STANDUP_KIND.name, ref, date),
    blockersOfTeam(q, workspaceId, teamId, date),
    reviewsOfTeam(q, STANDUP_KIND.name, ref, date),
    behindOf(q, day, now),
  ])
  const entryOf = new Map(entries.map((entry) => [entry.memberId, entry]))
  const split = answeredDay(STANDUP_KIND, day, entries, close !== null)
  const expected = split.missing.map(({ of }) => of)
  const missing = expected.filter(({ member }) => close !== null || prompted.has(member.memberId))
  const isOver = (of: DayMember) => close !== null || !isBefore(now, windowOf(day.settings, of, date).closeAt)
  const own = missing.find(({ member }) => member.userId === readerUserId)
  const answered = split.answered.length
  if (answered + expected.length === 0) return null
  const toRead = split.answered.filter(({ of }) => of.member.userId !== readerUserId)
  const unread = toRead.filter(({ entry }) => reviewState(reviews.get(entry.memberId), entry) !== 'read')
  return {
    ...{ answers: toRead.length, unread: unread.length },
    ...{ teamId, team: identityOf(day.team, day.settings), date, closed: close !== null },
    ...{ answered, expected: answered + expected.length, later: expected.length - missing.length },
    missing: missing
      .filter((of) => of !== own)
      .map((of) => {
        const { member, person } = of
        const free = isOver(of) ? ('no' as const) : ('can' as const)
        const nudge = nudged.has(member.memberId) ? ('done' as const) : free
        return { name: person.name, userId: member.userId, nudge }
      }),
    own: own ? (isOver(own) ? 'missed' : 'open') : null,
    away: split.away
      .filter((of) => isAway(dayStatus(of.calendar, date).reason))
      .map(({ person }) => person.name),
    blockers: blockers.flatMap((blocker) => blockerOf(blocker, day, readerUserId)),
    behind,
    remarks: await remarksOf(q, day, entryOf),
    warned: await warnedIn(q, day, readerUserId, now),
  }
}

/** On a working day whoever is not asked has half of it off. */
const isAway = (reason: DayReason) =>
  reason === 'leave' || reason === 'holiday' || reason === 'extra-day-off' || reason === 'working'

/** Nothing for a closed blocker, and for one whose member has left the team. */
function blockerOf(blocker: Blocker, { members, date }: TeamDay, readerUserId: UserId): MorningBlocker[] {
  const owner = members.find(({ member }) => member.memberId === blocker.memberId)
  const { blockerId, text, state, helperUserId, raisedOn } = blocker
  if (!owner || state === 'closed') return []
  return [
    {
      ...{ blockerId, text, name: owner.person.name, own: owner.member.userId === readerUserId },
      ...{ helperUserId: state === 'helped' ? helperUserId : null, ageDays: raisedOn.until(date).days },
    },
  ]
}

/** A date that is over is shown as it was at its end. */
async function behindOf(
  q: Queryable,
  { team, settings, date, members }: TeamDay,
  now: Temporal.Instant,
): Promise<TeamMorning['behind']> {
  const period = periodOf('month', date, weekStart(settings.workDays))
  const progress = await teamProgress(q, { team, settings, period }, earlierOf(now, endOf(date, settings)))
  const here = new Set(members.map(({ member }) => member.userId))
  return furthestBehind(progress.people)
    .filter(({ userId }) => here.has(userId))
    .map((one) => ({ ...one, name: progress.nameOf[one.userId] ?? '' }))
}

const endOf = (date: Temporal.PlainDate, { zone }: TeamSettings): Temporal.Instant =>
  date.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ seconds: 1 })

/** Those of the reader are for the manager above. A date that is over keeps the warnings of its end. */
async function warnedIn(
  q: Queryable,
  { team, settings, date, members }: TeamDay,
  readerUserId: UserId,
  now: Temporal.Instant,
): Promise<WarnedMember[]> {
  const end = endOf(date, settings)
  const open = isBefore(end, now) ? await openThen(q, team, end) : await openNow(q, team)
  const memberOf = ({ memberId, ...of }: Warning) => memberId ?? raiserIn(members, of)
  const ofMember = Map.groupBy(open, ({ warning }) => memberOf(warning))
  const warned = members.flatMap(({ member: { memberId, userId }, person }): WarnedMember[] =>
    userId === readerUserId
      ? []
      : (ofMember.get(memberId) ?? []).map(({ warning: { metricKey }, level }) => ({
          ...{ userId, name: person.name, metricKey, level },
        })),
  )
  return warned.toSorted((one, other) => LEVELS.indexOf(other.level) - LEVELS.indexOf(one.level))
}

const openNow = async (q: Queryable, team: TeamRef) =>
  (await unresolvedWarnings(q, [team]))
    .filter(({ episode: { state, silenced } }) => state === 'open' && !silenced)
    .map((warning) => ({ warning, level: warning.episode.level }))

/** Whoever has raised a risk of the team. */
const raiserIn = (
  members: readonly DayMember[],
  warning: Pick<Warning, 'signal' | 'evidence'>,
): MemberId | undefined =>
  members.find(({ member }) => member.userId === riskOf(warning)?.raisedBy)?.member.memberId

/** Of the day that each standup reports. */
async function remarksOf(
  q: Queryable,
  day: TeamDay,
  entryOf: ReadonlyMap<MemberId, StandupEntry>,
): Promise<Remark[]> {
  const { workspaceId, teamId } = day.team
  const usual = teamNumbersDate(day.settings, day.calendar, day.date)
  const dateOf = ({ member }: DayMember) => (entryOf.get(member.memberId)?.numbersDate ?? usual).toString()
  const metrics = await metricsOfTeam(q, workspaceId, teamId)
  const remarks: Remark[] = []
  for (const [iso, own] of Map.groupBy(day.members, dateOf)) {
    const [memberIds, date] = [own.map(({ member }) => member.memberId), Temporal.PlainDate.from(iso)]
    const [totals, corrected] = await Promise.all([
      dayTotalsOf(q, workspaceId, memberIds, date),
      correctedOn(q, workspaceId, memberIds, date),
    ])
    for (const { member, person } of own)
      for (const [key, total] of Object.entries(totals.get(member.memberId) ?? {})) {
        const metric = metrics.get(key)
        const isCorrected = total.correctedUp || corrected.get(member.memberId)?.has(key)
        if (!metric || !(total.implausible || isCorrected)) continue
        const why = total.implausible ? 'unusual' : 'corrected'
        remarks.push({ name: person.name, metric, value: total.value, why })
      }
  }
  return remarks
}
