// Decides many due prompts or reminders at once, by what holds for their members now.
import { calendarsOf } from '../db/calendars.ts'
import type { Queryable } from '../db/client.ts'
import type { DueItem, DueOutcome } from '../db/due.ts'
import { knownPeople } from '../db/known-people.ts'
import { userKey } from '../db/leaves.ts'
import { loadMembers } from '../db/members.ts'
import { settingsOfTeams } from '../db/settings.ts'
import { answeredAmong } from '../db/standups.ts'
import { loadTeams } from '../db/teams.ts'
import { isAsked } from '../domain/asked.ts'
import { dayVerdict } from '../domain/calendar.ts'
import { decideAsking, type PromptFacts } from '../domain/day-plan.ts'
import type { SkipReason } from '../domain/due.ts'
import type { MemberId } from '../domain/ids.ts'
import { zoneOf } from '../domain/standup.ts'
import type { Member, Team } from '../domain/team.ts'
import { byDate, done, skipped, tooLate } from './due-batch.ts'
import { windowOf } from './team-day.ts'

export interface Asked {
  of: Pick<Member, 'workspaceId' | 'teamId' | 'memberId' | 'userId'> & { date: Temporal.PlainDate }
  team: Team
  facts: PromptFacts
}

/** By member; all items are of the date. Someone of whom nothing is left to be found is not in the map. */
async function loadAsked(
  q: Queryable,
  items: readonly DueItem[],
  date: Temporal.PlainDate,
): Promise<Map<MemberId, Asked>> {
  const wanted = items.flatMap(({ workspaceId, memberId }) => (memberId ? [{ workspaceId, memberId }] : []))
  const members = await loadMembers(q, wanted)
  const everyone = [...members.values()]
  const [teams, settings, calendars, people, answered] = await Promise.all([
    loadTeams(q, everyone),
    settingsOfTeams(q, everyone, date),
    calendarsOf(q, everyone, date),
    knownPeople(q, everyone),
    answeredAmong(q, everyone, date),
  ])
  const asked = new Map<MemberId, Asked>()
  for (const member of everyone) {
    const team = teams.get(member.teamId)
    const own = settings.get(member.teamId)
    const calendar = calendars.get(member.memberId)
    const person = people.get(userKey(member))
    if (!team || !own || !calendar || !person) continue
    const verdict = dayVerdict(calendar, date)
    const zone = zoneOf(own, person.zone)
    const window = windowOf(own, { calendar, zone }, date)
    asked.set(member.memberId, {
      of: { ...member, date },
      team,
      facts: {
        teamArchived: team.archivedAt !== null,
        left: person.deactivated || verdict.reason === 'left' || verdict.reason === 'not-joined',
        excused: !isAsked(calendar, window, zone),
        answered: answered.has(member.memberId),
        closeAt: window.closeAt,
      },
    })
  }
  return asked
}

export interface Decided {
  asked: Asked
  decision: 'send' | SkipReason
}

/** Settles due prompts or reminders by what holds for their members now. `lateReason`: recorded of those that are past the close. */
export async function decideEach(
  q: Queryable,
  items: readonly DueItem[],
  now: Temporal.Instant,
  lateReason: string,
): Promise<{ outcomes: DueOutcome[]; decided: Decided[] }> {
  const outcomes: DueOutcome[] = []
  const decided: Decided[] = []
  for (const { date, items: sameDate } of byDate(items)) {
    const members = await loadAsked(q, sameDate, date)
    for (const item of sameDate) {
      const asked = members.get(item.memberId ?? '')
      const decision = asked ? decideAsking(asked.facts, now) : 'left'
      if (decision === 'too-late') outcomes.push(tooLate(item, lateReason))
      else outcomes.push(decision === 'send' ? done(item) : skipped(item, decision))
      if (asked) decided.push({ asked, decision })
    }
  }
  return { outcomes, decided }
}
