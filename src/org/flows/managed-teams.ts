// Loads the names of the teams that a person manages, or acts for while their manager is away.

import type { Queryable } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { settingsNow } from '../db/settings.ts'
import { mayChangeSettings } from '../domain/org-permissions.ts'
import { asMemberOf, may } from '../domain/permissions.ts'
import { teamsInCharge } from './teams-in-charge.ts'

export async function namesOfManagedTeams(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
): Promise<string[]> {
  const { workspaceId } = who
  const { manages, actsFor } = await teamsInCharge(q, who, now)
  const managed = [...manages, ...actsFor]
  const actor = { ...asMemberOf(who, []), manages: managed.map(({ teamId }) => teamId) }
  const steered = managed.filter(({ teamId }) => may(actor, mayChangeSettings, { workspaceId, teamId }))
  const settings = await Promise.all(steered.map((team) => settingsNow(q, team, now)))
  return settings.flatMap((own) => (own ? [own.name] : []))
}
