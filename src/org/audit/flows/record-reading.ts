// Records that a person was shown another's numbers, plan, report or leave. Every screen and every digest that shows such data calls it.
import type { Clock } from '../../../core/context.ts'
import type { Queryable } from '../../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../../core/ids.ts'
import { localDate } from '../../../core/time.ts'
import { uniqueSorted } from '../../../core/unique-sorted.ts'
import { findPeople } from '../../db/people.ts'
import { addReadings, type ReadingRow } from '../db/readings.ts'
import type { PersonalData, PersonalPart } from '../domain/reading.ts'

interface Shown {
  workspaceId: WorkspaceId
  /** Whoever sees it. */
  viewers: readonly UserId[]
  /** What they see. Their own data does not count. */
  parts: readonly PersonalPart[]
}

/** A screen that its viewer opened: once for viewer, person and day, so that drawing it again adds nothing. */
export const recordReading = (
  q: Queryable,
  { clock }: { clock: Clock },
  { workspaceId, userId }: { workspaceId: WorkspaceId; userId: UserId },
  parts: readonly PersonalPart[],
): Promise<void> => record(q, clock.now(), { workspaceId, viewers: [userId], parts }, 'opened')

/** A message that is sent to these people: written in the transaction that enqueues it. Channels count as published. */
export const recordRecipients = (q: Queryable, { clock }: { clock: Clock }, shown: Shown): Promise<void> =>
  record(q, clock.now(), shown, 'sent')

async function record(
  q: Queryable,
  now: Temporal.Instant,
  { workspaceId, viewers, parts }: Shown,
  how: 'opened' | 'sent',
): Promise<void> {
  const byPerson = new Map<UserId, Set<PersonalData>>()
  for (const { userId, what } of parts)
    byPerson.set(userId, (byPerson.get(userId) ?? new Set<PersonalData>()).add(what))
  if (![...byPerson.keys()].some((userId) => viewers.some((viewer) => viewer !== userId))) return
  const people = await findPeople(q, workspaceId, [...byPerson.keys()])
  const zones = new Map(people.map(({ userId, zone }) => [userId, zone]))
  const rows = [...byPerson].flatMap(([userId, what]) => {
    const none = { opened: [], sent: [] }
    const day = localDate(now, zones.get(userId) ?? 'UTC')
    return viewers
      .filter((viewerUserId) => viewerUserId !== userId)
      .map((viewerUserId): ReadingRow => {
        const seen = { ...none, [how]: [...what].sort() }
        return { workspaceId, userId, day, viewerUserId, ...seen }
      })
  })
  await addReadings(
    q,
    uniqueSorted(rows, ({ userId, viewerUserId }) => `${userId} ${viewerUserId}`),
  )
}
