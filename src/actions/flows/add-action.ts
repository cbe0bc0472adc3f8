// Adds an action item that a person has typed, for themselves or for somebody in a team of theirs.
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { homeTeamOf } from '../../org/db/home-teams.ts'
import { memberOf } from '../../org/db/members.ts'
import { nextWorkingDay } from '../../org/domain/calendar.ts'
import { type Actor, may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import type { ActionItem } from '../domain/action-item.ts'
import { mayAddAction } from '../domain/permissions.ts'
import { canOwn } from './change-action.ts'
import { createAction } from './create-action.ts'
import { loadOwnerDays } from './owner-days.ts'

export interface TypedAction {
  text: string
  /** Null: by the owner's next working day. */
  dueOn: Temporal.PlainDate | null
  /** The first is accountable, the others help. Nobody: the person themselves. */
  userIds: readonly UserId[]
}

export type ActionAdded =
  | { ok: true; action: ActionItem }
  /** `no-team`: the person is in no team. `not-in-team`: the owner is in no team in which the person may add. */
  | { ok: false; reason: 'no-team' | 'not-in-team' | 'past' }

export async function addAction(context: Context, who: Person, typed: TypedAction): Promise<ActionAdded> {
  const now = context.clock.now()
  const { workspaceId } = who
  return context.db.transaction(async (tx): Promise<ActionAdded> => {
    const [ownerUserId = who.userId, ...helpers] = [...new Set(typed.userIds)]
    const actor = await actorOf(tx, who, now)
    const teamId = await teamFor(tx, actor, ownerUserId)
    if (!teamId) return { ok: false, reason: ownerUserId === who.userId ? 'no-team' : 'not-in-team' }
    const day = (await loadOwnerDays(tx, [{ workspaceId, teamId, ownerUserId }], now)).of({
      teamId,
      ownerUserId,
    })
    if (!day) return { ok: false, reason: 'not-in-team' }
    const dueOn = typed.dueOn ?? nextWorkingDay(day.calendar, day.today) ?? day.today
    if (Temporal.PlainDate.compare(dueOn, day.today) < 0) return { ok: false, reason: 'past' }
    const created = {
      ...{ workspaceId, teamId, ownerUserId, helperUserIds: helpers, text: typed.text, dueOn },
      ...({ origin: { kind: 'person', reference: null }, createdBy: who.userId } as const),
    }
    return { ok: true, action: await createAction(tx, context, created, '/kpi todo') }
  })
}

/** The owner's home team before their other teams, and those that they manage. Null: the actor may add in none of them. */
async function teamFor(q: Queryable, actor: Actor, ownerUserId: UserId): Promise<TeamId | null> {
  const { workspaceId } = actor
  const home = await homeTeamOf(q, { workspaceId, userId: ownerUserId })
  const own = (await memberOf(q, workspaceId, ownerUserId)).map(({ teamId }) => teamId)
  const led = [...actor.manages, ...actor.actsFor, ...actor.directs]
  for (const teamId of new Set([...(home ? [home] : []), ...own, ...led])) {
    if (!may(actor, mayAddAction, { workspaceId, teamId, userId: ownerUserId })) continue
    if (ownerUserId === actor.userId || (await canOwn(q, { workspaceId, teamId }, ownerUserId, 'person')))
      return teamId
  }
  return null
}
