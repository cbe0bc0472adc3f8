// Loads a board, or a person's place on a posted board, for a person who may see the team's boards.

import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { teamNumbersDate } from '../../numbers/domain/numbers-day.ts'
import { isFiscal, type PeriodKind } from '../../numbers/domain/period.ts'
import { teamCalendarsOf } from '../../org/db/calendars.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { memberOf } from '../../org/db/members.ts'
import { settingsHistory, settingsIn } from '../../org/db/settings.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import { JANUARY } from '../../org/domain/fiscal-year.ts'
import { may } from '../../org/domain/permissions.ts'
import type { Measure, Team, TeamSettings } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import type { BoardWords } from '../domain/board-words.ts'
import type { BoardFacts } from '../domain/message-facts.ts'
import { type BoardPeriod, dateOfPeriod, type PeriodDate } from '../domain/period-words.ts'
import { maySeeBoard } from '../domain/permissions.ts'
import { computeBoardFrom } from './board.ts'
import { loadSnapshot } from './facts/board.ts'
import { type BoardPlace, type ResolvedBoardTeam, resolveBoardTeam } from './resolve-board-team.ts'

/** `memberId` null: the reader is not a member of the team but its manager or director. */
interface ShownBoard {
  facts: BoardFacts
  memberId: MemberId | null
}

export type BoardAnswer =
  | ({ ok: true } & ShownBoard)
  | Extract<ResolvedBoardTeam, { ok: false }>
  | { ok: false; reason: 'unread'; part: string; candidates: readonly Metric[]; metrics: readonly Metric[] }
  | { ok: false; reason: 'no-measure'; teamName: string }
  | { ok: false; reason: 'not-come' }

export async function showBoard(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
  place: BoardPlace,
  parse: (metrics: readonly Metric[]) => BoardWords,
): Promise<BoardAnswer> {
  const resolved = await resolveBoardTeam(q, who, now, place)
  if (!resolved.ok) return resolved
  const { workspaceId, teamId } = resolved.team
  const versions = await settingsHistory(q, resolved.team)
  const metrics = await metricsOfTeam(q, workspaceId, teamId)
  const words = parse([...metrics.values()])
  if (!words.ok) return { ...words, reason: 'unread', metrics: [...metrics.values()] }
  const current = settingsIn(versions, now.toZonedDateTimeISO(who.zone).toPlainDate())
  if (!current) return { ok: false, reason: 'no-measure', teamName: '' }
  const period = await dateOf(q, resolved.team, current, words.period ?? 'day', now)
  if (!period.ok) return { ok: false, reason: 'not-come' }
  const { kind, date } = period
  const request = { workspaceId, teamId, period: kind, date, ...measureOf(words) }
  const facts = await computeBoardFrom(q, request, { settings: settingsIn(versions, date)!, metrics })
  if (!facts) return { ok: false, reason: 'no-measure', teamName: current.name }
  return { ok: true, facts, memberId: await ownMember(q, who, teamId) }
}

function measureOf({ by }: Extract<BoardWords, { ok: true }>): { measure?: Measure } {
  if (!by) return {}
  return { measure: by.points ? { kind: 'points' } : { kind: 'metric', metric: by.metric.key } }
}

/** The date in the team's time zone. `day` is the date whose numbers today's standup asks for. */
async function dateOf(
  q: Queryable,
  team: Team,
  settings: TeamSettings,
  period: BoardPeriod,
  now: Temporal.Instant,
): Promise<PeriodDate> {
  const today = now.toZonedDateTimeISO(settings.zone).toPlainDate()
  if (period !== 'day') {
    const year = isFiscal(period.kind) ? await fiscalYearStart(q, team.workspaceId) : JANUARY
    return dateOfPeriod(period, today, { week: weekStart(settings.workDays), year })
  }
  const calendar = (await teamCalendarsOf(q, [team], today)).get(team.teamId)
  return { ok: true, kind: 'day', date: calendar ? teamNumbersDate(settings, calendar, today) : today }
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
