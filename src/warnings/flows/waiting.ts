// Keeps what is said at night until its readers' hours begin, and gives it out then with what has become of it.
import type { Transaction } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { isBefore } from '../../core/time.ts'
import { type DuePlan, planDueItems } from '../../schedule/db/due.ts'
import { insertDigestLines, takeWaiting } from '../db/digests.ts'
import { findWarnings } from '../db/episodes.ts'
import { type Said, WAITING } from '../domain/digest.ts'
import { WAITING_DUE } from '../domain/plan-evaluation.ts'
import { type ReaderHours, readerOf } from './reader-hours.ts'

/** `at`: the beginning of the reader's next hours, on `date` by their clock. */
export type Waiting = Said & { at: Temporal.Instant; date: Temporal.PlainDate }

/** Of what is said, what its reader can be told now, and what would wake them or find them away. */
export function byHours(
  said: readonly Said[],
  hours: ReaderHours,
  now: Temporal.Instant,
): { begun: Said[]; waiting: Waiting[] } {
  const begun: Said[] = []
  const waiting: Waiting[] = []
  for (const one of said) {
    const reader = readerOf(one)
    const at = hours.from(reader, now)
    if (isBefore(now, at)) waiting.push({ ...one, at, date: hours.dateOf(reader, at) })
    else begun.push(one)
  }
  return { begun, waiting }
}

/** The readers are locked by the caller, before `now`: an item that was carried out meanwhile takes no more lines. */
export async function letWait(
  tx: Transaction,
  waiting: readonly Waiting[],
  now: Temporal.Instant,
): Promise<void> {
  const lines = waiting.map(({ warning: { workspaceId, episodeId }, userId, what, date }) => ({
    ...{ workspaceId, userId, date: date.toString(), number: WAITING },
    lines: [{ episodeId, what }],
  }))
  await insertDigestLines(tx, lines, now)
  const plans = waiting.map(
    ({ warning: { workspaceId, teamId }, userId, at, date }): DuePlan => ({
      ...{ workspaceId, kind: WAITING_DUE, teamId, memberId: null, date, dueAt: at },
      // Of its own for each time: a clock can be set back, and an item that is settled is not due again.
      dueKey: [WAITING_DUE, userId, at.epochMilliseconds, now.epochMilliseconds].join(':'),
    }),
  )
  await planDueItems(tx, plans)
}

/** What has waited for them on their dates, taken out. */
export async function takenOut(
  tx: Transaction,
  workspaceId: WorkspaceId,
  readers: readonly { userId: UserId; date: Temporal.PlainDate }[],
): Promise<Said[]> {
  if (readers.length === 0) return []
  const lines = await takeWaiting(tx, workspaceId, readers)
  if (lines.length === 0) return []
  const found = await findWarnings(tx, workspaceId, [...new Set(lines.map(({ episodeId }) => episodeId))])
  const warnings = new Map(found.map((warning) => [warning.episodeId, warning]))
  return lines.flatMap(({ userId, episodeId, what }): Said[] => {
    const warning = warnings.get(episodeId)
    return warning ? [{ warning, userId, what }] : []
  })
}

/**
 * To whom a warning is new its message shows what has happened in it since: no note beside it. Of one that has ended before it was told
 * they hear nothing, its end neither.
 */
export function thatHolds(said: readonly Said[]): Said[] {
  const keyOf = ({ warning, userId }: Said) => `${warning.episodeId} ${userId}`
  const news = new Set(said.filter(({ what }) => what === 'new').map(keyOf))
  return said.filter((one) =>
    one.what === 'new' ? one.warning.episode.state !== 'resolved' : !news.has(keyOf(one)),
  )
}
