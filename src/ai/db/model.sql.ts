// Tables of the language model: its switches, what it used by month, and which requests held whose data. No text is kept.
import { bigint, boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../core/db/columns.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { SentField } from '../domain/sent-fields.ts'
import type { ModelPurpose, RequestOutcome } from '../domain/usage.ts'

const tokens = (name: string) => bigint(name, { mode: 'number' }).notNull()

/** No row: it is on, with the operator's budget. */
export const modelSettings = pgTable(
  'model_settings',
  {
    workspaceId: workspaceId(),
    isOff: boolean('is_off').notNull().default(false),
    /** Null: the operator's. */
    monthlyTokens: bigint('monthly_tokens', { mode: 'number' }),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] })],
)

/** The teams in which it is off. */
export const modelOffTeams = pgTable(
  'model_off_teams',
  { workspaceId: workspaceId(), teamId: uuid('team_id').$type<TeamId>().notNull() },
  (table) => [primaryKey({ columns: [table.workspaceId, table.teamId] })],
)

/** Of requests that have ended. */
export const modelUsage = pgTable(
  'model_usage',
  {
    workspaceId: workspaceId(),
    /** `2026-11`, in UTC. */
    month: text('month').notNull(),
    purpose: text('purpose').$type<ModelPurpose>().notNull(),
    requests: integer('requests').notNull(),
    inputTokens: tokens('input_tokens'),
    outputTokens: tokens('output_tokens'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.month, table.purpose] })],
)

/** Written before the request is sent, with what it reserves of the budget; one that was never settled keeps it. */
export const modelRequests = pgTable(
  'model_requests',
  {
    workspaceId: workspaceId(),
    requestId: uuid('request_id').notNull(),
    at: instant('at').notNull(),
    month: text('month').notNull(),
    userId: text('user_id').$type<UserId>().notNull(),
    teamId: uuid('team_id').$type<TeamId>(),
    purpose: text('purpose').$type<ModelPurpose>().notNull(),
    model: text('model').notNull(),
    /** Whose data it held. */
    subjects: text('subjects').array().$type<UserId[]>().notNull(),
    fields: text('fields').array().$type<SentField[]>().notNull(),
    /** Which tools the model called in its answer. */
    tools: text('tools').array().notNull().default([]),
    reservedTokens: tokens('reserved_tokens'),
    inputTokens: bigint('input_tokens', { mode: 'number' }),
    outputTokens: bigint('output_tokens', { mode: 'number' }),
    /** Null: not answered yet, or whoever asked was stopped. */
    outcome: text('outcome').$type<RequestOutcome>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.requestId] }),
    index('model_requests_time').on(table.workspaceId, table.at),
    // What is older than its time is deleted, whatever the workspace.
    index('model_requests_old').on(table.at),
  ],
)
