// Loads on which days a number counted for members who had another role before: a change of role splits the month at its day.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, TeamId, WorkspaceId } from '../../core/ids.ts'
import type { RoleLists } from '../../numbers/db/metrics.ts'
import { formerOf } from '../../org/db/former-states.ts'
import type { Member } from '../../org/domain/team.ts'
import { membersAt } from '../../org/flows/members-at.ts'
import { type CalendarFor, calendarFor } from '../domain/calendar-for.ts'

interface Wanted {
  lists: ReadonlyMap<TeamId, RoleLists>
  span: { from: Temporal.PlainDate; to: Temporal.PlainDate }
}

/** In one statement, and one more where somebody had another role. Who had none is missing. */
export async function roleSplits(
  q: Queryable,
  workspaceId: WorkspaceId,
  members: readonly Member[],
  { lists, span }: Wanted,
  now: Temporal.Instant,
): Promise<Map<MemberId, CalendarFor>> {
  const roleOf = new Map<string, string>(members.map(({ memberId, role }) => [memberId, role]))
  const former = await formerOf(q, workspaceId, 'members', [...roleOf.keys()])
  const changed = new Set(
    former.filter(({ subject, state }) => state.role !== roleOf.get(subject)).map(({ subject }) => subject),
  )
  const concerned = members.filter(({ memberId }) => changed.has(memberId))
  const found = await membersAt(q, workspaceId, concerned, span, now)
  return new Map(
    concerned.flatMap(({ memberId, teamId }) => {
      const known = found.get(memberId)
      const counts = (role: string, key: string) =>
        lists.get(teamId)?.[role]?.some((metric) => metric.key === key) ?? false
      return known ? [[memberId, calendarFor(known.calendar, known.roles, counts)] as const] : []
    }),
  )
}
