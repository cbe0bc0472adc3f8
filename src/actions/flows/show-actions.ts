// Loads what is to be done: one's own, and for whoever leads a team what its people have open.
import type { Context } from '../../core/context.ts'
import type { Person } from '../../core/person.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { namesOf } from '../../org/db/names.ts'
import { may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { openActionsIn, openActionsOf } from '../db/action-items.ts'
import type { ListedAction } from '../domain/listed-action.ts'
import { maySeeAction } from '../domain/permissions.ts'
import { listed } from './listed.ts'

export interface ShownActions {
  own: readonly ListedAction[]
  /** Of others in teams that the person leads. */
  team: readonly ListedAction[]
  /** By user id, of those who have something in `team`. */
  nameOf: Readonly<Record<string, string>>
}

export async function showActions(
  context: Context,
  who: Person,
  what: 'own' | 'own-and-team',
): Promise<ShownActions> {
  const { db, clock, contributions } = context
  const { workspaceId, userId } = who
  const now = clock.now()
  const actor = await actorOf(db, who, now)
  const teamIds = what === 'own' ? [] : [...new Set([...actor.manages, ...actor.actsFor])]
  const own = await openActionsOf(db, workspaceId, userId)
  const inTeams = await openActionsIn(db, workspaceId, teamIds)
  const of = { workspaceId, userId, teamIds }
  const others = (await Promise.all(contributions.actionSources.map((source) => source.open(db, of)))).flat()
  const actions = [...own, ...inTeams.filter(({ ownerUserId }) => ownerUserId !== userId)]
  const items = (await listed(db, workspaceId, actions, now, others)).filter((item) =>
    may(actor, maySeeAction, { workspaceId, teamId: item.teamId, userId: item.ownerUserId }),
  )
  const team = items.filter(({ ownerUserId }) => ownerUserId !== userId)
  const owners = [...new Set(team.map(({ ownerUserId }) => ownerUserId))]
  await recordReading(
    db,
    context,
    who,
    owners.map((owner) => ({ userId: owner, what: 'plan' })),
  )
  return {
    ...{ own: items.filter(({ ownerUserId }) => ownerUserId === userId), team },
    nameOf: await namesOf(db, workspaceId, owners),
  }
}
