// Plans a team's check-ins of one date, and decides for each prompt and reminder that is due whether it is still sent.

import type { MemberId, TeamId } from '../../core/ids.ts'
import { isBefore } from '../../core/time.ts'
import { nextTeamWorkingDay, teamWorksOn } from '../../org/domain/calendar.ts'
import type { CheckinWindow } from '../../org/domain/checkin-window.ts'
import { askedWindows, type DayPlanner, type TeamDay } from '../../org/domain/team-day.ts'
import type { PlannedItem, SkipReason } from '../../schedule/domain/planned-item.ts'
import type { CheckinKind } from './checkin-kind.ts'

function memberItems(
  { dueKinds }: CheckinKind,
  memberId: MemberId,
  { date, promptAt, remindAt, closeAt }: CheckinWindow,
): PlannedItem[] {
  const item = (step: 'prompt' | 'remind', dueAt: Temporal.Instant): PlannedItem => {
    const kind = dueKinds[step]
    const until = step === 'prompt' ? { until: closeAt } : {}
    return { dueKey: `${kind}:${memberId}:${date}`, kind, memberId, date, dueAt, ...until }
  }
  const reminds =
    Temporal.Instant.compare(promptAt, remindAt) < 0 && Temporal.Instant.compare(remindAt, closeAt) < 0
  return reminds ? [item('prompt', promptAt), item('remind', remindAt)] : [item('prompt', promptAt)]
}

/** `closes`: sorted. One close at the last of them, and one `member-close` at each earlier one. */
function closeItems(
  { dueKinds }: CheckinKind,
  teamId: TeamId,
  date: Temporal.PlainDate,
  closes: readonly Temporal.Instant[],
): PlannedItem[] {
  const lastClose = closes.at(-1)!
  const earlier = closes.filter((closeAt) => !closeAt.equals(lastClose))
  const memberCloses = new Map(
    earlier.map((closeAt): [string, PlannedItem] => {
      const kind = dueKinds['member-close']
      const dueKey = `${kind}:${teamId}:${date}:${closeAt}`
      return [dueKey, { dueKey, kind, memberId: null, date, dueAt: closeAt }]
    }),
  )
  const kind = dueKinds.close
  const dueKey = `${kind}:${teamId}:${date}`
  return [...memberCloses.values(), { dueKey, kind, memberId: null, date, dueAt: lastClose }]
}

/**
 * A prompt and a reminder for each member who is asked, a `member-close` for those who close before the others, and
 * one close when the last of them closes. A reminder that would not lie between prompt and close is left out.
 */
export const checkinPlanner =
  (kind: CheckinKind): DayPlanner =>
  (day): PlannedItem[] => {
    if (kind.cadence === 'weekly' && !endsWeek(day)) return []
    const asked = askedWindows({ ...day, settings: { ...day.settings, ...kind.rhythm(day.settings) } })
    if (asked.length === 0) return []
    const closes = asked.map(({ window }) => window.closeAt).sort(Temporal.Instant.compare)
    const own = asked.flatMap(({ member, window }) => memberItems(kind, member.memberId, window))
    return [...own, ...closeItems(kind, day.team.teamId, day.date, closes)]
  }

/** It is the team's last working day of the week. */
function endsWeek({ calendar, date }: TeamDay): boolean {
  if (!teamWorksOn(calendar, date)) return false
  const next = nextTeamWorkingDay(calendar, date)
  const sunday = date.add({ days: 7 - date.dayOfWeek })
  return next === null || Temporal.PlainDate.compare(next, sunday) > 0
}

/** The state when a prompt or reminder is due: leave or an answer may have come after the plan was made. */
export interface PromptFacts {
  teamArchived: boolean
  left: boolean
  excused: boolean
  answered: boolean
  /** The member is reminded then instead, as they asked. Null: they did not ask. */
  snoozedUntil: Temporal.Instant | null
  closeAt: Temporal.Instant
}

/** After a reminder that a member asked for the one of everybody would say the same again. */
export const QUIET_MINUTES = 15

/** A prompt or a reminder is sent until the close, to members who still have something to answer. */
export function decideAsking(
  facts: PromptFacts,
  now: Temporal.Instant,
  quietMinutes = 0,
): 'send' | SkipReason {
  if (facts.teamArchived) return 'team-archived'
  if (facts.left) return 'left'
  if (facts.excused) return 'excused'
  if (facts.answered) return 'answered'
  if (facts.snoozedUntil && isBefore(now, facts.snoozedUntil.add({ minutes: quietMinutes })))
    return 'superseded'
  return Temporal.Instant.compare(now, facts.closeAt) < 0 ? 'send' : 'too-late'
}
