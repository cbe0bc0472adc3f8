// Tables of teams, settings versions, members, leave and extra days.

import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../core/db/columns.ts'
import type { ChannelId, MemberId, TeamId, UserId } from '../../core/ids.ts'
import type { ExtraDay, LeavePart } from '../domain/calendar.ts'
import type { LeaveKind } from '../domain/leave-kind.ts'
import type { Role, TeamSettings } from '../domain/team.ts'

export const teams = pgTable(
  'teams',
  {
    workspaceId: workspaceId(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    channelId: text('channel_id').$type<ChannelId>().notNull(),
    managerUserId: text('manager_user_id').$type<UserId>().notNull(),
    delegateUserId: text('delegate_user_id').$type<UserId>(),
    parentTeamId: uuid('parent_team_id').$type<TeamId>(),
    createdAt: instant('created_at').notNull(),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.teamId] }),
    uniqueIndex('teams_channel').on(table.workspaceId, table.channelId).where(sql`archived_at is null`),
    index('teams_manager').on(table.workspaceId, table.managerUserId),
    index('teams_delegate')
      .on(table.workspaceId, table.delegateUserId)
      .where(sql`delegate_user_id is not null`),
    index('teams_parent').on(table.workspaceId, table.parentTeamId),
  ],
)

/** In force on a date is the version with the latest `effectiveFrom` on or before it. */
export const teamSettings = pgTable(
  'team_settings',
  {
    workspaceId: workspaceId(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    effectiveFrom: plainDate('effective_from').notNull(),
    settings: jsonb('settings').$type<TeamSettings>().notNull(),
    setBy: text('set_by').$type<UserId>().notNull(),
    setAt: instant('set_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.teamId, table.effectiveFrom] })],
)

export const members = pgTable(
  'members',
  {
    workspaceId: workspaceId(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    userId: text('user_id').$type<UserId>().notNull(),
    role: text('role').$type<Role>().notNull(),
    joinedOn: plainDate('joined_on').notNull(),
    leftOn: plainDate('left_on'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.memberId] }),
    uniqueIndex('members_active')
      .on(table.workspaceId, table.teamId, table.userId)
      .where(sql`left_on is null`),
    index('members_user').on(table.workspaceId, table.userId),
    index('members_team').on(table.workspaceId, table.teamId),
  ],
)

/** The team that looks after a person's leave: the one that they joined first, unless it was changed. */
export const homeTeams = pgTable(
  'home_teams',
  {
    workspaceId: workspaceId(),
    userId: text('user_id').$type<UserId>().notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.userId] })],
)

export const leaves = pgTable(
  'leaves',
  {
    workspaceId: workspaceId(),
    leaveId: uuid('leave_id').notNull(),
    userId: text('user_id').$type<UserId>().notNull(),
    fromDate: plainDate('from_date').notNull(),
    toDate: plainDate('to_date').notNull(),
    part: text('part').$type<LeavePart>().notNull(),
    kind: text('kind').$type<LeaveKind>().notNull().default('other'),
    recordedBy: text('recorded_by').$type<UserId>().notNull(),
    recordedAt: instant('recorded_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: text('cancelled_by').$type<UserId>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.leaveId] }),
    index('leaves_user').on(table.workspaceId, table.userId, table.toDate),
  ],
)

/** Whose public holidays a person keeps, in all their teams, in place of the team's. In force is the latest on or before a date. */
export const ownHolidays = pgTable(
  'own_holidays',
  {
    workspaceId: workspaceId(),
    userId: text('user_id').$type<UserId>().notNull(),
    fromDate: plainDate('from_date').notNull(),
    /** True: the team's again; country and region are null then. */
    followsTeam: boolean('follows_team').notNull(),
    /** ISO 3166. Null: none, or the team's. */
    country: text('country'),
    region: text('region'),
    setBy: text('set_by').$type<UserId>().notNull(),
    setAt: instant('set_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.userId, table.fromDate] })],
)

export const extraDays = pgTable(
  'extra_days',
  {
    workspaceId: workspaceId(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    date: plainDate('date').notNull(),
    kind: text('kind').$type<ExtraDay>().notNull(),
    setBy: text('set_by').$type<UserId>().notNull(),
    setAt: instant('set_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.teamId, table.date] })],
)
