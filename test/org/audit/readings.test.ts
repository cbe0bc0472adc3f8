// `/kpi seen`: who looked at whose numbers and leave, once for viewer, person and day.

import { beforeEach, describe, expect, test } from 'vitest'
import { checkMessage } from '../../../sandbox/checker/message.ts'
import { BOT } from '../../../src/app/features.ts'
import { LOCALES } from '../../../src/core/i18n/locale.ts'
import type { Person } from '../../../src/core/person.ts'
import { openCorrection } from '../../../src/numbers/flows/correct-numbers.ts'
import { readings } from '../../../src/org/audit/db/readings.sql.ts'
import { PERSONAL_DATA, type Reading } from '../../../src/org/audit/domain/reading.ts'
import { listAudit } from '../../../src/org/audit/flows/list-audit.ts'
import { recordReading, recordRecipients } from '../../../src/org/audit/flows/record-reading.ts'
import { seenMessage } from '../../../src/org/audit/slack/seen-command.ts'
import { loadLeaveFacts } from '../../../src/org/flows/load-leave.ts'
import { recordLeave } from '../../../src/org/flows/record-leave.ts'
import type { RenderedMessage } from '../../../src/slack/blocks.ts'
import type { CommandRequest } from '../../../src/slack/requests.ts'
import type { TestContext } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import { admin, ann, li, manager, salesWithoutTeams, setUp, stranger, WORKSPACE } from '../people.ts'
import { correctCalls } from './changes.ts'

const database = usesDatabase()
let context: TestContext
let teamId: string
beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  teamId = (await setUp(context, { holidayCountry: null })).teamId
})

async function seenBy(who: Person): Promise<string[]> {
  const replies: RenderedMessage[] = []
  const entry = BOT.handlers.commands.find(({ word }) => word === 'seen')!
  const call = {
    ...{ who, rest: '', t: BOT.translator(who.locale), now: context.clock.now() },
    reply: (message: RenderedMessage) => void replies.push(message),
  }
  await entry.run(call as unknown as CommandRequest, context)
  expect(checkMessage({ ...replies[0]! })).toEqual([])
  return replies[0]!.text.split('\n').slice(1, -1)
}

const correct = (who: Person, userId: string, day?: string) =>
  openCorrection(context, who, { userId, teamId, ...(day ? { date: Temporal.PlainDate.from(day) } : {}) })
const rows = async () => database.db.select().from(readings)

describe('who is listed', () => {
  test('a manager who opened the numbers, once a day however often and whatever else they chose', async () => {
    await correct(manager, ann.userId)
    await correct(manager, ann.userId, '2026-02-27')
    await Promise.all([1, 2, 3].map(() => correct(manager, ann.userId)))
    expect(await rows()).toHaveLength(1)
    context.moveTo('2026-03-03T09:00:00Z')
    await correct(manager, ann.userId)
    expect(await seenBy(ann)).toEqual([
      '*Tue, Mar 3*',
      '<@UMANAGER> opened: numbers',
      '*Mon, Mar 2*',
      '<@UMANAGER> opened: numbers',
    ])
  })

  test('a manager whose list shows their leave; nobody for what was refused or is one’s own', async () => {
    const day = Temporal.PlainDate.from('2026-03-05')
    await recordLeave(context, ann, ann.userId, { from: day, to: day, part: 'whole' })
    await loadLeaveFacts(context, ann)
    await correct(stranger, ann.userId)
    await correct(admin, ann.userId)
    await correct(ann, li.userId)
    expect(await rows()).toEqual([])
    await loadLeaveFacts(context, manager)
    await correct(manager, ann.userId)
    expect(await seenBy(ann)).toEqual(['*Mon, Mar 2*', '<@UMANAGER> opened: leave, numbers'])
    expect(await seenBy(li)).toEqual(['没有人查看或收到过您的数据、计划、报告或请假信息。'])
  })

  test('a manager who was told the days by a refusal', async () => {
    const day = Temporal.PlainDate.from('2026-03-05')
    await recordLeave(context, ann, ann.userId, { from: day, to: day, part: 'whole' })
    await recordLeave(context, manager, ann.userId, { from: day, to: day, part: 'whole' })
    expect(await seenBy(ann)).toContain('<@UMANAGER> opened: leave')
  })

  test('a manager who read the change of a number in the audit, but no admin, who is not shown it', async () => {
    await correctCalls(context, { who: manager, userId: ann.userId, teamId, value: 40 })
    await listAudit(context, admin, { userId: null, after: null })
    await listAudit(context, ann, { userId: null, after: null })
    expect(await rows()).toEqual([])
    await listAudit(context, manager, { userId: null, after: null })
    expect(await seenBy(ann)).toContain('<@UMANAGER> opened: numbers')
  })

  test('whoever was sent it by a message, beside what they opened', async () => {
    const parts = [{ userId: ann.userId, what: 'plan' as const }]
    await recordReading(database.db, context, manager, parts)
    await recordRecipients(database.db, context, {
      ...{ workspaceId: WORKSPACE, viewers: [manager.userId, ann.userId, admin.userId] },
      parts: [...parts, { userId: ann.userId, what: 'numbers' }],
    })
    expect(await seenBy(ann)).toEqual([
      '*Mon, Mar 2*',
      '<@UADMIN> was sent: numbers, plan',
      '<@UMANAGER> opened: plan',
      '<@UMANAGER> was sent: numbers, plan',
    ])
  })
})

test('the day is that of the person, and goes from the list after 30 days', async () => {
  context.moveTo('2026-03-02T17:00:00Z')
  await correct(manager, li.userId)
  expect((await rows()).map(({ day }) => day.toString())).toEqual(['2026-03-03'])
  context.moveTo('2026-04-01T12:00:00Z')
  expect(await seenBy(li)).toHaveLength(2)
  context.moveTo('2026-04-02T12:00:00Z')
  expect(await seenBy(li)).toEqual(['没有人查看或收到过您的数据、计划、报告或请假信息。'])
})

test.each(LOCALES)('the longest list fits into a message: %s', (locale) => {
  const longest = Array.from({ length: 100 }, (_, index): Reading => {
    const day = Temporal.PlainDate.from('2026-03-02').add({ days: index % 30 })
    return { day, viewerUserId: `U${'W'.repeat(40)}${index}`, opened: PERSONAL_DATA, sent: PERSONAL_DATA }
  })
  for (const list of [[], longest])
    expect(checkMessage({ ...seenMessage(list, BOT.translator(locale)) })).toEqual([])
})
