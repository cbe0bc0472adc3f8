// Nothing grows for ever: what only serves delivery and scheduling goes after its time, and nothing else does.
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { createPruning, KEPT, RETENTIONS } from '../../src/app/retention.ts'
import { joinRequests } from '../../src/org/db/join-requests.sql.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { warningDigestLines } from '../../src/warnings/db/warnings.sql.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const NOW = '2026-06-30T12:00:00Z'
const database = usesDatabase()
let context: TestContext
beforeEach(async () => {
  await database.db.delete(messages)
  await database.db.delete(dueItems)
  context = testContext(database.db, NOW)
})

const daysAgo = (days: number) => Temporal.Instant.from(NOW).subtract({ hours: 24 * days })
const due = (dueKey: string, daysBack: number, state: 'waiting' | 'done' | 'failed') => ({
  ...{ workspaceId: 'T1', dueKey, kind: 'prompt', teamId: crypto.randomUUID(), memberId: null, state },
  date: daysAgo(daysBack).toZonedDateTimeISO('UTC').toPlainDate(),
  dueAt: daysAgo(daysBack),
  nextAttemptAt: daysAgo(daysBack),
})
const message = (
  messageKey: string,
  createdBack: number,
  more: Partial<typeof messages.$inferInsert> = {},
) => ({
  ...{ workspaceId: 'T1', messageKey, kind: 'board', toChannelId: 'C1', subject: {} },
  ...{ state: 'delivered' as const, createdAt: daysAgo(createdBack), ...more },
})
const left = async () => ({
  due: (await database.db.select().from(dueItems)).map(({ dueKey }) => dueKey).sort(),
  messages: (await database.db.select().from(messages)).map(({ messageKey }) => messageKey).sort(),
})

test('what is settled goes 30 days after its day; what waits stays, however old', async () => {
  await database.db
    .insert(dueItems)
    .values([
      due('old', 31, 'done'),
      due('failed', 40, 'failed'),
      due('recent', 29, 'done'),
      due('waits', 90, 'waiting'),
    ])
  await database.db
    .insert(messages)
    .values([
      message('old', 31, { deliveredAt: daysAgo(31) }),
      message('edited lately', 200, { deliveredAt: daysAgo(2) }),
      message('given up', 45, { state: 'failed' }),
      message('still to be sent', 45, { state: 'waiting', nextAttemptAt: daysAgo(45) }),
    ])
  await createPruning().run(context)
  expect(await left()).toEqual({
    due: ['recent', 'waits'],
    messages: ['edited lately', 'still to be sent'],
  })
})

test('small batches: 500 at a time, the next with the next tick, then every ten minutes', async () => {
  await database.db
    .insert(dueItems)
    .values(Array.from({ length: 700 }, (_, index) => due(`d${index}`, 60, 'done')))
  const pruning = createPruning()
  await pruning.run(context)
  expect((await left()).due).toHaveLength(200)
  await pruning.run(context)
  expect((await left()).due).toEqual([])
  await database.db.insert(dueItems).values(due('later', 60, 'done'))
  context.moveTo('2026-06-30T12:09:00Z')
  await pruning.run(context)
  expect((await left()).due).toEqual(['later'])
  context.moveTo('2026-06-30T12:10:00Z')
  await pruning.run(context)
  expect((await left()).due).toEqual([])
})

