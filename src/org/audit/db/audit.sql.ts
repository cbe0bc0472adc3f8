// The table of audit events, kept apart from what it tells about: rows are only added, and deleted after their time.
import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../../core/db/columns.ts'
import type { TeamId, UserId } from '../../../core/ids.ts'

export const auditEvents = pgTable(
  'audit_events',
  {
    workspaceId: workspaceId(),
    eventId: uuid('event_id').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').notNull(),
    /** Null: Slack or the clock did it. */
    actorUserId: text('actor_user_id').$type<UserId>(),
    /** The person concerned. */
    userId: text('user_id').$type<UserId>(),
    teamId: uuid('team_id').$type<TeamId>(),
    screen: text('screen').notNull(),
    /** Ids and chosen values only; a person's id stands as a whole string. */
    before: jsonb('before').$type<unknown>(),
    after: jsonb('after').$type<unknown>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.eventId] }),
    index('audit_events_time').on(table.workspaceId, table.at),
    index('audit_events_team').on(table.workspaceId, table.teamId, table.at),
    index('audit_events_person').on(table.workspaceId, table.userId, table.at),
    index('audit_events_actor').on(table.workspaceId, table.actorUserId, table.at),
    // What is older than its time is deleted, whatever the workspace.
    index('audit_events_old').on(table.at),
  ],
)
