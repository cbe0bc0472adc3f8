// Loads the teams that a person manages, or acts for while their manager is away, with name and channel.

import type { Queryable } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { settingsNow } from '../db/settings.ts'
import type { TeamIdentity } from '../domain/message-facts.ts'
import { mayChangeSettings } from '../domain/org-permissions.ts'
import { asMemberOf, may } from '../domain/permissions.ts'
import { identityOf } from '../domain/team-names.ts'
import { teamsInCharge } from './teams-in-charge.ts'

export async function managedTeamsOf(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
): Promise<TeamIdentity[]> {
  const { workspaceId } = who
  const { manages, actsFor } = await teamsInCharge(q, who, now)
  const managed = [...manages, ...actsFor]
  const actor = { ...asMemberOf(who, []), manages: managed.map(({ teamId }) => teamId) }
  const steered = managed.filter(({ teamId }) => may(actor, mayChangeSettings, { workspaceId, teamId }))
  const found = await Promise.all(
    steered.map(async (team) => {
      const settings = await settingsNow(q, team, now)
      return settings ? [identityOf(team, settings)] : []
    }),
  )
  return found.flat()
}
