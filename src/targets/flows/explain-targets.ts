// Explains to a person each of their targets such that it can be checked by hand: entries, days counted, version.
import type { Context } from '../../core/context.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { membershipsOf } from '../../numbers/flows/memberships.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { versionsOfTeam } from '../db/targets.ts'
import { type EntrySpan, entriesOf } from '../domain/entry-spans.ts'
import type { OwnTarget } from '../domain/own-target.ts'
import { maySeeOwnTargets } from '../domain/permissions.ts'
import { type TargetVersion, targetKey } from '../domain/target.ts'
import { ownTargets } from './own-targets.ts'

export interface ExplainedTarget {
  target: OwnTarget
  entries: readonly EntrySpan[]
  version: TargetVersion | null
}

export interface Explanation {
  team: TeamIdentity
  today: Temporal.PlainDate
  targets: readonly ExplainedTarget[]
}

/** Null: the person is not in the team. */
export async function explainTargets(
  { db, clock }: Context,
  who: Person,
  teamId: TeamId,
): Promise<Explanation | null> {
  const memberships = await membershipsOf(db, who, maySeeOwnTargets, clock.now())
  const membership = memberships.find(({ member }) => member.teamId === teamId)
  if (!membership) return null
  const { team, settings, today } = membership
  const targets = await ownTargets(db, membership, clock.now())
  const versions = await versionsOfTeam(db, who.workspaceId, teamId, today)
  const explained = targets.map((target): ExplainedTarget => {
    const { part } = target
    const own = versions.find((one) => targetKey(one) === targetKey(part) && one.version === part.version)
    return { target, entries: entriesOf(target, today), version: own ?? null }
  })
  return { team: identityOf(team, settings), today, targets: explained }
}
