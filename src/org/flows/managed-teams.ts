// Loads the names of the teams that a person manages.

import type { Queryable } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { settingsNow } from '../db/settings.ts'
import { teamsManagedBy } from '../db/teams.ts'
import { mayChangeSettings } from '../domain/org-permissions.ts'
import { asMemberOf, may } from '../domain/permissions.ts'

export async function namesOfManagedTeams(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
): Promise<string[]> {
  const { workspaceId, userId } = who
  const managed = await teamsManagedBy(q, workspaceId, userId)
  const actor = { ...asMemberOf(who, []), manages: managed.map(({ teamId }) => teamId) }
  const steered = managed.filter(({ teamId }) => may(actor, mayChangeSettings, { workspaceId, teamId }))
  const settings = await Promise.all(steered.map((team) => settingsNow(q, team, now)))
  return settings.flatMap((own) => (own ? [own.name] : []))
}
