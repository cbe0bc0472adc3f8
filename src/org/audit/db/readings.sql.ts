// The table of who was shown whose data: one row for viewer, person and day.
import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { plainDate, workspaceId } from '../../../core/db/columns.ts'
import type { UserId } from '../../../core/ids.ts'
import type { PersonalData } from '../domain/reading.ts'

export const readings = pgTable(
  'readings',
  {
    workspaceId: workspaceId(),
    /** Whose data it is. */
    userId: text('user_id').$type<UserId>().notNull(),
    day: plainDate('day').notNull(),
    viewerUserId: text('viewer_user_id').$type<UserId>().notNull(),
    opened: text('opened').array().$type<PersonalData[]>().notNull(),
    sent: text('sent').array().$type<PersonalData[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.userId, table.day, table.viewerUserId] }),
    // What is older than its time is deleted, whatever the workspace.
    index('readings_old').on(table.day),
  ],
)
