// Reads and writes what is kept of reviews: causes and minutes.
import { and, eq, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { pruneRows } from '../../core/db/prune-rows.ts'
import {
  type Causes,
  type Minutes,
  NOTHING_STORED,
  type ReviewRef,
  type StoredReview,
} from '../domain/stored-review.ts'
import { reviews } from './reviews.sql.ts'

const isReview = ({ workspaceId, teamId, period, from }: ReviewRef) =>
  and(
    ...[eq(reviews.workspaceId, workspaceId), eq(reviews.teamId, teamId)],
    ...[eq(reviews.period, period), eq(reviews.fromDate, from)],
  )

const storedOf = ({
  causes,
  minutes: text,
  minutesBy: by,
  minutesReadTo: readTo,
}: typeof reviews.$inferSelect): StoredReview => ({
  causes,
  minutes: text !== null && by !== null ? { text, by, readTo } : null,
})

export async function loadStored(q: Queryable, ref: ReviewRef): Promise<StoredReview> {
  const [row] = await q.select().from(reviews).where(isReview(ref))
  return row ? storedOf(row) : NOTHING_STORED
}

/** The same, locked until the transaction ends; a row is made where there is none. */
export async function lockStored(tx: Transaction, ref: ReviewRef): Promise<StoredReview> {
  const { workspaceId, teamId, period, from: fromDate } = ref
  await tx.insert(reviews).values({ workspaceId, teamId, period, fromDate, causes: {} }).onConflictDoNothing()
  const [row] = await tx.select().from(reviews).where(isReview(ref)).for('update')
  return storedOf(row!)
}

export async function saveCauses(tx: Transaction, ref: ReviewRef, causes: Causes): Promise<void> {
  await tx.update(reviews).set({ causes }).where(isReview(ref))
}

export async function saveMinutes(tx: Transaction, ref: ReviewRef, minutes: Minutes): Promise<void> {
  const { text, by, readTo } = minutes
  await tx.update(reviews).set({ minutes: text, minutesBy: by, minutesReadTo: readTo }).where(isReview(ref))
}

/** By the day on which the period began. */
export const pruneReviews = pruneRows('reviews', sql`from_date`, { isDate: true })
