// `/kpi audit`: who sees which changes, whose details, in which order, page by page.

import { beforeEach, describe, expect, test } from 'vitest'
import { checkMessage } from '../../../sandbox/checker/message.ts'
import { BOT } from '../../../src/app/features.ts'
import type { Person } from '../../../src/core/person.ts'
import { auditEvents } from '../../../src/org/audit/db/audit.sql.ts'
import { listAudit } from '../../../src/org/audit/flows/list-audit.ts'
import { AUDIT } from '../../../src/org/audit/slack/ids.ts'
import { setParent } from '../../../src/org/db/hierarchy.ts'
import { insertTeam } from '../../../src/org/db/teams.ts'
import { changeExtraDay } from '../../../src/org/flows/change-extra-days.ts'
import { recordLeave } from '../../../src/org/flows/record-leave.ts'
import type { RenderedMessage } from '../../../src/slack/blocks.ts'
import type { ActionRequest, CommandRequest } from '../../../src/slack/requests.ts'
import { type TestContext, testPerson } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import {
  admin,
  ann,
  CHANNEL,
  guest,
  li,
  manager,
  salesWithoutTeams,
  setUp,
  stranger,
  WORKSPACE,
} from '../people.ts'
import { changeMetricPoints, correctCalls } from './changes.ts'

const director = testPerson(WORKSPACE, 'UDIRECTOR', { name: 'Dora' })
const date = Temporal.PlainDate.from

const database = usesDatabase()
let context: TestContext
let teamId: string
beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  context.people.set(director.userId, director)
  teamId = (await setUp(context, { holidayCountry: null })).teamId
  const above = {
    workspaceId: WORKSPACE,
    teamId: crypto.randomUUID(),
    channelId: 'CABOVE',
    parentTeamId: null,
  }
  await insertTeam(database.db, { ...above, managerUserId: director.userId }, context.clock.now())
  await database.db.transaction((tx) => setParent(tx, { workspaceId: WORKSPACE, teamId }, above.teamId))
  await database.db.delete(auditEvents)
})

/** What the person reads, line by line, after the title. */
async function read(who: Person, rest = ''): Promise<string[]> {
  return (await shown(who, rest)).text.split('\n').slice(1)
}

async function shown(who: Person, rest = ''): Promise<RenderedMessage> {
  const replies: RenderedMessage[] = []
  const entry = BOT.handlers.commands.find(({ word }) => word === 'audit')!
  const call = {
    who,
    rest,
    t: BOT.translator(who.locale),
    now: context.clock.now(),
    reply: (m: RenderedMessage) => void replies.push(m),
  }
  await entry.run(call as unknown as CommandRequest, context)
  expect(checkMessage({ ...replies[0]! })).toEqual([])
  return replies[0]!
}

const leaveFor = (of: Person, day: string) =>
  recordLeave(context, manager, of.userId, { from: date(day), to: date(day), part: 'whole' })

