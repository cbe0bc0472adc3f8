// Tables of questions about a team that wait for an answer: at most one row of each for a team, deleted when it is settled.
import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../core/db/columns.ts'
import type { TeamId, UserId } from '../../core/ids.ts'

/** Who manages the team next: asked while its manager is gone or on long leave. */
export const managerQuestions = pgTable(
  'manager_questions',
  {
    workspaceId: workspaceId(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    managerUserId: text('manager_user_id').$type<UserId>().notNull(),
    /** The first day of the leave. Null: the manager is gone. */
    since: plainDate('since'),
    /** Null: there was nobody to ask. */
    askedUserId: text('asked_user_id').$type<UserId>(),
    askedAt: instant('asked_at').notNull(),
    /** Who decided that the manager stays and the delegate acts. */
    keptBy: text('kept_by').$type<UserId>(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.teamId] })],
)

/** A team above that somebody else has chosen, until the team's manager agrees. */
export const parentProposals = pgTable(
  'parent_proposals',
  {
    workspaceId: workspaceId(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    parentTeamId: uuid('parent_team_id').$type<TeamId>().notNull(),
    proposedBy: text('proposed_by').$type<UserId>().notNull(),
    proposedAt: instant('proposed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.teamId] })],
)
