// Lets somebody take a warning on, put it off, or say that it is no risk; what was queued up the ladder is stopped with it.
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { teamCalendarsOf } from '../../org/db/calendars.ts'
import { loadMember } from '../../org/db/members.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { localInstant } from '../../org/domain/checkin-window.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { findWarning, lockWarnings } from '../db/episodes.ts'
import { type DaysAhead, daysAhead, daysLeft, RIGHT_TO, type WarningAnswer } from '../domain/answer.ts'
import type { Act } from '../domain/decision.ts'
import type { Resolved } from '../domain/episode.ts'
import { mostPutOff } from '../domain/put-off.ts'
import { runsOn } from '../domain/rule-settings.ts'
import { outsideOwnerOf, type Warning } from '../domain/warning.ts'
import { evaluateTeams } from './evaluate-teams.ts'
import { rightsIn } from './rights-in.ts'

export type AnswerRefusal =
  | { ok: false; reason: 'gone' }
  | { ok: false; reason: 'not-allowed' }
  | { ok: false; reason: 'already-closed'; resolved: Resolved }
  | { ok: false; reason: 'already-taken'; by: UserId }
  /** Putting it off would drop the date that was promised. */
  | { ok: false; reason: 'promised'; until: Temporal.PlainDate }
  /** However often it was put off, no more is left. */
  | { ok: false; reason: 'put-off-enough' }
  | { ok: false; reason: 'date'; first: Temporal.PlainDate; last: Temporal.PlainDate }

export interface Answerable {
  ok: true
  warning: Warning
  zone: string
  /** When the team's working day begins. */
  startsAt: string
  today: Temporal.PlainDate
  days: DaysAhead
}

/** Whether the person may answer it so now. Forms are opened by it, and it is asked again when they are submitted. */
export async function canAnswer(
  q: Queryable,
  who: Person,
  { episodeId, kind }: { episodeId: string; kind: WarningAnswer['kind'] },
  now: Temporal.Instant,
): Promise<Answerable | AnswerRefusal> {
  const { workspaceId } = who
  const warning = await findWarning(q, workspaceId, episodeId)
  if (!warning || warning.episode.state === 'pending') return { ok: false, reason: 'gone' }
  const { teamId, memberId, episode } = warning
  const member = memberId === null ? null : await loadMember(q, workspaceId, memberId)
  const team = await loadTeam(q, workspaceId, teamId)
  const settings = team && (await settingsNow(q, team, now))
  if ((memberId !== null && !member) || !settings) return { ok: false, reason: 'gone' }
  const whose = member?.userId ?? outsideOwnerOf(warning)
  const can = await rightsIn(q, await actorOf(q, who, now), warning, whose, now)
  if (!can?.[RIGHT_TO[kind]]) return { ok: false, reason: 'not-allowed' }
  if (episode.resolved) return { ok: false, reason: 'already-closed', resolved: episode.resolved }
  const promise = episode.state === 'acknowledged' ? episode.acknowledgement : null
  if (promise && kind === 'acknowledge') return { ok: false, reason: 'already-taken', by: promise.by }
  if (promise && kind === 'snooze') return { ok: false, reason: 'promised', until: promise.until }
  const { zone, workingHours } = settings
  const today = localDate(now, zone)
  const calendar = (await teamCalendarsOf(q, [team], today)).get(teamId)
  if (!calendar) return { ok: false, reason: 'gone' }
  const end = runsOn(warning.signal) ? null : warning.periodTo
  const most = kind === 'snooze' ? mostPutOff(episode) : null
  const mostOn = most && localDate(most.until, zone)
  const ahead = daysAhead(calendar, today, kind === 'snooze' ? 'snooze' : 'acknowledge', end)
  const days = daysLeft(ahead, mostOn)
  if (!days) return { ok: false, reason: 'put-off-enough' }
  return { ok: true, warning, zone, startsAt: workingHours.from, today, days }
}

export async function answerWarning(
  context: Context,
  who: Person,
  episodeId: string,
  answer: WarningAnswer,
): Promise<{ ok: true } | AnswerRefusal> {
  const now = context.clock.now()
  return context.db.transaction(async (tx) => {
    const { workspaceId } = who
    const found = await findWarning(tx, workspaceId, episodeId)
    if (!found) return { ok: false, reason: 'gone' }
    await lockWarnings(tx, [found])
    const can = await canAnswer(tx, who, { episodeId, kind: answer.kind }, now)
    if (!can.ok) return can
    const { first, last } = can.days
    if ('until' in answer && !isBetween(answer.until, first, last))
      return { ok: false, reason: 'date', first, last }
    const act = actOf(answer, who, can)
    await evaluateTeams(tx, context, [found], {
      ...{ date: can.today, now, isMorning: false },
      act: { episodeId, act },
    })
    return { ok: true }
  })
}

function actOf(answer: WarningAnswer, { userId }: Person, { zone, startsAt, days }: Answerable): Act {
  if (!('until' in answer)) return { ...answer, by: userId }
  const lookAt = localInstant(answer.until, startsAt, zone)
  const act = { by: userId, lookAt }
  return answer.kind === 'snooze'
    ? { ...answer, ...act, most: localInstant(days.last, startsAt, zone) }
    : { ...answer, ...act }
}

const isBetween = (date: Temporal.PlainDate, first: Temporal.PlainDate, last: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(first, date) <= 0 && Temporal.PlainDate.compare(date, last) <= 0
