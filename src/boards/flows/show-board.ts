// Loads a board, or a person's place on a posted board, for a person who may see the team's boards.

import { isDeepStrictEqual } from 'node:util'
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { teamNumbersDate } from '../../numbers/domain/numbers-day.ts'
import { type PeriodKind, periodOf } from '../../numbers/domain/period.ts'
import { teamCalendarsOf } from '../../org/db/calendars.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { memberOf } from '../../org/db/members.ts'
import { rolesOf } from '../../org/db/roles.ts'
import { settingsHistory, settingsIn } from '../../org/db/settings.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import { JANUARY } from '../../org/domain/fiscal-year.ts'
import { may } from '../../org/domain/permissions.ts'
import type { Role, Team, TeamSettings } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { namedTeams } from '../../org/flows/named-teams.ts'
import { teamsAllowed } from '../../org/flows/resolve-team.ts'
import { findSnapshot } from '../db/boards.ts'
import { type AsOf, readAsOf } from '../domain/as-of.ts'
import type { BoardPeriod, BoardView, BoardWords, BoardWordsProblem } from '../domain/board-words.ts'
import type { BoardFacts } from '../domain/message-facts.ts'
import { maySeeBoard } from '../domain/permissions.ts'
import { teamsInWords } from '../domain/team-in-words.ts'
import { type BoardRequest, computeBoardFrom } from './board.ts'
import { loadSnapshot } from './facts/board.ts'
import { type BoardPlace, type ResolvedBoardTeam, resolveBoardTeam } from './resolve-board-team.ts'

/** Of the ways to find a team's name in a text. */
const MAX_TRIED = 5

/** `memberId` null: the reader is not a member of the team but its manager or director. */
interface ShownBoard {
  facts: BoardFacts
  memberId: MemberId | null
}

export type BoardAnswer =
  | ({ ok: true } & ShownBoard)
  | Exclude<ResolvedBoardTeam, { ok: true } | { reason: 'which-team' }>
  /** `typed`: what was typed besides the name of a team. */
  | (Extract<ResolvedBoardTeam, { reason: 'which-team' }> & { typed: string })
  | Exclude<BoardWordsProblem, { reason: 'unread' }>
  | (Extract<BoardWordsProblem, { reason: 'unread' }> & { metrics: readonly Metric[] })
  | { ok: false; reason: 'no-measure' | 'no-weights'; teamName: string }
  | { ok: false; reason: 'as-of-unread' }

export interface BoardReader {
  who: Person
  now: Temporal.Instant
  parse(
    typed: string,
    known: { metrics: readonly Metric[]; roles: readonly Role[] },
    view: BoardView,
  ): BoardWords
}

/** The board of the place, or of the team whose name was typed. */
export async function showBoard(
  q: Queryable,
  reader: BoardReader,
  place: BoardPlace,
  typed: string,
): Promise<BoardAnswer> {
  const resolved = await resolveBoardTeam(q, reader.who, reader.now, place)
  const answer = resolved.ok ? await boardOf(q, reader, resolved.team, typed) : resolved
  const mayBeNamed = !answer.ok && ['unread', 'which-team', 'not-allowed'].includes(answer.reason)
  const named = mayBeNamed && typed !== '' ? await boardOfNamedTeam(q, reader, typed) : null
  if (named) return named
  return !answer.ok && answer.reason === 'which-team' ? { ...answer, typed } : answer
}

async function boardOf(
  q: Queryable,
  { who, now, parse }: BoardReader,
  team: Team,
  typed: string,
): Promise<Exclude<BoardAnswer, { reason: 'which-team' }>> {
  const { workspaceId, teamId } = team
  const versions = await settingsHistory(q, team)
  const metrics = await metricsOfTeam(q, workspaceId, teamId)
  const current = settingsIn(versions, now.toZonedDateTimeISO(who.zone).toPlainDate())
  if (!current) return { ok: false, reason: 'no-measure', teamName: '' }
  const today = now.toZonedDateTimeISO(current.zone).toPlainDate()
  const view = {
    ...{ today, locale: who.locale, weekStartsOn: weekStart(current.workDays) },
    yearStarts: await fiscalYearStart(q, workspaceId),
  }
  const read = readAsOf(typed, view)
  if (!read.ok) return { ok: false, reason: 'as-of-unread' }
  const known = { metrics: [...metrics.values()], roles: await rolesOf(q, workspaceId) }
  const words = parse(read.rest, known, view)
  if (!words.ok) return words.reason === 'unread' ? { ...words, metrics: known.metrics } : words
  const seenOn = read.asOf?.date ?? today
  const period =
    !words.period || words.period === 'day' ? await usualDay(q, team, current, seenOn) : words.period
  if (read.asOf && Temporal.PlainDate.compare(periodFrom(period, view), seenOn) > 0)
    return { ok: false, reason: 'not-come' }
  const asOf =
    read.asOf && (await instantOf(q, team, current.zone, read.asOf, periodFrom(period, view), period.kind))
  const date = asOf ? earlier(period.date, localDate(asOf, current.zone)) : period.date
  const since = asOf ? versions.filter(({ setAt }) => Temporal.Instant.compare(setAt, asOf) <= 0) : versions
  const settings = settingsIn(since.length > 0 ? since : versions, date)!
  const byWeights = words.by?.kind === 'team-weights'
  if (byWeights && settings.measure.kind !== 'weighted')
    return { ok: false, reason: 'no-weights', teamName: current.name }
  const measure = words.by?.kind === 'team-weights' ? settings.measure : words.by
  const request = {
    ...{ workspaceId, teamId, period: period.kind, date },
    ...(measure ? { measure } : {}),
    ...(words.role ? { role: words.role } : {}),
    ...(asOf && Temporal.Instant.compare(asOf, now) < 0 ? { asOf } : {}),
  }
  const posted = request.asOf && !words.role ? await postedThen(q, request, settings, view, now) : null
  const facts = posted ?? (await computeBoardFrom(q, request, { settings, metrics }))
  if (!facts) return { ok: false, reason: 'no-measure', teamName: current.name }
  const shown = asOf ? { ...facts, asOf: { at: asOf, zone: current.zone } } : facts
  return { ok: true, facts: shown, memberId: await ownMember(q, who, teamId) }
}

