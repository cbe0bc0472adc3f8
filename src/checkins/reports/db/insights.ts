// Keeps insights with the words by which they are searched, and finds them: the most relevant first, of equals the newest.
import { and, eq, isNull, notInArray, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import { textArray, uuidArray } from '../../../core/db/pairs.ts'
import { typedRow } from '../../../core/db/typed-rows.ts'
import type { MemberId, TeamId, UserId, WorkspaceId } from '../../../core/ids.ts'
import { pruneByTeam } from '../../../org/db/prune-by-team.ts'
import { members } from '../../../org/db/teams.sql.ts'
import { indexedText, type SearchedWords } from '../domain/search-words.ts'
import { insights } from './insights.sql.ts'

type Row = typeof insights.$inferSelect
/** What an answer says in one section. */
export type NewInsight = Omit<Row, 'words'>
type AnswerRef = Pick<Row, 'workspaceId' | 'memberId' | 'kind' | 'date'>

/** Of Postgres' configuration: words that say nothing are left out, others are brought to their stem. */
const ENGLISH = sql.raw(`'english'`)

/** No word of a text begins with this sign. */
const scopeOf = (workspaceId: WorkspaceId): string => `'=${workspaceId.replaceAll("'", "''")}'`

function wordsOf({ workspaceId, text }: Pick<Row, 'workspaceId' | 'text'>): SQL {
  const { other, chinese } = indexedText(text)
  return sql`setweight(to_tsvector(${ENGLISH}, ${other}), 'A')
    || ${chinese}::tsvector || ${scopeOf(workspaceId)}::tsvector`
}

const isOf = ({ workspaceId, memberId, kind, date }: AnswerRef) =>
  and(
    ...[eq(insights.workspaceId, workspaceId), eq(insights.memberId, memberId)],
    ...[eq(insights.kind, kind), eq(insights.date, date)],
  )

/** What the answer says now takes the place of what it said before. `isNew`: it said nothing before. */
export async function keepInsights(
  q: Queryable,
  of: AnswerRef,
  said: readonly NewInsight[],
  isNew: boolean,
): Promise<void> {
  const sections = said.map(({ section }) => section)
  if (!isNew)
    await q
      .delete(insights)
      .where(and(isOf(of), ...(sections.length > 0 ? [notInArray(insights.section, sections)] : [])))
  if (said.length === 0) return
  const { workspaceId, memberId, kind, date, section } = insights
  await q
    .insert(insights)
    .values(said.map((one) => ({ ...one, words: wordsOf(one) })))
    .onConflictDoUpdate({
      target: [workspaceId, memberId, kind, date, section],
      set: {
        ...{ teamId: sql`excluded.team_id`, text: sql`excluded.text`, words: sql`excluded.words` },
        writtenAt: sql`excluded.written_at`,
      },
    })
}

/** Makes the words of at most so many that have none; how many there were. */
export async function addMissingWords(q: Queryable, limit: number): Promise<number> {
  const rows = await q.select().from(insights).where(isNull(insights.words)).limit(limit)
  for (const row of rows)
    await q
      .update(insights)
      .set({ words: wordsOf(row) })
      .where(and(isOf(row), eq(insights.section, row.section), eq(insights.text, row.text)))
  return rows.length
}

/** Whose insights somebody may see. */
export interface InsightScope {
  workspaceId: WorkspaceId
  /** Everybody's in these teams. */
  teamIds: readonly TeamId[]
  /** What these members wrote. */
  memberIds: readonly MemberId[]
}

export interface FoundInsight extends Omit<Row, 'words'> {
  userId: UserId
}

export interface InsightPage {
  found: FoundInsight[]
  /** Of all pages. */
  total: number
}

const columns = sql.raw(
  'i.workspace_id, i.member_id, i.kind, i.date, i.section, i.team_id, i.text, i.written_at',
)

const foundOf = (row: Record<string, unknown>): FoundInsight => {
  const { words: _, ...insight } = typedRow(insights, row)
  return { ...insight, userId: String(row.user_id) }
}

const isWithin = ({
  workspaceId,
  teamIds,
  memberIds,
}: InsightScope): SQL => sql`i.workspace_id = ${workspaceId}
  and (i.team_id = any(${uuidArray(teamIds)}) or i.member_id = any(${uuidArray(memberIds)}))`

/** Null: nothing is looked for. `every`: a text has to have all words, else one of them. */
function queryOf({ other, chinese }: SearchedWords, every: boolean): SQL | null {
  const terms = [
    ...other.map((word) => sql`plainto_tsquery(${ENGLISH}, ${word})`),
    ...chinese.map((word) => sql`${word}::tsquery`),
  ]
  return terms.length === 0 ? null : sql`(${sql.join(terms, sql.raw(every ? ' && ' : ' || '))})`
}

/** `skip`: so many are on pages before. */
export async function searchInsights(
  q: Queryable,
  scope: InsightScope,
  words: SearchedWords,
  page: { every: boolean; skip: number; limit: number },
): Promise<InsightPage> {
  const query = queryOf(words, page.every)
  if (!query) return { found: [], total: 0 }
  const rows = await q.execute(sql`
    with hit as (
      select ${columns}, ts_rank(i.words, ${query}) as rank, count(*) over () as total from ${insights} i
      where i.words @@ ${scopeOf(scope.workspaceId)}::tsquery and i.words @@ ${query} and ${isWithin(scope)}
      order by rank desc, i.date desc, i.written_at desc, i.member_id, i.section
      limit ${page.limit} offset ${page.skip}
    )
    select i.*, m.user_id from hit i
    join ${members} m on m.workspace_id = i.workspace_id and m.member_id = i.member_id
    order by i.rank desc, i.date desc, i.written_at desc, i.member_id, i.section`)
  return { found: rows.map(foundOf), total: Number(rows[0]?.total ?? 0) }
}

/** Whatever they say. `total`: so many at least, one more than the page has where there are more. */
export async function newestInsights(
  q: Queryable,
  { workspaceId, teamIds, memberIds }: InsightScope,
  { skip, limit }: { skip: number; limit: number },
): Promise<InsightPage> {
  const most = skip + limit + 1
  const rows = await q.execute(sql`
    with one as (
      (select ${columns} from unnest(${uuidArray(teamIds)}) as wanted (team_id) cross join lateral (
        select * from ${insights} i where i.workspace_id = ${workspaceId} and i.team_id = wanted.team_id
        order by i.date desc limit ${most}) i)
      union
      (select ${columns} from ${insights} i
      where i.workspace_id = ${workspaceId} and i.member_id = any(${uuidArray(memberIds)}))
    )
    select i.*, m.user_id from one i
    join ${members} m on m.workspace_id = i.workspace_id and m.member_id = i.member_id
    order by i.date desc, i.written_at desc, i.member_id, i.section
    limit ${limit + 1} offset ${skip}`)
  return { found: rows.slice(0, limit).map(foundOf), total: skip + rows.length }
}

/** Which of the words are, by their stems, among those that are looked for. */
export async function foundAmong(
  q: Queryable,
  words: readonly string[],
  { other }: SearchedWords,
): Promise<Set<string>> {
  const query = queryOf({ other, chinese: [], chineseWords: [] }, false)
  if (!query || words.length === 0) return new Set()
  const rows = await q.execute<{ word: string }>(sql`
    select word from unnest(${textArray(words)}) as one (word) where to_tsvector(${ENGLISH}, word) @@ ${query}`)
  return new Set(rows.map(({ word }) => word))
}

/** With the answers that say it. */
export const pruneInsights = (q: Queryable, before: Temporal.PlainDate, limit: number) =>
  pruneByTeam(q, sql`insights`, sql`r.date < ${before.toString()}::date`, limit)
