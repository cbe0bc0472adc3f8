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
): Promise<void> => record(q, clock.now(), [{ workspaceId, viewers: [userId], parts }], 'opened')

/** A message that is sent to these people: written in the transaction that enqueues it. Channels count as published. */
export const recordRecipients = (q: Queryable, { clock }: { clock: Clock }, shown: Shown): Promise<void> =>
  record(q, clock.now(), [shown], 'sent')

/** The same for many messages at once. */
export const recordDigests = (
  q: Queryable,
  { clock }: { clock: Clock },
  shown: readonly Shown[],
): Promise<void> => record(q, clock.now(), shown, 'sent')

async function record(
  q: Queryable,
  now: Temporal.Instant,
  shown: readonly Shown[],
  how: 'opened' | 'sent',
): Promise<void> {
  const rows: ReadingRow[] = []
  for (const [workspaceId, own] of Map.groupBy(shown, (one) => one.workspaceId)) {
    const ofOthers = own.filter(({ viewers, parts }) =>
      parts.some(({ userId }) => viewers.some((viewer) => viewer !== userId)),
    )
    if (ofOthers.length === 0) continue
    const userIds = ofOthers.flatMap(({ parts }) => parts.map(({ userId }) => userId))
    const people = await findPeople(q, workspaceId, [...new Set(userIds)])
    const zones = new Map(people.map(({ userId, zone }) => [userId, zone]))
    const dayOf = (userId: UserId) => localDate(now, zones.get(userId) ?? 'UTC')
    rows.push(...ofOthers.flatMap((one) => rowsOf(one, dayOf, how)))
  }
  await addReadings(
    q,
    uniqueSorted(rows, (row) => `${row.workspaceId} ${row.userId} ${row.viewerUserId}`),
  )
}

function rowsOf(
  { workspaceId, viewers, parts }: Shown,
  dayOf: (userId: UserId) => Temporal.PlainDate,
  how: 'opened' | 'sent',
): ReadingRow[] {
  const byPerson = new Map<UserId, Set<PersonalData>>()
  for (const { userId, what } of parts)
    byPerson.set(userId, (byPerson.get(userId) ?? new Set<PersonalData>()).add(what))
  return [...byPerson].flatMap(([userId, what]) => {
    const seen = { ...{ opened: [], sent: [] }, [how]: [...what].sort() }
    return viewers
      .filter((viewerUserId) => viewerUserId !== userId)
      .map((viewerUserId): ReadingRow => ({ workspaceId, userId, day: dayOf(userId), viewerUserId, ...seen }))
  })
}
