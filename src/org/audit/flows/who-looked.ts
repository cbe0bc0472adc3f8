// Loads who was shown a person's own data in the last 30 days.
import type { Context } from '../../../core/context.ts'
import type { Person } from '../../../core/person.ts'
import { localDate } from '../../../core/time.ts'
import { may } from '../../domain/permissions.ts'
import { actorOf } from '../../flows/actor.ts'
import { readingsOf } from '../db/readings.ts'
import { maySeeOwnReadings } from '../domain/permissions.ts'
import type { Reading } from '../domain/reading.ts'

export const DAYS_SHOWN = 30
/** More do not fit into one message. */
const MAX_SHOWN = 100

/** By day, the latest first. */
export async function whoLooked({ db, clock }: Context, who: Person): Promise<readonly Reading[]> {
  const { workspaceId, userId, zone } = who
  if (!may(await actorOf(db, who, clock.now()), maySeeOwnReadings, { workspaceId, userId })) return []
  const since = localDate(clock.now(), zone).subtract({ days: DAYS_SHOWN - 1 })
  return readingsOf(db, who, since, MAX_SHOWN)
}
