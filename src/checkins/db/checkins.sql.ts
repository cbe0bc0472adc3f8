// Tables of check-ins of every kind: who was prompted and reminded on a date, which teams' dates are closed, and answers that are sections of text.
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../core/db/columns.ts'
import type { MemberId, TeamId, UserId } from '../../core/ids.ts'
import type { StoredState } from '../domain/member-day.ts'

/** Exists once the member was prompted or reminded. */
export const checkinPrompts = pgTable(
  'checkin_prompts',
  {
    workspaceId: workspaceId(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    kind: text('kind').notNull(),
    date: plainDate('date').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    promptedAt: instant('prompted_at'),
    remindedAt: instant('reminded_at'),
    /** When the member wants to be reminded instead of answering the prompt. Null: did not ask for it. */
    snoozedUntil: instant('snoozed_until'),
    /** When somebody who leads the team asked for the answer, once. */
    nudgedAt: instant('nudged_at'),
    nudgedBy: text('nudged_by').$type<UserId>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.memberId, table.kind, table.date] }),
    index('checkin_prompts_team_day').on(table.workspaceId, table.teamId, table.date),
  ],
)

/** Exists once the team's check-in of the date is closed. */
export const checkinDays = pgTable(
  'checkin_days',
  {
    workspaceId: workspaceId(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    kind: text('kind').notNull(),
    date: plainDate('date').notNull(),
    closedAt: instant('closed_at').notNull(),
    /** When something that its summary shows last changed after the close. */
    revisedAt: instant('revised_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.teamId, table.kind, table.date] })],
)

/** Answers of the kinds that ask for sections of text. Exists once the date was answered, or closed without an answer. */
export const checkinAnswers = pgTable(
  'checkin_answers',
  {
    workspaceId: workspaceId(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    kind: text('kind').notNull(),
    date: plainDate('date').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    state: text('state').$type<StoredState>().notNull(),
    answeredAt: instant('answered_at'),
    /** When it was answered first, whatever was edited since: what came afterwards is told by the next report. */
    firstAnsweredAt: instant('first_answered_at'),
    /** 0 for a date without an answer; each saved edit adds one. */
    revision: integer('revision').notNull().default(0),
    /** What the member wrote, by the section's key. */
    sections: jsonb('sections').$type<Readonly<Record<string, string>>>().notNull().default({}),
    /** The sections of it that hold a model's draft as it was written. */
    drafted: jsonb('drafted').$type<readonly string[]>().notNull().default([]),
    /** The day whose numbers were entered with it. Null: none were. */
    numbersDate: plainDate('numbers_date'),
    /** Key of the last saved submit: the same submit again changes nothing. */
    lastSubmitKey: text('last_submit_key'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.memberId, table.kind, table.date] }),
    index('checkin_answers_team_day').on(table.workspaceId, table.teamId, table.date),
  ],
)
