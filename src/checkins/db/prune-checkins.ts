// Deletes records of who was prompted, and answers in sections, of days that are long over.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { pruneByTeam } from '../../org/db/prune-by-team.ts'

export const pruneCheckinPrompts = (q: Queryable, before: Temporal.PlainDate, limit: number) =>
  pruneByTeam(q, sql`checkin_prompts`, sql`r.date < ${before.toString()}::date`, limit)

export const pruneCheckinAnswers = (q: Queryable, before: Temporal.PlainDate, limit: number) =>
  pruneByTeam(q, sql`checkin_answers`, sql`r.date < ${before.toString()}::date`, limit)

export const pruneAnswerComments = (q: Queryable, before: Temporal.PlainDate, limit: number) =>
  pruneByTeam(q, sql`answer_comments`, sql`r.date < ${before.toString()}::date`, limit)

export const pruneAnswerReviews = (q: Queryable, before: Temporal.PlainDate, limit: number) =>
  pruneByTeam(q, sql`answer_reviews`, sql`r.date < ${before.toString()}::date`, limit)

export const pruneReportQuestions = (q: Queryable, before: Temporal.PlainDate, limit: number) =>
  pruneByTeam(q, sql`report_questions`, sql`r.date < ${before.toString()}::date`, limit)
