// Decides many due prompts or reminders at once by the current state of their members.

import type { Queryable } from '../../core/db/client.ts'
import type { MemberId } from '../../core/ids.ts'
import { calendarsOf } from '../../org/db/calendars.ts'
import { userKey } from '../../org/db/leaves.ts'
import { loadPeople } from '../../org/db/load-people.ts'
import { loadMembers } from '../../org/db/members.ts'
import { settingsOfTeams } from '../../org/db/settings.ts'
import { loadTeams } from '../../org/db/teams.ts'
import { dayStatus } from '../../org/domain/calendar.ts'
import { zoneOf } from '../../org/domain/checkin-window.ts'
import type { Member, Team } from '../../org/domain/team.ts'
import type { DueItem, DueOutcome } from '../../schedule/db/due.ts'
import type { SkipReason } from '../../schedule/domain/planned-item.ts'
import { done, skipped, tooLate } from '../../schedule/flows/due-batch.ts'
import { snoozesAmong } from '../db/checkin-days.ts'
import { decideAsking, type PromptFacts } from '../domain/day-plan.ts'
import { ownWindow } from '../domain/own-window.ts'
import type { Checkin, CheckinItems } from './checkin.ts'

export interface AskedMember {
  of: Pick<Member, 'workspaceId' | 'teamId' | 'memberId' | 'userId'> & { date: Temporal.PlainDate }
  team: Team
  facts: PromptFacts
}

/** By member; all items are of the date. A member whose team, settings or person is not found is left out, and one whose team no longer has the check-in. */
async function loadAsked(
  q: Queryable,
  { kind, answeredAmong }: Checkin,
  items: readonly DueItem[],
  date: Temporal.PlainDate,
): Promise<Map<MemberId, AskedMember>> {
  const wanted = items.flatMap(({ workspaceId, memberId }) => (memberId ? [{ workspaceId, memberId }] : []))
  const members = await loadMembers(q, wanted)
  const everyone = [...members.values()]
  const [teams, settings, calendars, people, answered, snoozes] = await Promise.all([
    loadTeams(q, everyone),
    settingsOfTeams(q, everyone, date),
    calendarsOf(q, everyone, date),
    loadPeople(q, everyone),
    answeredAmong(q, everyone, date),
    snoozesAmong(q, kind.name, everyone, date),
  ])
  const asked = new Map<MemberId, AskedMember>()
  for (const member of everyone) {
    const team = teams.get(member.teamId)
    const own = settings.get(member.teamId)
    const calendar = calendars.get(member.memberId)
    const person = people.get(userKey(member))
    if (!team || !own || !calendar || !person) continue
    const verdict = dayStatus(calendar, date)
    const zone = zoneOf(own, person.zone)
    const on = ownWindow(kind, own, { calendar, zone }, date)
    if (!on) continue
    asked.set(member.memberId, {
      of: { ...member, date },
      team,
      facts: {
        teamArchived: team.archivedAt !== null,
        left: person.deactivated || verdict.reason === 'left' || verdict.reason === 'not-joined',
        excused: !on.asked,
        answered: answered.has(member.memberId),
        snoozedUntil: snoozes.get(member.memberId) ?? null,
        closeAt: on.window.closeAt,
      },
    })
  }
  return asked
}

export interface Decided {
  asked: AskedMember
  decision: 'send' | SkipReason
}

/** `lateReason`: recorded for those after the close. `quietMinutes`: nobody is asked so soon after the reminder that they asked for. */
interface Asking {
  lateReason: string
  quietMinutes?: number
}

/** Decides due prompts or reminders by the current state of their members. */
export async function decideEach(
  q: Queryable,
  { checkin, date, items }: CheckinItems,
  now: Temporal.Instant,
  { lateReason, quietMinutes }: Asking,
): Promise<{ outcomes: DueOutcome[]; decided: Decided[] }> {
  const outcomes: DueOutcome[] = []
  const decided: Decided[] = []
  const members = await loadAsked(q, checkin, items, date)
  for (const item of items) {
    const asked = members.get(item.memberId ?? '')
    const decision = asked ? decideAsking(asked.facts, now, quietMinutes) : 'left'
    if (decision === 'too-late') outcomes.push(tooLate(item, lateReason))
    else outcomes.push(decision === 'send' ? done(item) : skipped(item, decision))
    if (asked) decided.push({ asked, decision })
  }
  return { outcomes, decided }
}

/** The members whose prompt or reminder is sent now. */
export const sentOf = (decided: readonly Decided[]): AskedMember['of'][] =>
  decided.flatMap(({ asked, decision }) => (decision === 'send' ? [asked.of] : []))