/** The board that hung in the channel at the instant, with its recap; another measure, or none that was posted: null. */
async function postedThen(
  q: Queryable,
  { workspaceId, teamId, period, date, measure, asOf }: BoardRequest,
  settings: TeamSettings,
  view: BoardView,
  now: Temporal.Instant,
): Promise<BoardFacts | null> {
  const from = periodFrom({ kind: period, date }, view)
  const facts = await loadSnapshot(q, { workspaceId, teamId, period }, from, now, asOf ?? null)
  const isAsked = facts && isDeepStrictEqual(facts.board.measure, measure ?? settings.measure)
  return isAsked ? { ...facts, revised: null } : null
}

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other

const periodFrom = ({ kind, date }: Exclude<BoardPeriod, 'day'>, view: BoardView): Temporal.PlainDate =>
  periodOf(kind, date, view.weekStartsOn, view.yearStarts ?? JANUARY).from

/** A date alone: when the board was posted, if that was on the date; else the end of the date. */
async function instantOf(
  q: Queryable,
  { workspaceId, teamId }: Team,
  zone: string,
  { date, time }: NonNullable<Extract<AsOf, { ok: true }>['asOf']>,
  from: Temporal.PlainDate,
  period: PeriodKind,
): Promise<Temporal.Instant> {
  if (time) return date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
  const posted = await findSnapshot(q, { workspaceId, teamId, period }, from)
  if (posted && localDate(posted.takenAt, zone).equals(date)) return posted.takenAt
  return date.add({ days: 1 }).toZonedDateTime(zone).toInstant()
}

/** Null: no team that the person may see is named in the text. */
async function boardOfNamedTeam(
  q: Queryable,
  reader: BoardReader,
  typed: string,
): Promise<BoardAnswer | null> {
  const { who, now } = reader
  const teams = await teamsAllowed(q, await actorOf(q, who, now), maySeeBoard)
  const names = await namedTeams(q, who.workspaceId, teams, now)
  const nameable = names.flatMap((team) => (team.name ? [{ ...team, name: team.name }] : []))
  for (const found of teamsInWords(typed, nameable).slice(0, MAX_TRIED)) {
    const team = teams.find(({ teamId }) => teamId === found.teams[0]!.teamId)!
    // 'Week' is a period, though a team may be called 'Weekend'.
    if (!found.isWhole && isRead(await boardOf(q, reader, team, found.words))) continue
    const answer = await boardOf(q, reader, team, found.rest)
    if (!isRead(answer)) continue
    return found.teams.length === 1
      ? answer
      : { ok: false, reason: 'which-team', choices: found.teams, typed: found.rest }
  }
  return null
}

const isRead = (answer: BoardAnswer): boolean => answer.ok || answer.reason !== 'unread'

/** The date whose numbers today's standup asks for. */
async function usualDay(
  q: Queryable,
  team: Team,
  settings: TeamSettings,
  today: Temporal.PlainDate,
): Promise<Exclude<BoardPeriod, 'day'>> {
  const calendar = (await teamCalendarsOf(q, [team], today)).get(team.teamId)
  return { kind: 'day', date: calendar ? teamNumbersDate(settings, calendar, today) : today }
}

async function ownMember(q: Queryable, who: Person, teamId: TeamId): Promise<MemberId | null> {
  const memberships = await memberOf(q, who.workspaceId, who.userId)
  return memberships.find((member) => member.teamId === teamId)?.memberId ?? null
}

export type PlaceAnswer = ({ ok: true } & ShownBoard) | { ok: false; reason: 'not-allowed' | 'gone' }

/** Loads a posted board and the person's member id on it. */
export async function showPlace(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
  board: { teamId: TeamId; period: PeriodKind; from: Temporal.PlainDate },
): Promise<PlaceAnswer> {
  const { workspaceId, userId } = who
  const { teamId, period, from } = board
  const actor = await actorOf(q, who, now)
  if (!may(actor, maySeeBoard, { workspaceId, teamId, userId })) return { ok: false, reason: 'not-allowed' }
  const facts = await loadSnapshot(q, { workspaceId, teamId, period }, from, now)
  if (!facts) return { ok: false, reason: 'gone' }
  return { ok: true, facts, memberId: await ownMember(q, who, teamId) }
}
