// Plans a team's standups of one date, and decides about each prompt and reminder when its time has come.

import type { MemberId, TeamId } from '../../../core/ids.ts'
import type { CheckinWindow } from '../../../org/domain/checkin-window.ts'
import { askedWindows, type DayPlanner } from '../../../org/domain/team-day.ts'
import type { PlannedItem, SkipReason } from '../../../schedule/domain/planned-item.ts'

export const STANDUP_DUE_KINDS = ['prompt', 'remind', 'member-close', 'close'] as const
export type StandupDueKind = (typeof STANDUP_DUE_KINDS)[number]

interface StandupItem extends PlannedItem {
  kind: StandupDueKind
}

function memberItems(
  memberId: MemberId,
  { date, promptAt, remindAt, closeAt }: CheckinWindow,
): StandupItem[] {
  const item = (kind: 'prompt' | 'remind', dueAt: Temporal.Instant): StandupItem => {
    const until = kind === 'prompt' ? { until: closeAt } : {}
    return { dueKey: `${kind}:${memberId}:${date}`, kind, memberId, date, dueAt, ...until }
  }
  const reminds =
    Temporal.Instant.compare(promptAt, remindAt) < 0 && Temporal.Instant.compare(remindAt, closeAt) < 0
  return reminds ? [item('prompt', promptAt), item('remind', remindAt)] : [item('prompt', promptAt)]
}

/** `closes`: in order. One close with the last of them; before it one `member-close` for each time at which some members' own close comes. */
function closeItems(
  teamId: TeamId,
  date: Temporal.PlainDate,
  closes: readonly Temporal.Instant[],
): StandupItem[] {
  const lastClose = closes.at(-1)!
  const earlier = closes.filter((closeAt) => !closeAt.equals(lastClose))
  const memberCloses = new Map(
    earlier.map((closeAt): [string, StandupItem] => {
      const dueKey = `member-close:${teamId}:${date}:${closeAt}`
      return [dueKey, { dueKey, kind: 'member-close', memberId: null, date, dueAt: closeAt }]
    }),
  )
  const dueKey = `close:${teamId}:${date}`
  return [...memberCloses.values(), { dueKey, kind: 'close', memberId: null, date, dueAt: lastClose }]
}

/**
 * A prompt and a reminder for each member who is asked, a `member-close` for those who close before the others, and
 * one close when the last of them closes. A reminder that would not lie between prompt and close is left out.
 */
export const planStandups: DayPlanner = (day): StandupItem[] => {
  const asked = askedWindows(day)
  if (asked.length === 0) return []
  const closes = asked.map(({ window }) => window.closeAt).sort(Temporal.Instant.compare)
  const own = asked.flatMap(({ member, window }) => memberItems(member.memberId, window))
  return [...own, ...closeItems(day.team.teamId, day.date, closes)]
}

/** What holds at the moment a prompt or reminder is taken up; the plan may be older than a leave or an answer. */
export interface PromptFacts {
  teamArchived: boolean
  left: boolean
  excused: boolean
  answered: boolean
  closeAt: Temporal.Instant
}

/** A prompt or a reminder makes sense until the close: nobody is asked for what is closed, answered or not theirs to give. */
export function decideAsking(facts: PromptFacts, now: Temporal.Instant): 'send' | SkipReason {
  if (facts.teamArchived) return 'team-archived'
  if (facts.left) return 'left'
  if (facts.excused) return 'excused'
  if (facts.answered) return 'answered'
  return Temporal.Instant.compare(now, facts.closeAt) < 0 ? 'send' : 'too-late'
}
