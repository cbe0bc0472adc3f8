// Table of the answers that are being written: what stands in Slack meanwhile must not stay there if the process ends.
import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../core/db/columns.ts'
import type { ChannelId, UserId } from '../../core/ids.ts'

/** A row goes when the answer stands. */
export const openAnswers = pgTable(
  'open_answers',
  {
    workspaceId: workspaceId(),
    answerId: uuid('answer_id').notNull(),
    /** Empty: it is shown in a form. */
    channelId: text('channel_id').$type<ChannelId>().notNull(),
    userId: text('user_id').$type<UserId>().notNull(),
    /** Slack's id of the message or form with the status. Null: it is not known to stand. */
    statusTs: text('status_ts'),
    /** When it was asked, was last known to be written, or the person was last to be told that no answer comes. */
    triedAt: instant('tried_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.answerId] })],
)
