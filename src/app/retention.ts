// How long rows are kept that serve delivery, scheduling, audit or the daily round, counted from the end of what they are about.

import { pruneActions } from '../actions/db/action-items.ts'
import { pruneModelRequests } from '../ai/db/requests.ts'
import { REQUESTS_KEPT_DAYS } from '../ai/domain/usage.ts'
import { pruneDayBoards } from '../boards/db/prune-boards.ts'
import {
  pruneAnswerComments,
  pruneAnswerReviews,
  pruneCheckinAnswers,
  pruneCheckinPrompts,
  pruneReportQuestions,
} from '../checkins/db/prune-checkins.ts'
import { pruneInsights } from '../checkins/reports/db/insights.ts'
import { pruneBlockers, prunePlanItems } from '../checkins/standup/db/prune-standups.ts'
import type { Context } from '../core/context.ts'
import type { Queryable } from '../core/db/client.ts'
import { pruneAnsweredMessages } from '../help/db/answered-messages.ts'
import { pruneOpenAnswers } from '../help/db/open-answers.ts'
import { pruneAuditEvents } from '../org/audit/db/audit-events.ts'
import { pruneReadings } from '../org/audit/db/readings.ts'
import { pruneJoinRequests } from '../org/db/join-requests.ts'
import { pruneLeaveRequests } from '../org/db/leave-requests.ts'
import { pruneMessages } from '../outbox/db/prune-messages.ts'
import { pruneOpenHomes } from '../overview/db/open-homes.ts'
import { pruneReviews } from '../reviews/db/reviews.ts'
import { pruneDueItems } from '../schedule/db/prune-due.ts'
import { pruneDigestLines } from '../warnings/db/digests.ts'
import { pruneWarningEpisodes, pruneWarningEvents } from '../warnings/db/prune-warnings.ts'
import { pruneWinReactions } from '../wins/db/reactions.ts'

interface Retention {
  table: string
  keepDays: number
  /** How often it is looked for old rows. */
  everyMinutes: number
  /** Deletes at most `limit` rows, and returns how many. */
  prune(q: Queryable, before: Temporal.Instant, limit: number): Promise<number>
}

/** The same for tables whose rows are about a day. */
const byDay =
  (prune: (q: Queryable, before: Temporal.PlainDate, limit: number) => Promise<number>): Retention['prune'] =>
  (q, before, limit) =>
    prune(q, before.toZonedDateTimeISO('UTC').toPlainDate(), limit)

const OFTEN = 10
const DAILY = 24 * 60
const MONTH = 30
const TWO_YEARS = 731

/** A message that is not kept any more is not edited any more. */
export const RETENTIONS: readonly Retention[] = [
  { table: 'due_items', keepDays: MONTH, everyMinutes: OFTEN, prune: pruneDueItems },
  { table: 'messages', keepDays: MONTH, everyMinutes: OFTEN, prune: pruneMessages },
  // Slack delivers an event again within the hour.
  { table: 'answered_messages', keepDays: 2, everyMinutes: OFTEN, prune: pruneAnsweredMessages },
  // Each goes with its answer, or when the person was told that none comes.
  { table: 'open_answers', keepDays: 2, everyMinutes: DAILY, prune: pruneOpenAnswers },
  // Slack's event says anew that it is open.
  { table: 'open_homes', keepDays: 1, everyMinutes: OFTEN, prune: pruneOpenHomes },
  // As long as the messages about them can still be edited.
  { table: 'join_requests', keepDays: MONTH + 1, everyMinutes: DAILY, prune: pruneJoinRequests },
  { table: 'leave_requests', keepDays: MONTH + 1, everyMinutes: DAILY, prune: pruneLeaveRequests },
  { table: 'checkin_prompts', keepDays: MONTH, everyMinutes: DAILY, prune: byDay(pruneCheckinPrompts) },
  // Of days alone: a day's board can be computed again from the ledger.
  { table: 'board_snapshots', keepDays: 92, everyMinutes: DAILY, prune: byDay(pruneDayBoards) },
  // The recap that counts them is of the week before.
  { table: 'win_reactions', keepDays: MONTH + 1, everyMinutes: DAILY, prune: pruneWinReactions },
  // A digest can be edited as long as it is kept.
  { table: 'warning_digest_lines', keepDays: MONTH + 1, everyMinutes: DAILY, prune: pruneDigestLines },
  // docs/privacy.md says how long a person sees which requests held their data.
  {
    ...{ table: 'model_requests', keepDays: REQUESTS_KEPT_DAYS },
    ...{ everyMinutes: DAILY, prune: pruneModelRequests },
  },
  // What is not settled or closed stays.
  { table: 'action_items', keepDays: TWO_YEARS, everyMinutes: DAILY, prune: pruneActions },
  { table: 'reviews', keepDays: TWO_YEARS, everyMinutes: DAILY, prune: pruneReviews },
  { table: 'plan_items', keepDays: TWO_YEARS, everyMinutes: DAILY, prune: byDay(prunePlanItems) },
  { table: 'checkin_answers', keepDays: TWO_YEARS, everyMinutes: DAILY, prune: byDay(pruneCheckinAnswers) },
  { table: 'insights', keepDays: TWO_YEARS, everyMinutes: DAILY, prune: byDay(pruneInsights) },
  { table: 'blockers', keepDays: TWO_YEARS, everyMinutes: DAILY, prune: byDay(pruneBlockers) },
  { table: 'answer_comments', keepDays: TWO_YEARS, everyMinutes: DAILY, prune: byDay(pruneAnswerComments) },
  { table: 'report_questions', keepDays: TWO_YEARS, everyMinutes: DAILY, prune: byDay(pruneReportQuestions) },
  { table: 'answer_reviews', keepDays: TWO_YEARS, everyMinutes: DAILY, prune: byDay(pruneAnswerReviews) },
  // By then every question about the year before is answered.
  { table: 'warning_episodes', keepDays: TWO_YEARS, everyMinutes: DAILY, prune: pruneWarningEpisodes },
  { table: 'warning_events', keepDays: TWO_YEARS, everyMinutes: DAILY, prune: pruneWarningEvents },
  { table: 'audit_events', keepDays: 1096, everyMinutes: OFTEN, prune: pruneAuditEvents },
  { table: 'readings', keepDays: 1096, everyMinutes: OFTEN, prune: pruneReadings },
]