describe('by an index, however much there is', () => {
  const plan = async (query: ReturnType<typeof sql>) => {
    const rows = await database.db.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`)
      return tx.execute<{ 'QUERY PLAN': string }>(sql`explain ${query}`)
    })
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }
  test.each([
    [
      'old scheduling rows',
      sql`select ctid from due_items where state <> 'waiting' and date < '2026-01-01' order by date limit 500`,
      'due_items_over',
    ],
    [
      'old messages',
      sql`select ctid from messages where next_attempt_at is null and coalesce(delivered_at, created_at) < '2026-01-01' order by coalesce(delivered_at, created_at) limit 500`,
      'messages_over',
    ],
    [
      'old audit events',
      sql`select ctid from audit_events where at < '2026-01-01' order by at limit 500`,
      'audit_events_old',
    ],
    [
      'who looked at whose data long ago',
      sql`select ctid from readings where day < '2026-01-01' order by day limit 500`,
      'readings_old',
    ],
    [
      'warnings that ended long ago',
      sql`select ctid from warning_episodes where state = 'resolved' and resolved_at < '2026-01-01' order by resolved_at limit 500`,
      'warning_episodes_over',
    ],
    [
      'what happened in warnings long ago',
      sql`select ctid from warning_events where at < '2026-01-01' order by at limit 500`,
      'warning_events_old',
    ],
    [
      'what an operator asks: missed or failed',
      sql`select due_key, state, reason from due_items where state in ('missed_too_late', 'failed') order by settled_at desc limit 20`,
      'due_items_problems',
    ],
    [
      'what an operator asks: messages given up',
      sql`select message_key, attempts, failure from messages where state = 'failed' order by created_at desc limit 20`,
      'messages_failed',
    ],
  ])('%s', async (_, query, index) => {
    expect(await plan(query)).toContain(index)
  })
})

test('what was decided about joining a team goes after 31 days; what still waits stays', async () => {
  const request = (userId: string, decidedBack: number | null) => ({
    ...{ workspaceId: 'T1', requestId: crypto.randomUUID(), teamId: crypto.randomUUID(), userId },
    ...{ role: 'hunter' as const, requestedBy: 'U1', homeTeamId: crypto.randomUUID(), askedUserId: 'U2' },
    ...{ askedAt: daysAgo(90), state: decidedBack === null ? ('waiting' as const) : ('declined' as const) },
    decidedAt: decidedBack === null ? null : daysAgo(decidedBack),
  })
  const wanted = [request('UWAITS', null), request('ULATELY', 30), request('UOLD', 32)]
  await database.db.insert(joinRequests).values(wanted)
  await createPruning().run(context)
  const kept = await database.db.select().from(joinRequests)
  expect(kept.map(({ userId }) => userId).sort()).toEqual(['ULATELY', 'UWAITS'])
})

test('a line of a digest goes 31 days after its time, but not while the digest is kept, or it or the line is still to be sent', async () => {
  const line = (userId: string, addedBack: number, dateBack: number, number: number) => ({
    ...{ workspaceId: 'T1', userId, number, episodeId: crypto.randomUUID(), what: 'new' as const },
    ...{ addedAt: daysAgo(addedBack), date: daysAgo(dateBack).toZonedDateTimeISO('UTC').toPlainDate() },
  })
  const edited = line('UEDITED', 40, 40, 1)
  const away = line('UONLEAVE', 40, 40, 1)
  const wanted = [edited, away, line('UOLD', 40, 40, 1), line('ULATELY', 30, 30, 1), line('UAWAY', 40, -2, 0)]
  await database.db.insert(warningDigestLines).values([...wanted, line('UWAITED', 40, 39, 0)])
  const key = ['warning-digest', edited.userId, edited.date, 1].join(':')
  await database.db.insert(messages).values(message(key, 40, { deliveredAt: daysAgo(2) }))
  const later = ['warning-digest', away.userId, away.date, 1, daysAgo(-1).epochMilliseconds].join(':')
  await database.db.insert(dueItems).values({ ...due(later, -1, 'waiting'), kind: 'warning-digest' })
  await createPruning().run(context)
  const kept = await database.db.select().from(warningDigestLines)
  expect(kept.map(({ userId }) => userId).sort()).toEqual(['UAWAY', 'UEDITED', 'ULATELY', 'UONLEAVE'])
})

test('each table is named once, with its time', () => {
  expect(RETENTIONS.map(({ table, keepDays }) => `${table} ${keepDays}`)).toEqual([
    'due_items 30',
    'messages 30',
    'answered_messages 2',
    'open_answers 2',
    'open_homes 1',
    'join_requests 31',
    'leave_requests 31',
    'checkin_prompts 30',
    'board_snapshots 92',
    'win_reactions 31',
    'warning_digest_lines 31',
    'model_requests 92',
    'action_items 731',
    'reviews 731',
    'plan_items 731',
    'checkin_answers 731',
    'insights 731',
    'blockers 731',
    'answer_comments 731',
    'report_questions 731',
    'answer_reviews 731',
    'warning_episodes 731',
    'warning_events 731',
    'audit_events 1096',
    'readings 1096',
  ])
})

test('every table of the database has a retention, or is kept for a reason', async () => {
  const rows = await database.db.execute<{ table_name: string }>(sql`
    select table_name from information_schema.tables where table_schema = 'public' order by table_name`)
  const tables = rows.map(({ table_name }) => table_name)
  const named = [...RETENTIONS.map(({ table }) => table), ...Object.keys(KEPT)]
  expect(tables).toEqual(named.toSorted())
})
