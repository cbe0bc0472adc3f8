// A manager who corrects a number of their own does not do so quietly: whoever stands above them is told.

import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Person } from '../../src/core/person.ts'
import type { OwnNumberCorrectedFacts } from '../../src/numbers/domain/message-facts.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { renderOwnNumberCorrected } from '../../src/numbers/slack/own-number-corrected.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { readings } from '../../src/org/audit/db/readings.sql.ts'
import { setParent } from '../../src/org/db/hierarchy.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { insertTeam, setDelegate } from '../../src/org/db/teams.ts'
import { recordLeave } from '../../src/org/flows/record-leave.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { correctCalls } from '../org/audit/changes.ts'
import { admin, ann, manager, salesWithoutTeams, setUp, WORKSPACE } from '../org/people.ts'
import { type TestContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'

const director = testPerson(WORKSPACE, 'UDIRECTOR', { name: 'Dora' })
const head = testPerson(WORKSPACE, 'UHEAD', { name: 'Hanna' })

const database = usesDatabase()
let context: TestContext
let teamId: string
beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  teamId = (await setUp(context, { holidayCountry: null }, [manager.userId, ann.userId])).teamId
})

async function putUnder(childId: string, boss: Person, channelId: string): Promise<string> {
  const above = { workspaceId: WORKSPACE, teamId: crypto.randomUUID(), channelId, parentTeamId: null }
  await savePeople(database.db, [boss], context.clock.now())
  await insertTeam(database.db, { ...above, managerUserId: boss.userId }, context.clock.now())
  await database.db.transaction((tx) =>
    setParent(tx, { workspaceId: WORKSPACE, teamId: childId }, above.teamId),
  )
  return above.teamId
}

const correctOwn = () => correctCalls(context, { who: manager, userId: manager.userId, teamId, value: 40 })

async function told() {
  const rows = await database.db.select().from(messages).where(eq(messages.kind, 'own-number-corrected'))
  return Promise.all(
    rows.map(async (message) => ({
      to: message.toUserId,
      facts: await factsOf<OwnNumberCorrectedFacts>(database.db, message, context.clock.now()),
    })),
  )
}

describe('told is', () => {
  test('the manager of the team above, with the numbers, and is listed as having been sent them', async () => {
    await putUnder(teamId, director, 'CABOVE')
    await correctOwn()
    expect(await told()).toMatchObject([
      {
        to: director.userId,
        facts: {
          byUserId: manager.userId,
          correction: { before: null, after: 40, reason: 'typed wrong by Zoë' },
        },
      },
    ])
    expect(await database.db.select().from(readings)).toMatchObject([
      { userId: manager.userId, viewerUserId: director.userId, opened: [], sent: ['numbers'] },
    ])
  })

  test('the next above, where the nearest is deactivated or the same person', async () => {
    const above = await putUnder(teamId, { ...director, deactivated: true }, 'CABOVE')
    const higher = await putUnder(above, manager, 'CHIGHER')
    await putUnder(higher, head, 'CHIGHEST')
    await correctOwn()
    expect((await told()).map(({ to }) => to)).toEqual([head.userId])
  })

  test('an admin, where no team is above: that it happened, without the numbers', async () => {
    await savePeople(database.db, [admin], context.clock.now())
    await correctOwn()
    expect(await told()).toMatchObject([{ to: admin.userId, facts: { correction: null } }])
    expect(await database.db.select().from(readings)).toEqual([])
  })

  test('the manager of the team above too, where there is a delegate: the delegate is not told', async () => {
    await putUnder(teamId, director, 'CABOVE')
    await setDelegate(database.db, { workspaceId: WORKSPACE, teamId }, ann.userId)
    await correctOwn()
    expect((await told()).map(({ to }) => to)).toEqual([director.userId])
  })

  test('the same of the delegate who acts and corrects a number of their own: neither the manager nor they are', async () => {
    await putUnder(teamId, director, 'CABOVE')
    await setDelegate(database.db, { workspaceId: WORKSPACE, teamId }, ann.userId)
    const own = () => correctCalls(context, { who: ann, userId: ann.userId, teamId, value: 40 })
    await expect(own()).rejects.toThrow()
    const today = Temporal.PlainDate.from('2026-03-02')
    await recordLeave(context, manager, manager.userId, { from: today, to: today, part: 'whole' })
    await own()
    expect(await told()).toMatchObject([
      { to: director.userId, facts: { byUserId: ann.userId, correction: { before: null, after: 40 } } },
    ])
    const events = await database.db.select().from(auditEvents).where(eq(auditEvents.userId, ann.userId))
    expect(events.filter(({ kind }) => kind === 'number-corrected')).toMatchObject([
      { actorUserId: ann.userId, after: { value: 40 } },
    ])
  })

  test('an admin of the delegate who acts, where no team is above', async () => {
    await savePeople(database.db, [admin], context.clock.now())
    await setDelegate(database.db, { workspaceId: WORKSPACE, teamId }, ann.userId)
    await savePeople(database.db, [{ ...manager, deactivated: true }], context.clock.now())
    await correctCalls(context, { who: ann, userId: ann.userId, teamId, value: 40 })
    expect(await told()).toMatchObject([{ to: admin.userId, facts: { correction: null } }])
  })

  test('nobody but the member, where the number is somebody else’s', async () => {
    await putUnder(teamId, director, 'CABOVE')
    await correctCalls(context, { who: manager, userId: ann.userId, teamId, value: 40 })
    expect(await told()).toEqual([])
  })
})

test('who has lost the right by the time it is sent is not told', async () => {
  await putUnder(teamId, director, 'CABOVE')
  await correctOwn()
  await database.db.execute(`update teams set manager_user_id = 'UHEAD' where channel_id = 'CABOVE'`)
  expect(await told()).toMatchObject([{ facts: null }])
})

test.each(LOCALES)('is written within Slack’s limits: %s', (locale) => {
  const metric = { ...presetFor('hunter', 'CNY')[0]!, label: '<!channel> 长'.repeat(20) }
  const correction = {
    ...{ byUserId: 'UBOSS', date: Temporal.PlainDate.from('2026-03-02'), metric },
    ...{ before: null, after: metric.hardMax, reason: '<!channel> & \u202e'.repeat(30) },
  }
  for (const one of [null, correction, { ...correction, before: 0 }]) {
    const facts = { kind: 'own-number-corrected', byUserId: 'UBOSS', channelId: 'C1' } as const
    const message = renderOwnNumberCorrected({ ...facts, correction: one }, BOT.translator(locale))
    expect(checkMessage({ ...message })).toEqual([])
    expect(message.text).not.toMatch(/<!channel>|undefined|NaN/)
  }
})
