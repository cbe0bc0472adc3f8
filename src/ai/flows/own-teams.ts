// Of which teams a tool tells a question's asker: of those that have not switched the model off the first few, and what is left out is said.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import { type Membership, membershipsOf } from '../../numbers/flows/memberships.ts'
import type { Permission } from '../../org/domain/permissions.ts'
import type { NamedTeam } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { offTeams } from '../db/settings.ts'
import type { Asker } from './ask-tool.ts'

const MOST_TEAMS = 3

export interface OwnTeams {
  told: readonly Membership[]
  /** The name where there are several teams, also where one alone is told. */
  nameOf(membership: Membership): string | null
  notCovered: readonly string[]
}

export async function ownTeams(q: Queryable, asker: Asker, permission: Permission): Promise<OwnTeams> {
  const all = await membershipsOf(q, asker.who, permission, asker.now)
  const { told, notCovered } = await teamsTold(q, asker, all, ({ team }) => team.teamId)
  return { told, notCovered, nameOf: ({ settings }) => (all.length > 1 ? settings.name : null) }
}

/** Those that the asker is in before others. */
export async function teamsChosen(q: Queryable, asker: Asker, choices: readonly NamedTeam[]) {
  const { memberOf } = await actorOf(q, asker.who, asker.now)
  const isOther = ({ teamId }: NamedTeam) => Number(!memberOf.includes(teamId))
  const sorted = choices.toSorted((one, other) => isOther(one) - isOther(other))
  return teamsTold(q, asker, sorted, ({ teamId }) => teamId)
}

/** Without those that are off, which is said. */
export async function teamsOn<T>(
  q: Queryable,
  { who, t }: Pick<Asker, 'who' | 't'>,
  all: readonly T[],
  idOf: (one: T) => TeamId,
): Promise<{ on: T[]; notCovered: string[] }> {
  const off = await offTeams(q, who.workspaceId)
  const on = all.filter((one) => !off.has(idOf(one)))
  return { on, notCovered: on.length < all.length ? [t('ask.teamIsOff')] : [] }
}

async function teamsTold<T>(
  q: Queryable,
  asker: Asker,
  all: readonly T[],
  idOf: (one: T) => TeamId,
): Promise<{ told: T[]; notCovered: string[] }> {
  const { on, notCovered } = await teamsOn(q, asker, all, idOf)
  const told = on.slice(0, MOST_TEAMS)
  const more = on.length - told.length
  return {
    told,
    notCovered: [...notCovered, ...(more > 0 ? [asker.t('ask.moreTeams', { count: more })] : [])],
  }
}
