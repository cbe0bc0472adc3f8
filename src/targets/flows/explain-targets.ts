// Explains to a person each of their targets such that it can be checked by hand: entries, days counted, version.
import type { Context } from '../../core/context.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { type Membership, membershipsOf, membershipsOfMembers } from '../../numbers/flows/memberships.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { memberOf } from '../../org/db/members.ts'
import { findPeople } from '../../org/db/people.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { may } from '../../org/domain/permissions.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { versionsOfTeam } from '../db/targets.ts'
import { type EntrySpan, entriesOf } from '../domain/entry-spans.ts'
import type { OwnTarget } from '../domain/own-target.ts'
import { maySeeOwnTargets, maySeeTargetsOf } from '../domain/permissions.ts'
import { type TargetVersion, targetKey } from '../domain/target.ts'
import { ownTargets } from './own-targets.ts'

export interface ExplainedTarget {
  target: OwnTarget
  entries: readonly EntrySpan[]
  version: TargetVersion | null
}

export interface Explanation {
  team: TeamIdentity
  /** Whose they are. Null: the reader's own. */
  name: string | null
  today: Temporal.PlainDate
  targets: readonly ExplainedTarget[]
}

/** Of the reader, or of a rep whom they lead. Null: the person is not in the team, or not the reader's to look at. */
export async function explainTargets(
  context: Context,
  who: Person,
  teamId: TeamId,
  userId: UserId = who.userId,
): Promise<Explanation | null> {
  const { db, clock } = context
  const found = await holderOf(context, who, teamId, userId)
  if (!found) return null
  const { membership, name } = found
  const { team, settings, today } = membership
  const targets = await ownTargets(db, membership, clock.now())
  const versions = await versionsOfTeam(db, who.workspaceId, teamId, today)
  const explained = targets.map((target): ExplainedTarget => {
    const { part } = target
    const own = versions.find((one) => targetKey(one) === targetKey(part) && one.version === part.version)
    return { target, entries: entriesOf(target, today), version: own ?? null }
  })
  return { team: identityOf(team, settings), name, today, targets: explained }
}

async function holderOf(
  context: Context,
  who: Person,
  teamId: TeamId,
  userId: UserId,
): Promise<{ membership: Membership; name: string | null } | null> {
  const { db, clock } = context
  const now = clock.now()
  const isThere = ({ member }: Membership) => member.teamId === teamId
  if (userId === who.userId) {
    const membership = (await membershipsOf(db, who, maySeeOwnTargets, now)).find(isThere)
    return membership ? { membership, name: null } : null
  }
  const { workspaceId } = who
  if (!may(await actorOf(db, who, now), maySeeTargetsOf, { workspaceId, teamId, userId })) return null
  const members = (await memberOf(db, workspaceId, userId)).filter((member) => member.teamId === teamId)
  const [person] = members.length > 0 ? await findPeople(db, workspaceId, [userId]) : []
  const membership = person && (await membershipsOfMembers(db, members, person, now)).find(isThere)
  if (!person || !membership) return null
  await recordReading(db, context, who, [{ userId, what: 'numbers' }])
  return { membership, name: person.name }
}
