// Finds for a person what reports of their teams say about market and customers; what others wrote is recorded as read.
import type { Context } from '../../../core/context.ts'
import type { Queryable } from '../../../core/db/client.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { recordReading } from '../../../org/audit/flows/record-reading.ts'
import { memberOf } from '../../../org/db/members.ts'
import { namesOf } from '../../../org/db/names.ts'
import { settingsOfTeamsNow } from '../../../org/db/settings.ts'
import { may } from '../../../org/domain/permissions.ts'
import { actorOf } from '../../../org/flows/actor.ts'
import {
  type FoundInsight,
  foundAmong,
  type InsightPage,
  type InsightScope,
  newestInsights,
  searchInsights,
} from '../db/insights.ts'
import { INSIGHTS_ON_PAGE, teamsToSearch } from '../domain/insight.ts'
import { excerptOf, type MarkedPart, markedParts } from '../domain/marked-text.ts'
import { maySeeOwnInsights } from '../domain/permissions.ts'
import { otherWords, type SearchedWords, searchedWords } from '../domain/search-words.ts'

export interface ShownInsight {
  name: string
  teamName: string
  date: Temporal.PlainDate
  parts: readonly MarkedPart[]
}

export interface ShownInsights {
  /** `some`: no report has all the words, these have one or more. */
  how: 'newest' | 'every' | 'some'
  found: readonly ShownInsight[]
  /** Of all pages; where nothing is looked for, only whether there is more. */
  total: number
  page: number
}

export type InsightsAnswer =
  | ({ ok: true } & ShownInsights)
  /** `no-words`: nothing that could be looked for was typed. */
  | { ok: false; reason: 'no-team' | 'no-words' }

const EXCERPT_LENGTH = 240

/** `typed` empty: the newest. */
export async function findInsights(
  context: Context,
  who: Person,
  { typed, page }: { typed: string; page: number },
): Promise<InsightsAnswer> {
  const { db } = context
  const now = context.clock.now()
  const scope = await scopeOf(db, who, now)
  if (!scope) return { ok: false, reason: 'no-team' }
  const words = searchedWords(typed)
  if (typed !== '' && words.other.length + words.chinese.length === 0)
    return { ok: false, reason: 'no-words' }
  const { how, found, total } = await pageOf(db, scope, typed === '' ? null : words, page)
  const parts = found.map(({ userId }) => ({ userId, what: 'report' as const }))
  await recordReading(db, context, who, parts)
  return { ok: true, how, total, page, found: await shown(db, found, words, now) }
}

/** Null: the person is in no team and leads none. */
async function scopeOf(q: Queryable, who: Person, now: Temporal.Instant): Promise<InsightScope | null> {
  const { workspaceId, userId } = who
  const actor = await actorOf(q, who, now)
  const own = await memberOf(q, workspaceId, userId)
  const settings = await settingsOfTeamsNow(q, own, now)
  const names = new Map([...settings].map(([teamId, { boardNames }]) => [teamId, boardNames]))
  const teamIds = teamsToSearch(actor, names)
  const memberIds = own
    .filter(({ teamId }) => may(actor, maySeeOwnInsights, { workspaceId, teamId, userId }))
    .map(({ memberId }) => memberId)
  return memberIds.length + teamIds.length === 0 ? null : { workspaceId, teamIds, memberIds }
}

async function pageOf(
  q: Queryable,
  scope: InsightScope,
  words: SearchedWords | null,
  page: number,
): Promise<InsightPage & Pick<ShownInsights, 'how'>> {
  const on = { skip: page * INSIGHTS_ON_PAGE, limit: INSIGHTS_ON_PAGE }
  if (!words) return { how: 'newest', ...(await newestInsights(q, scope, on)) }
  const every = await searchInsights(q, scope, words, { ...on, every: true })
  if (every.total > 0 || words.other.length + words.chinese.length === 1) return { how: 'every', ...every }
  return { how: 'some', ...(await searchInsights(q, scope, words, { ...on, every: false })) }
}

async function shown(
  q: Queryable,
  found: readonly FoundInsight[],
  words: SearchedWords,
  now: Temporal.Instant,
): Promise<ShownInsight[]> {
  const [first] = found
  if (!first) return []
  const { workspaceId } = first
  const teamIds = [...new Set(found.map(({ teamId }): TeamId => teamId))]
  const settings = await settingsOfTeamsNow(
    q,
    teamIds.map((teamId) => ({ workspaceId, teamId })),
    now,
  )
  const names = await namesOf(
    q,
    workspaceId,
    found.map(({ userId }) => userId),
  )
  const among = [...new Set(found.flatMap(({ text }) => otherWords(text)))]
  const other = await foundAmong(q, among, words)
  return found.map(({ userId, teamId, date, text }) => ({
    ...{ name: names[userId] ?? '', teamName: settings.get(teamId)?.name ?? '', date },
    parts: excerptOf(markedParts(text, { chinese: words.chineseWords, other }), EXCERPT_LENGTH),
  }))
}