describe('who sees what', () => {
  beforeEach(async () => {
    await leaveFor(li, '2026-03-05')
    context.moveTo('2026-03-02T08:00:00Z')
    await correctCalls(context, { who: manager, userId: ann.userId, teamId, value: 40 })
    context.moveTo('2026-03-02T09:00:00Z')
    await changeExtraDay(context, manager, teamId, { date: date('2026-03-07'), kind: 'on' })
  })

  test('a manager: everything of the team, the newest first, with what it was and became', async () => {
    expect(await read(manager)).toEqual([
      '<@UMANAGER> changed a day of <#C1>',
      '> Sat, Mar 7, 2026: as usual → works',
      'Mon, Mar 2, 2026 10:00 AM · `/kpi days`',
      '<@UMANAGER> corrected a number of <@UANN>',
      '> Calls for Mon, Mar 2: nothing → 40',
      'Mon, Mar 2, 2026 9:00 AM · `/kpi correct`',
      '<@UMANAGER> recorded leave for <@ULI>',
      '> Thu, Mar 5, 2026',
      'Mon, Mar 2, 2026 8:00 AM · `/kpi leave`',
    ])
  })

  test('an admin: that it happened, but neither numbers nor days of leave', async () => {
    const text = (await read(admin)).join('\n')
    expect(text).toContain('corrected a number of <@UANN>')
    expect(text).toContain('recorded leave for <@ULI>')
    expect(text).toContain('as usual → works')
    expect(text).not.toMatch(/40|Calls|Mar 5/)
  })

  test('a director: the teams below, numbers too, but not when someone is away', async () => {
    const text = (await read(director)).join('\n')
    expect(text).toContain('nothing → 40')
    expect(text).toContain('recorded leave for <@ULI>')
    expect(text).not.toContain('Mar 5')
  })

  test('a rep: what is about them, in their language and their own time', async () => {
    expect(await read(ann)).toEqual([
      '<@UMANAGER> corrected a number of <@UANN>',
      '> Calls for Mon, Mar 2: nothing → 40',
      'Mon, Mar 2, 2026 9:00 AM · `/kpi correct`',
    ])
    expect(await read(li)).toEqual([
      '<@UMANAGER> 为 <@ULI> 登记了请假',
      '> 2026年3月5日（周四）',
      '2026年3月2日（周一）15:00 · `/kpi 请假`',
    ])
  })

  test.each([
    ['a stranger', stranger],
    ['a guest', guest],
    ['the manager of the same name in another workspace', { ...manager, workspaceId: 'T2' }],
    ['a manager who is deactivated', { ...manager, deactivated: true }],
  ])('%s: nothing', async (_, who) => {
    expect(await read(who)).toEqual(['No changes are on record here.'])
  })

  test('of one person: what they did and what was done to them', async () => {
    expect((await read(manager, '<@UANN|ann>')).join()).toContain('corrected a number')
    expect((await read(manager, '<@UANN|ann>')).join()).not.toContain('recorded leave')
    expect((await read(admin, '<@UMANAGER>')).filter((line) => line.startsWith('<@UMANAGER>'))).toHaveLength(
      3,
    )
    expect(await read(ann, '<@ULI>')).toContain('No changes are on record here.')
    expect((await shown(admin, '<@UNOBODY|x>')).text).not.toMatch(/UNOBODY|corrected/)
    expect((await shown(ann, 'something')).text).toContain('`/kpi audit @name`')
  })
})

test('page by page to the oldest, and back to the newest', async () => {
  for (let day = 1; day <= 23; day += 1) {
    context.moveTo(`2026-03-02T07:${String(day).padStart(2, '0')}:00Z`)
    await changeExtraDay(context, manager, teamId, {
      date: date('2026-04-01').add({ days: day }),
      kind: 'off',
    })
  }
  const days: string[] = []
  let message = await shown(manager)
  for (;;) {
    days.push(...message.text.split('\n').flatMap((line) => /, Apr (\d+)/.exec(line)?.[1] ?? []))
    const older = buttons(message).find(({ action_id }) => action_id.endsWith('#older'))
    if (!older) break
    message = await clicked(manager, older.value)
  }
  expect(days.map(Number)).toEqual(Array.from({ length: 23 }, (_, index) => 24 - index))
  const newest = buttons(message).find(({ action_id }) => action_id.endsWith('#newest'))!
  expect((await clicked(manager, newest.value)).text).toContain('Apr 24')
  for (const forged of ['', '{', '{"u":"<@x>"}', '{"a":"yesterday"}', JSON.stringify({ u: ann.userId })])
    expect((await clicked(stranger, forged)).text).toContain('No changes are on record')
})

const buttons = ({ blocks }: RenderedMessage) =>
  blocks.flatMap((block) =>
    block.type === 'actions' ? (block.elements as { action_id: string; value: string }[]) : [],
  )

async function clicked(who: Person, value: string): Promise<RenderedMessage> {
  const replies: RenderedMessage[] = []
  const call = {
    who,
    value,
    t: BOT.translator('en'),
    replace: async (m: RenderedMessage) => void replies.push(m),
  }
  await BOT.handlers.actions[AUDIT.page]!(call as unknown as ActionRequest, context)
  expect(checkMessage({ ...replies[0]! })).toEqual([])
  return replies[0]!
}

test('events of a kind or a shape that this version does not know are listed without what changed', async () => {
  await changeMetricPoints(context, { who: manager, teamId })
  await database.db.execute(`update audit_events set kind = 'of-tomorrow'`)
  expect(await read(manager)).toContain('<@UMANAGER> changed something that this version cannot describe')
  await database.db.execute(`update audit_events set kind = 'metric-edited', after = '{"a":[1]}'`)
  expect(await read(manager)).toHaveLength(2)
})

test('a manager who lost the team sees nothing of it any more', async () => {
  await leaveFor(ann, '2026-03-05')
  await database.db.execute(`update teams set manager_user_id = 'UANN' where channel_id = '${CHANNEL}'`)
  expect((await listAudit(context, manager, { userId: null, after: null })).events).toEqual([])
})
