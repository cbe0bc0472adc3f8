// Tables of warnings: the rules of a team, the episodes that they open, and what happened in each episode.

import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, plainDate, workspaceId } from '../../core/db/columns.ts'
import type { MemberId, MetricKey, TeamId, UserId } from '../../core/ids.ts'
import type { Said } from '../domain/digest.ts'
import type { EpisodeState, EventReason } from '../domain/episode.ts'
import type { Level } from '../domain/level.ts'

export const warningRules = pgTable(
  'warning_rules',
  {
    workspaceId: workspaceId(),
    ruleId: uuid('rule_id').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    signal: text('signal').notNull(),
    /** Null: the signal is about no metric. */
    metricKey: text('metric_key').$type<MetricKey>(),
    /** Which of the default rules it is. Null: the team's own. */
    preset: text('preset'),
    /** Limits by level, sign, how many days and mornings it takes. */
    settings: jsonb('settings').$type<unknown>().notNull(),
    procedure: jsonb('procedure').$type<unknown>().notNull(),
    /** Stretches of ISO dates, on which no warning opens. */
    muted: jsonb('muted').$type<readonly { from: string; to: string }[]>().notNull().default([]),
    active: boolean('active').notNull(),
    /** When its limits were last changed, or it was switched on or off. Null: never. */
    changedAt: instant('changed_at'),
    /** The settings before that. Null: never. */
    settingsBefore: jsonb('settings_before').$type<unknown>(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.ruleId] }),
    uniqueIndex('warning_rules_preset').on(table.workspaceId, table.teamId, table.preset),
  ],
)

export const warningEpisodes = pgTable(
  'warning_episodes',
  {
    workspaceId: workspaceId(),
    episodeId: uuid('episode_id').notNull(),
    teamId: uuid('team_id').$type<TeamId>().notNull(),
    ruleId: uuid('rule_id').notNull(),
    signal: text('signal').notNull(),
    /** A member's id; of what was raised by hand its own. */
    subjectId: uuid('subject_id').notNull(),
    /** Null: it is about the team. */
    memberId: uuid('member_id').$type<MemberId>(),
    /** Empty: it is about no number. */
    metricKey: text('metric_key').$type<MetricKey>().notNull(),
    periodFrom: plainDate('period_from').notNull(),
    periodTo: plainDate('period_to').notNull(),
    state: text('state').$type<EpisodeState>().notNull(),
    level: text('level').$type<Level>().notNull(),
    peak: text('peak').$type<Level>().notNull(),
    streak: integer('streak').notNull(),
    lastMorning: plainDate('last_morning'),
    openedAt: instant('opened_at'),
    /** As it was when the episode opened. */
    procedure: jsonb('procedure').$type<unknown>().notNull(),
    step: integer('step').notNull(),
    nextAt: instant('next_at'),
    clockFrom: instant('clock_from'),
    silenced: boolean('silenced').notNull(),
    acknowledgement: jsonb('acknowledgement').$type<unknown>(),
    snooze: jsonb('snooze').$type<unknown>(),
    putOffUntil: instant('put_off_until'),
    /** User ids. */
    told: jsonb('told').$type<readonly UserId[]>().notNull(),
    evidence: jsonb('evidence').$type<unknown>().notNull(),
    resolution: jsonb('resolution').$type<unknown>(),
    resolvedAt: instant('resolved_at'),
    /** Incremented with each change. */
    version: integer('version').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.episodeId] }),
    uniqueIndex('warning_episodes_one')
      .on(table.workspaceId, table.ruleId, table.subjectId, table.metricKey, table.periodFrom)
      .where(sql`state <> 'resolved'`),
    index('warning_episodes_unresolved').on(table.workspaceId, table.teamId).where(sql`state <> 'resolved'`),
    index('warning_episodes_team').on(table.workspaceId, table.teamId, table.periodFrom),
    index('warning_episodes_over').on(table.resolvedAt).where(sql`state = 'resolved'`),
  ],
)

export const warningEvents = pgTable(
  'warning_events',
  {
    workspaceId: workspaceId(),
    episodeId: uuid('episode_id').notNull(),
    /** In the order in which they happened. */
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    actorUserId: text('actor_user_id').$type<UserId>(),
    fromState: text('from_state').$type<EpisodeState>(),
    fromLevel: text('from_level').$type<Level>(),
    toState: text('to_state').$type<EpisodeState>().notNull(),
    toLevel: text('to_level').$type<Level>().notNull(),
    reason: text('reason').$type<EventReason>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.episodeId, table.number] }),
    index('warning_events_old').on(table.at),
  ],
)

/** What one digest to one person says: a warning on each line, and once more where its end is told by the same digest. */
export const warningDigestLines = pgTable(
  'warning_digest_lines',
  {
    workspaceId: workspaceId(),
    userId: text('user_id').$type<UserId>().notNull(),
    /** By the person's clock, on which the digest is sent. */
    date: plainDate('date').notNull(),
    /** Of the digests of that day. */
    number: integer('number').notNull(),
    episodeId: uuid('episode_id').notNull(),
    /** Why it is in there. */
    what: text('what').$type<Said['what']>().notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'warning_digest_lines_pk',
      columns: [table.workspaceId, table.userId, table.date, table.number, table.episodeId, table.what],
    }),
    index('warning_digest_lines_episode').on(table.workspaceId, table.episodeId),
    index('warning_digest_lines_old').on(table.addedAt),
  ],
)
