// Comments that stood with the reading of an answer are moved to the one who wrote them: none is lost, and none is sent again.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { commentsOfTeam } from '../../../src/checkins/db/reviews.ts'
import { connect, type DatabaseConnection } from '../../../src/core/db/client.ts'
import { migrate } from '../../../src/core/db/migrate.ts'
import { findMessage } from '../../../src/outbox/db/messages.ts'
import { administer, databaseUrl } from '../../support/throw-away-postgres.ts'
import { migrateUpTo } from './earlier-release.ts'

const NAME = `test_comments_${process.pid}`
const server = inject('postgresUrl')
const url = databaseUrl(server, NAME)
const [TEAM, ANN, BEN] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
]
const ON = '2026-03-02'
let connection: DatabaseConnection

beforeAll(async () => {
  await administer(server, `create database ${NAME}`)
  connection = connect(url, { maxConnections: 2, statementTimeoutMillis: 10_000 })
  const { db } = connection
  await migrateUpTo(db, '0038_morning')
  for (const [member, comment, by] of [
    [ANN, 'Well done', 'U-boss'],
    [BEN, null, null],
  ])
    await db.execute(sql`
      insert into answer_reviews (workspace_id, member_id, date, team_id, read_by, read_at, read_revision, comment, commented_by)
      values ('T1', ${member}, ${ON}, ${TEAM}, 'U-boss', '2026-03-02T09:00:00Z', 1, ${comment}, ${by})`)
  await db.execute(sql`
    insert into messages (workspace_id, message_key, kind, to_user_id, subject, state, created_at, ts)
    values ('T1', ${`comment:${ANN}:${ON}`}, 'answer-comment', 'U-ann',
      jsonb_build_object('memberId', ${ANN}::text, 'date', ${ON}::text), 'delivered', '2026-03-02T09:00:00Z', '1.1')`)
  await migrate(url)
})
afterAll(async () => {
  await connection.close()
  await administer(server, `drop database ${NAME} with (force)`)
})

test('whose the comment is stays known, and an answer that was only read has none', async () => {
  const found = await commentsOfTeam(
    connection.db,
    'standup',
    { workspaceId: 'T1', teamId: TEAM as never },
    Temporal.PlainDate.from(ON),
  )
  expect([...found.keys()]).toEqual([ANN])
  expect(found.get(ANN as never)).toMatchObject([{ byUserId: 'U-boss', comment: 'Well done', version: 1 }])
})

test('its message is the one that a change edits', async () => {
  const key = `comment:${ANN}:${ON}:U-boss:1`
  const message = await findMessage(connection.db, { workspaceId: 'T1', messageKey: key })
  expect(message).toMatchObject({
    ts: '1.1',
    subject: { memberId: ANN, date: ON, byUserId: 'U-boss', version: 1 },
  })
})
