// Collects the state after a crash test: database rows, Slack messages, and what members were told.
import { sql } from 'drizzle-orm'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import type { Database } from '../../src/core/db/client.ts'
import type { Journal } from './journal.ts'
import { WORKSPACE } from './world.ts'

export interface Said {
  channelId: string
  ts: string
  key: string
  version: number
  /** Text and blocks as Slack shows them. */
  content: string
}

export interface Evidence {
  /** By the bot's clock, as ISO 8601 in UTC. */
  now: string
  /** Days that the test completed, as ISO dates. */
  days: readonly string[]
  journal: Journal
  /** The bot's messages, oldest first. */
  said: readonly Said[]
  due: readonly {
    dueKey: string
    kind: string
    state: string
    reason: string | null
    dueAt: string
    date: string
    attempts: number
  }[]
  messages: readonly {
    messageKey: string
    state: string
    version: number
    deliveredVersion: number
    channelId: string | null
    ts: string | null
    failure: string | null
    attempts: number
    nextAttemptAt: string | null
    isClaimed: boolean
  }[]
  standups: readonly {
    memberId: string
    date: string
    state: string
    numbersDate: string | null
    plan: readonly string[]
  }[]
  /** Weekly reports, by the member's own row. */
  reports: readonly { memberId: string; teamId: string; date: string; state: string; text: string }[]
  entries: readonly {
    memberId: string
    date: string
    metricKey: string
    value: number
    source: string
    sourceId: string
  }[]
  totals: readonly { memberId: string; date: string; metricKey: string; value: number }[]
  levels: readonly string[]
  boards: readonly { teamId: string; period: string; from: string }[]
  /** Whole days that members took off: whoever is off is neither asked nor reminded. */
  off: readonly { memberId: string; date: string }[]
  warnings: readonly WarningEvidence[]
  /** What happened in them, in order. */
  warningEvents: readonly WarningEventEvidence[]
  digestLines: readonly DigestLineEvidence[]
}

/** What a digest to one person says of a warning: it is new, or what a note would say. */
export interface DigestLineEvidence {
  digest: string
  userId: string
  episodeId: string
  what: string
}

export interface WarningEvidence {
  episodeId: string
  teamId: string
  memberId: string
  state: string
  level: string
  nextAt: string | null
  told: readonly string[]
}

export interface WarningEventEvidence {
  episodeId: string
  /** The warning's version that came with it. */
  version: number
  actor: string | null
  /** State and level, as in `open red`. Null: it began with it. */
  from: string | null
  to: string
  reason: string
}

/** A violated invariant, and the search words for its events in the timeline. */
export interface Violation {
  invariant: string
  what: string
  about: readonly string[]
}
export type Invariant = (evidence: Evidence) => Violation[]

export async function gather(
  db: Database,
  sandbox: Sandbox,
  journal: Journal,
  days: readonly Temporal.PlainDate[],
): Promise<Evidence> {
  const rows = async <Row>(query: ReturnType<typeof sql>) => [...(await db.execute(query))] as Row[]
  return {
    now: Temporal.Instant.fromEpochMilliseconds(sandbox.clock.now()).toString(),
    days: days.map(String),
    journal,
    said: saidIn(sandbox),
    due: await rows(sql`
      select due_key as "dueKey", kind, state, reason, attempts, date::text as date,
        to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "dueAt"
      from due_items order by due_at`),
    messages: await rows(sql`
      select message_key as "messageKey", state, version, delivered_version as "deliveredVersion",
        channel_id as "channelId", ts, failure, attempts, next_attempt_at::text as "nextAttemptAt",
        claim_id is not null as "isClaimed"
      from messages`),
    standups: await rows(sql`
      select s.member_id as "memberId", s.date::text as date, s.state, s.numbers_date::text as "numbersDate",
        coalesce(array_agg(p.text order by p.position) filter (where p.text is not null), '{}') as plan
      from standups s left join plan_items p using (workspace_id, member_id, date)
      group by s.workspace_id, s.member_id, s.date`),
    reports: await rows(sql`
      select member_id as "memberId", team_id as "teamId", date::text as date, state, sections::text as text
      from checkin_answers where kind = 'weekly'`),
    entries: await rows(sql`
      select member_id as "memberId", date::text as date, n.key as "metricKey", n.value::int as value, source,
        source_id as "sourceId"
      from activity cross join jsonb_each(numbers) n order by entered_at`),
    totals: await rows(sql`
      select member_id as "memberId", date::text as date, n.key as "metricKey", n.value::int as value
      from daily_totals cross join jsonb_each(totals) n`),
    levels: (
      await rows<{ key: string }>(sql`select distinct metric_key as key from catalogue where kind = 'level'`)
    ).map(({ key }) => key),
    boards: await rows(sql`
      select team_id as "teamId", period, from_date::text as "from" from board_snapshots`),
    off: await rows(sql`
      select member_id as "memberId", day::date::text as date
      from leaves join members using (workspace_id, user_id), generate_series(from_date, to_date, '1 day') day
      where cancelled_at is null and part = 'whole'`),
    warnings: await rows(sql`
      select episode_id as "episodeId", team_id as "teamId", subject_id as "memberId", state, level, told,
        to_char(next_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "nextAt"
      from warning_episodes`),
    warningEvents: await rows(sql`
      select episode_id as "episodeId", number / 10 as version, actor_user_id as actor, reason,
        from_state || ' ' || from_level as "from", to_state || ' ' || to_level as "to"
      from warning_events order by episode_id, number`),
    digestLines: await rows(sql`
      select concat_ws(':', 'warning-digest', user_id, date, number) as digest, user_id as "userId",
        episode_id as "episodeId", what
      from warning_digest_lines`),
  }
}

/** Whether a warning is open that somebody was told of and nobody has answered, and that goes further up by itself. */
export async function isEscalating(db: Database): Promise<boolean> {
  const [found] = await db.execute<{ yes: boolean }>(sql`
    select exists (select from warning_episodes where state = 'open' and level <> 'blue' and not silenced
      and jsonb_array_length(told) > 0 and next_at is not null) as yes`)
  return found!.yes
}

/** The bot's messages as Slack shows them. */
export function saidIn(sandbox: Sandbox): Said[] {
  const { channels, installation } = sandbox.workspace(WORKSPACE)
  return [...channels.values()].flatMap(({ id, messages }) =>
    messages
      .filter((message) => message.userId === installation?.botUserId && message.subtype === undefined)
      .map((message) => ({
        channelId: id,
        ts: message.ts,
        key: String(message.metadata?.event_payload.key ?? ''),
        version: Number(message.metadata?.event_payload.version ?? 0),
        content: JSON.stringify([message.text, message.blocks ?? []]),
      })),
  )
}
