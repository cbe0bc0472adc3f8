// Loads which day it is for the owners of action items, and on which days they work: also of managers, who report in no team.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { calendarsOf } from '../../org/db/calendars.ts'
import { findPeople } from '../../org/db/people.ts'
import type { Member } from '../../org/domain/team.ts'
import type { ActionItem } from '../domain/action-item.ts'
import type { OwnerDay } from '../domain/listed-action.ts'

type OwnerRef = Pick<ActionItem, 'workspaceId' | 'teamId' | 'ownerUserId'>

export interface KnownOwnerDay extends OwnerDay {
  zone: string
  deactivated: boolean
}

export interface OwnerDays {
  /** Null: the team or the person is not known. */
  of(item: { teamId: TeamId; ownerUserId: UserId }): KnownOwnerDay | null
}

/** Before anybody joined: an owner's days count by the team's week and their own leave, whether or not they report in it. */
const ALWAYS = Temporal.PlainDate.from('1970-01-01')

const keyOf = ({ teamId, ownerUserId }: { teamId: TeamId; ownerUserId: UserId }): string =>
  `${teamId} ${ownerUserId}`

export async function loadOwnerDays(
  q: Queryable,
  owners: readonly OwnerRef[],
  now: Temporal.Instant,
): Promise<OwnerDays> {
  const unique = new Map(owners.map((owner) => [keyOf(owner), owner]))
  const asMembers = [...unique].map(
    ([memberId, { workspaceId, teamId, ownerUserId }]): Member => ({
      ...{ workspaceId, teamId, memberId, userId: ownerUserId, role: '' },
      ...{ joinedOn: ALWAYS, leftOn: null },
    }),
  )
  const calendars = await calendarsOf(q, asMembers, localDate(now, 'UTC'))
  const people = await peopleOf(q, owners)
  return {
    of: (item) => {
      const calendar = calendars.get(keyOf(item))
      const person = people.get(item.ownerUserId)
      if (!calendar || !person) return null
      const { zone, deactivated } = person
      return { calendar, zone, deactivated, today: localDate(now, zone) }
    },
  }
}

async function peopleOf(q: Queryable, owners: readonly { workspaceId: WorkspaceId; ownerUserId: UserId }[]) {
  const found = []
  for (const [workspaceId, own] of Map.groupBy(owners, (owner) => owner.workspaceId))
    found.push(...(await findPeople(q, workspaceId, [...new Set(own.map((owner) => owner.ownerUserId))])))
  return new Map(found.map((person) => [person.userId, person]))
}
