// Table of reviews: what was said of a team's period when it was looked back on, the causes of its gaps and the minutes of the meeting.
import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../core/db/columns.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { MeetingPeriod } from '../domain/meeting.ts'
import type { Causes } from '../domain/stored-review.ts'

export const reviews = pgTable(
  'reviews',
  {
    workspaceId: workspaceId(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    period: text('period').$type<MeetingPeriod>().notNull(),
    /** The first day of the period. */
    fromDate: plainDate('from_date').notNull(),
    causes: jsonb('causes').$type<Causes>().notNull(),
    /** Null: none were taken. */
    minutes: text('minutes'),
    minutesBy: text('minutes_by').$type<UserId>(),
    /** Null: nothing of the thread was suggested. */
    minutesReadTo: instant('minutes_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.teamId, table.period, table.fromDate] }),
    // What was looked back on long ago is deleted by its date.
    index('reviews_from_date').on(table.fromDate),
  ],
)
