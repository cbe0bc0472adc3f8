// Table of the requests to the manager of a person whom another team wants to add.
import { sql } from 'drizzle-orm'
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../core/db/columns.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { JoinRequestState } from '../domain/join-request.ts'
import type { Role } from '../domain/team.ts'

export const joinRequests = pgTable(
  'join_requests',
  {
    workspaceId: workspaceId(),
    requestId: uuid('request_id').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    userId: text('user_id').$type<UserId>().notNull(),
    role: text('role').$type<Role>().notNull(),
    requestedBy: text('requested_by').$type<UserId>().notNull(),
    homeTeamId: uuid('home_team_id').$type<TeamId>().notNull(),
    askedUserId: text('asked_user_id').$type<UserId>().notNull(),
    /** Null: asked as an admin. */
    askedTeamId: uuid('asked_team_id').$type<TeamId>(),
    askedAt: instant('asked_at').notNull(),
    state: text('state').$type<JoinRequestState>().notNull(),
    decidedBy: text('decided_by').$type<UserId>(),
    decidedAt: instant('decided_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.requestId] }),
    // A team asks for a person once at a time. Few wait, so this index also finds them by whom was asked.
    uniqueIndex('join_requests_waiting')
      .on(table.workspaceId, table.teamId, table.userId)
      .where(sql`state = 'waiting'`),
    // What was decided long ago is deleted by its time.
    index('join_requests_decided').on(table.decidedAt).where(sql`state <> 'waiting'`),
  ],
)
