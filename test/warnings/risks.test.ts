// `/kpi risks`: who sees which open warnings, the urgent ones first, who is on them, and that they are answered from there.
import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { readings } from '../../src/org/audit/db/readings.sql.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import type { Level } from '../../src/warnings/domain/level.ts'
import type { WarningView } from '../../src/warnings/domain/warning-view.ts'
import { answerWarning } from '../../src/warnings/flows/answer-warning.ts'
import { listMessage } from '../../src/warnings/slack/list-message.ts'
import { day } from '../checkins/standup/team.ts'
import { buttonsOf, typist } from '../numbers/typist.ts'
import { testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { CALLS } from '../targets/samples.ts'
import { bothBehind } from './both-behind.ts'
import { sampleWarning } from './sample-warning.ts'
import { warningTeam } from './warning-team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

test('a rep sees their own and nobody else’s, and cannot close it', async () => {
  const { ben, eva, asks } = await bothBehind(database.db)
  const own = await asks(ben)
  expect(own.text).toContain('*Your open warnings* · 1')
  expect(own.text).toContain('*Urgent: calls*')
  expect(own.text).toContain('\nOpen since Fri, Mar 6')
  expect(buttonsOf(own.typing)).toEqual(['Details', 'Raise a risk'])
  expect((await asks(eva)).text).toContain('*Warning: calls*')
  expect((await asks(eva)).text).not.toContain('ben')
})

test('whoever leads sees everybody’s, the urgent one first, and it is on record that they read it', async () => {
  const { team, boss, director, asks } = await bothBehind(database.db)
  for (const who of [boss, director]) {
    const { text, typing } = await asks(who)
    expect(text).toContain('*Your team’s open warnings* · 2')
    expect(text.indexOf('Urgent: ben')).toBeLessThan(text.indexOf('Warning: eva'))
    expect(text.indexOf('Urgent: ben')).toBeGreaterThan(0)
    expect(text.split('Nobody is on it yet.')).toHaveLength(3)
    expect(buttonsOf(typing).filter((label) => label === 'I’m on it')).toHaveLength(2)
    const read = await database.db
      .select()
      .from(readings)
      .where(and(eq(readings.workspaceId, team.workspaceId), eq(readings.viewerUserId, who.userId)))
    expect(read.flatMap(({ userId, opened }) => (opened.includes('numbers') ? [userId] : [])).sort()).toEqual(
      [...['U-ben', 'U-eva']],
    )
  }
})

test('taken on from the list, the list says by whom and until when, below what still waits', async () => {
  const { boss, asks } = await bothBehind(database.db)
  const { typing } = await asks(boss)
  await typing.press('I’m on it')
  expect(
    await typing.submit({ 'What will be done': 'Two more calls', 'Looked at again on': '2026-03-10' }),
  ).toEqual({ kind: 'close', redrawHome: false })
  const after = await asks(boss)
  expect(after.text).toContain('<@U-boss> is on it until Tue, Mar 10: Two more calls')
  expect(after.text.split('Nobody is on it yet.')).toHaveLength(2)
  expect(buttonsOf(after.typing)).toEqual([
    'Not a risk',
    'Details',
    'I’m on it',
    'Put off',
    'Not a risk',
    'Details',
    'Raise a risk',
  ])
})

test('what is over is not listed, and an empty list says so to a rep and to whoever leads', async () => {
  const { team, boss, ben, asks } = await bothBehind(database.db)
  for (const { episodeId } of await team.open())
    await answerWarning(team.context, boss, episodeId, { kind: 'dismiss', note: 'Signed on paper' })
  expect((await asks(boss)).text).toBe('No open warnings in your teams.')
  expect((await asks(ben)).text).toBe('No open warnings.')
})

test('seen on one morning only it is nobody’s yet', async () => {
  const team = await warningTeam(database.db)
  await team.replan('2026-03-02')
  await team.mornings('2026-03-02', '2026-03-04')
  await team.tickAt('2026-03-05T08:00:00Z')
  expect(await typist(team.context, team.leads[0]!).command('risks')).toBe('No open warnings in your teams.')
})

test('somebody else’s manager, and whoever is in no team, see nothing of it', async () => {
  const { team, asks } = await bothBehind(database.db)
  const stranger = testPerson(team.workspaceId, 'U-stranger')
  await savePeople(database.db, [stranger], team.context.clock.now())
  const { text } = await asks(stranger)
  expect(text).not.toMatch(/ben|eva|Urgent/)
  expect(text).not.toBe('')
})

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)
  const view = (level: Level, index: number): WarningView => ({
    warning: sampleWarning(
      { workspaceId: 'T1', teamId: crypto.randomUUID(), memberId: crypto.randomUUID() },
      {
        level,
        ...(index % 2 === 0 && {
          state: 'acknowledged',
          acknowledgement: {
            ...{ by: 'U-boss', at: Temporal.Instant.from('2026-03-16T08:00:00Z'), level },
            ...{ action: '<!channel> *b* & '.repeat(40), until: day('2026-03-20') },
          },
        }),
      },
    ),
    team: { teamName: '<!channel> '.repeat(30), channelId: 'C1', managerUserId: 'U-boss' },
    zone: 'Europe/Berlin',
    ...{ metric: CALLS, repUserId: 'U-ben', name: '长'.repeat(200), own: false, target: null },
    can: { takeOn: true, close: true },
  })
  test.each([0, 1, 40])('%i of one’s own and of the team stay within Slack’s limits', (count) => {
    const many = Array.from({ length: count }, (_, index) => view('red', index))
    for (const leads of [true, false])
      for (const reports of [true, false]) {
        if (!leads && !reports) continue
        const message = listMessage({ own: many, team: many, leads, reports }, 'Asia/Taipei', t)
        expect(checkMessage(message)).toEqual([])
        expect(message.text).not.toBe('')
        expect(JSON.stringify(message)).not.toContain('<!channel>')
      }
  })
})
