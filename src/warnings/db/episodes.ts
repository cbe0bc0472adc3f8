// Reads and writes warnings, and what happened in them.
import { and, asc, eq, getTableColumns, gte, ne, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { amongPairs, textArray } from '../../core/db/pairs.ts'
import { asJson, columnsIn, rowsFrom } from '../../core/db/typed-rows.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { Dismissed } from '../domain/decide-team.ts'
import type { EpisodeEvent } from '../domain/episode.ts'
import type { Signal } from '../domain/rule-settings.ts'
import type { Warning } from '../domain/warning.ts'
import { rowOf, warningOf } from './episode-row.ts'
import { warningEpisodes, warningEvents } from './warnings.sql.ts'

/** One at a time decides about a team's warnings, until its transaction ends. */
export async function lockWarnings(tx: Transaction, wanted: readonly TeamRef[]): Promise<void> {
  const keys = [
    ...new Set(wanted.map(({ workspaceId, teamId }) => `warnings ${workspaceId} ${teamId}`)),
  ].sort()
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtext(key)) from unnest(${textArray(keys)}) with ordinality as wanted(key, place)
    order by place`)
}

const ofTeams = (wanted: readonly TeamRef[]): SQL =>
  amongPairs(
    { workspaceId: warningEpisodes.workspaceId, id: warningEpisodes.teamId, idType: 'uuid' },
    wanted.map(({ workspaceId, teamId }) => ({ workspaceId, id: teamId })),
  )

/** With those that nobody was told yet. */
export async function unresolvedWarnings(q: Queryable, wanted: readonly TeamRef[]): Promise<Warning[]> {
  const rows = await q
    .select()
    .from(warningEpisodes)
    .where(and(ofTeams(wanted), ne(warningEpisodes.state, sql`'resolved'`)))
    .orderBy(asc(warningEpisodes.openedAt))
  return rows.map(warningOf)
}

/** What is open and was told to the person, in all teams. */
export async function openWarningsOf(
  q: Queryable,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<Warning[]> {
  const { state, told } = warningEpisodes
  const rows = await q
    .select()
    .from(warningEpisodes)
    .where(
      and(
        eq(warningEpisodes.workspaceId, workspaceId),
        ne(state, sql`'resolved'`),
        sql`jsonb_exists(${told}, ${userId})`,
      ),
    )
  return rows.map(warningOf)
}

/** What somebody called no risk on that date or later, wherever the team is, the latest last. */
export async function dismissedSince(
  q: Queryable,
  wanted: readonly TeamRef[],
  date: Temporal.PlainDate,
): Promise<Dismissed[]> {
  const { teamId, ruleId, signal, subjectId, metricKey, periodFrom, level, resolvedAt } = warningEpisodes
  const from = date.subtract({ days: 1 }).toZonedDateTime('UTC').toInstant()
  const rows = await q
    .select({ teamId, ruleId, signal, memberId: subjectId, metricKey, periodFrom, level, at: resolvedAt })
    .from(warningEpisodes)
    .where(
      and(
        ofTeams(wanted),
        gte(resolvedAt, from),
        eq(warningEpisodes.state, sql`'resolved'`),
        sql`${warningEpisodes.resolution} ->> 'reason' = 'not-a-risk'`,
      ),
    )
    .orderBy(asc(resolvedAt))
  return rows.map((row) => ({ ...row, signal: row.signal as Signal, at: row.at! }))
}

export async function findWarning(
  q: Queryable,
  workspaceId: WorkspaceId,
  episodeId: string,
): Promise<Warning | null> {
  const [row] = await q
    .select()
    .from(warningEpisodes)
    .where(and(eq(warningEpisodes.workspaceId, workspaceId), eq(warningEpisodes.episodeId, episodeId)))
  return row ? warningOf(row) : null
}

/** Ended ones too. */
export async function findWarnings(
  q: Queryable,
  workspaceId: WorkspaceId,
  episodeIds: readonly string[],
): Promise<Warning[]> {
  const pairs = episodeIds.map((id) => ({ workspaceId, id }))
  const rows = await q
    .select()
    .from(warningEpisodes)
    .where(
      amongPairs(
        { workspaceId: warningEpisodes.workspaceId, id: warningEpisodes.episodeId, idType: 'uuid' },
        pairs,
      ),
    )
  return rows.map(warningOf)
}

const KEYS: readonly string[] = ['workspaceId', 'episodeId']
const CHANGED = sql.join(
  Object.entries(getTableColumns(warningEpisodes))
    .filter(([key]) => !KEYS.includes(key))
    .map(([, { name }]) => sql.raw(`"${name}" = excluded."${name}"`)),
  sql`, `,
)

/** As one parameter, however many they are. */
export async function saveWarnings(tx: Transaction, warnings: readonly Warning[]): Promise<void> {
  if (warnings.length === 0) return
  const rows = asJson(warningEpisodes, warnings.map(rowOf))
  await tx.execute(sql`
    insert into ${warningEpisodes} (${columnsIn(warningEpisodes)}) ${rowsFrom(warningEpisodes, rows)}
    on conflict (workspace_id, episode_id) do update set ${CHANGED}`)
}

/** Only of those that nobody was told. */
export async function forgetWarnings(tx: Transaction, warnings: readonly Warning[]): Promise<void> {
  if (warnings.length === 0) return
  const pairs = warnings.map(({ workspaceId, episodeId }) => ({ workspaceId, id: episodeId }))
  await tx
    .delete(warningEpisodes)
    .where(
      and(
        amongPairs(
          { workspaceId: warningEpisodes.workspaceId, id: warningEpisodes.episodeId, idType: 'uuid' },
          pairs,
        ),
        eq(warningEpisodes.state, 'pending'),
      ),
    )
}

/** `version`: of the warning as it was saved with them. */
export type NumberedEvents = Pick<Warning, 'workspaceId' | 'episodeId' | 'version'> & {
  events: readonly EpisodeEvent[]
}

/** So many events of one change have numbers of their own. */
const EVENTS_A_CHANGE = 10

export async function insertWarningEvents(
  tx: Transaction,
  changes: readonly NumberedEvents[],
): Promise<void> {
  const rows = changes.flatMap(({ workspaceId, episodeId, version, events }) =>
    events.map(({ at, actor, from, to, reason }, index) => ({
      ...{
        workspaceId,
        episodeId,
        number: version * EVENTS_A_CHANGE + index,
        at,
        actorUserId: actor,
        reason,
      },
      ...{ fromState: from?.state ?? null, fromLevel: from?.level ?? null },
      ...{ toState: to.state, toLevel: to.level },
    })),
  )
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into ${warningEvents} (${columnsIn(warningEvents)}) ${rowsFrom(warningEvents, asJson(warningEvents, rows))}`)
}

/** What happened in a warning, the first first. */
export async function eventsOf(
  q: Queryable,
  { workspaceId, episodeId }: Pick<Warning, 'workspaceId' | 'episodeId'>,
): Promise<EpisodeEvent[]> {
  const rows = await q
    .select()
    .from(warningEvents)
    .where(and(eq(warningEvents.workspaceId, workspaceId), eq(warningEvents.episodeId, episodeId)))
    .orderBy(asc(warningEvents.number))
  return rows.map(({ at, actorUserId, fromState, fromLevel, toState, toLevel, reason }) => ({
    ...{ at, actor: actorUserId, reason, to: { state: toState, level: toLevel } },
    from: fromState && fromLevel ? { state: fromState, level: fromLevel } : null,
  }))
}
