// Of which of the asker's teams a tool tells: each that has not switched the model off, named where there are several.
import type { Queryable } from '../../../core/db/client.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { cleanText } from '../../../core/text.ts'
import { type Membership, membershipsOf } from '../../../numbers/flows/memberships.ts'
import type { Permission } from '../../../org/domain/permissions.ts'
import { offTeams } from '../../db/settings.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Asker } from '../../flows/ask-tool.ts'
import { shortName } from '../facts.ts'

const MOST_TEAMS = 3
/** Uncut: what is typed has to be found again. */
const TYPED_NAME = 200

export interface OwnTeams {
  told: readonly Membership[]
  /** The name where there are several teams, also where one alone is told. */
  nameOf(membership: Membership): string | null
  notCovered: readonly string[]
}

export async function ownTeams(
  q: Queryable,
  { who, now, t }: Asker,
  permission: Permission,
): Promise<OwnTeams> {
  const all = await membershipsOf(q, who, permission, now)
  const off = await offTeams(q, who.workspaceId)
  const on = all.filter(({ team }) => !off.has(team.teamId))
  const told = on.slice(0, MOST_TEAMS)
  return {
    told,
    nameOf: ({ settings }) => (all.length > 1 ? settings.name : null),
    notCovered: [
      ...(on.length < all.length ? [t('ask.teamIsOff')] : []),
      ...(told.length < on.length ? [t('ask.moreTeams', { count: on.length - told.length })] : []),
    ],
  }
}

/** 'calls: 11 today (North)'. `team` null: it needs no name. */
export const inTeam = (fact: Fact, team: string | null, t: Translate): Fact =>
  team === null
    ? fact
    : {
        ...fact,
        text: t('ask.inTeam', { team: shortName(team), said: fact.text }),
        fields: [...fact.fields, 'names-of-teams'],
      }

/** 'me North' */
export const withTeam = (command: string, team: string | null): string =>
  team === null ? command : `${command} ${cleanText(team, TYPED_NAME)}`
