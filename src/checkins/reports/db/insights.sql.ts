// Table of insights: what reports say about the market and customers, with the words by which it is searched.
import { sql } from 'drizzle-orm'
import { customType, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../../core/db/columns.ts'
import type { MemberId, TeamId } from '../../../core/ids.ts'

const searchWords = customType<{ data: string; driverData: string }>({ dataType: () => 'tsvector' })

/** One row for a section of an answer; written, changed and removed with the answer. */
export const insights = pgTable(
  'insights',
  {
    workspaceId: workspaceId(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    /** The report: its name and date. */
    kind: text('kind').notNull(),
    date: plainDate('date').notNull(),
    section: text('section').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    text: text('text').notNull(),
    writtenAt: instant('written_at').notNull(),
    /** The workspace among them, so that the index finds only what is its own. Null: a job has still to make them. */
    words: searchWords('words'),
  },
  (table) => [
    primaryKey({
      columns: [table.workspaceId, table.memberId, table.kind, table.date, table.section],
    }),
    index('insights_team_day').on(table.workspaceId, table.teamId, table.date),
    index('insights_words').using('gin', table.words),
    index('insights_without_words').on(table.workspaceId).where(sql`words is null`),
  ],
)