const THE_COMPANY = 'who is in which team, by which rules: grows with people and changes, not with days'
const THE_RECORD = 'what boards, streaks, scores and disputes are decided from'

/** The tables without a retention, each with its reason. */
export const KEPT: Readonly<Record<string, string>> = {
  workspaces: THE_COMPANY,
  people: THE_COMPANY,
  teams: THE_COMPANY,
  team_settings: THE_COMPANY,
  members: THE_COMPANY,
  home_teams: THE_COMPANY,
  channels: THE_COMPANY,
  catalogue: THE_COMPANY,
  metrics: THE_COMPANY,
  role_metrics: THE_COMPANY,
  roles: THE_COMPANY,
  warning_rules: THE_COMPANY,
  extra_days: THE_COMPANY,
  own_holidays: THE_COMPANY,
  former_states: 'what past scores were computed from: grows with changes, not with days',
  known_holidays: 'a row for each country in use and year',
  leaves: 'decide which past days counted; cancelled ones tell who did what, a handful for a person and year',
  activity: 'the ledger of numbers',
  daily_totals: THE_RECORD,
  wins: THE_RECORD,
  standups: THE_RECORD,
  plan_rates: THE_RECORD,
  target_versions: THE_RECORD,
  target_parts: THE_RECORD,
  model_settings: THE_COMPANY,
  model_off_teams: THE_COMPANY,
  model_usage: 'costs by month: four rows a month',
  checkin_days: 'one row for a team and day: whether it is closed',
  manager_questions: 'deleted when the team has a manager who is there',
  parent_proposals: 'deleted when it is answered',
  pending_setups: 'deleted when the person was told, at the latest after hours',
}

/** One small batch of each table at a time, so that it never holds up what is due. */
const BATCH = 500

export interface Pruning {
  /** Called by each tick; looks at a table when its time has come, and at once as long as batches come back full. */
  run(context: Pick<Context, 'db' | 'clock' | 'log'>): Promise<void>
}

export function createPruning(): Pruning {
  const nextAt = new Map<string, Temporal.Instant>()
  return {
    run: async ({ db, clock, log }) => {
      const now = clock.now()
      const counts: Record<string, number> = {}
      for (const { table, keepDays, everyMinutes, prune } of RETENTIONS) {
        const at = nextAt.get(table)
        if (at && Temporal.Instant.compare(now, at) < 0) continue
        const count = await prune(db, now.subtract({ hours: 24 * keepDays }), BATCH)
        nextAt.set(table, count === BATCH ? now : now.add({ minutes: everyMinutes }))
        if (count > 0) counts[table] = count
      }
      if (Object.keys(counts).length > 0) log.info(counts, 'old rows deleted')
    },
  }
}
