// The table of Home tabs that were opened lately: what each shows, and as of when.
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../core/db/columns.ts'
import type { UserId } from '../../core/ids.ts'

export const openHomes = pgTable(
  'open_homes',
  {
    workspaceId: workspaceId(),
    userId: text('user_id').$type<UserId>().notNull(),
    openedAt: instant('opened_at').notNull(),
    /** What changed until then is shown. */
    lookedAt: instant('looked_at').notNull(),
    /** Of the view that Slack has. */
    shown: text('shown').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.userId] })],
)
