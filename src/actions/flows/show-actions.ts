// Loads what is to be done: one's own, what one helps with, and for whoever leads a team what its people have open.
import type { Context } from '../../core/context.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { namesOf } from '../../org/db/names.ts'
import { may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { openActionsHelpedBy, openActionsIn, openActionsOf } from '../db/action-items.ts'
import type { ListedAction } from '../domain/listed-action.ts'
import type { MilestoneProgress } from '../domain/milestones.ts'
import { maySeeAction } from '../domain/permissions.ts'
import { listed } from './listed.ts'
import { ownMilestones } from './own-milestones.ts'

export interface ShownActions {
  own: readonly ListedAction[]
  /** Of others, with which the person helps. */
  helping: readonly ListedAction[]
  /** Of others in teams that the person leads. */
  team: readonly ListedAction[]
  /** By user id, of those who have something in `team` or `helping`. */
  nameOf: Readonly<Record<string, string>>
  /** The person's own. Null: they have none, or only their items are asked for. */
  milestones: MilestoneProgress | null
}

export async function showActions(
  context: Context,
  who: Person,
  what: 'own' | 'own-and-team',
): Promise<ShownActions> {
  const { db, clock, contributions } = context
  const { workspaceId, userId } = who
  const now = clock.now()
  const all = what === 'own-and-team'
  const actor = await actorOf(db, who, now)
  const teamIds = all ? [...new Set([...actor.manages, ...actor.actsFor])] : []
  const [own, inTeams, helped] = await Promise.all([
    openActionsOf(db, workspaceId, userId),
    openActionsIn(db, workspaceId, teamIds),
    all ? openActionsHelpedBy(db, workspaceId, userId) : [],
  ])
  const of = { workspaceId, userId, teamIds }
  const others = (await Promise.all(contributions.actionSources.map((source) => source.open(db, of)))).flat()
  const actions = new Map([...own, ...inTeams, ...helped].map((action) => [action.actionId, action]))
  const items = (await listed(db, workspaceId, [...actions.values()], now, others)).filter((item) => {
    const askedUserId = item.helperUserIds.includes(userId) ? userId : null
    const subject = { workspaceId, teamId: item.teamId, userId: item.ownerUserId, askedUserId }
    return may(actor, maySeeAction, subject)
  })
  const ofOthers = items.filter(({ ownerUserId }) => ownerUserId !== userId)
  const isLed = ({ teamId }: ListedAction) => teamIds.includes(teamId)
  const owners = [...new Set(ofOthers.map(({ ownerUserId }) => ownerUserId))]
  await recordReading(
    db,
    context,
    who,
    owners.map((owner) => ({ userId: owner, what: 'plan' })),
  )
  return {
    own: items.filter(({ ownerUserId }) => ownerUserId === userId),
    helping: ofOthers.filter((item) => !isLed(item)),
    team: ofOthers.filter(isLed),
    nameOf: await namesOf(db, workspaceId, owners),
    milestones: all
      ? await ownMilestones(
          db,
          { workspaceId, userId, teamId: null },
          { today: localDate(now, who.zone), zone: who.zone },
        )
      : null,
  }
}
