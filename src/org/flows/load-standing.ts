// Loads what a person is to the bot, and the teams that they lead.
import type { Queryable } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import type { TeamIdentity } from '../domain/message-facts.ts'
import { type Standing, standingOf } from '../domain/standing.ts'
import { actorOf } from './actor.ts'
import { managedTeamsOf } from './managed-teams.ts'

export interface StandingFacts {
  standing: Standing
  /** The teams that a person leads who reports in none; otherwise empty. */
  leads: readonly TeamIdentity[]
}

export async function loadStanding(q: Queryable, who: Person, now: Temporal.Instant): Promise<StandingFacts> {
  const standing = standingOf(await actorOf(q, who, now))
  return { standing, leads: standing === 'leads' ? await managedTeamsOf(q, who, now) : [] }
}
