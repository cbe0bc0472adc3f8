// Leave that is typed in one line: what it did is said with an Undo, which takes back what counts and what was asked.
import { beforeEach, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Person } from '../../src/core/person.ts'
import { leaveRequests } from '../../src/org/db/leave-requests.sql.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { loadLeaveFacts } from '../../src/org/flows/load-leave.ts'
import { TEAM } from '../../src/org/slack/ids.ts'
import { leaveView } from '../../src/org/slack/leave-form.ts'
import type { RenderedMessage } from '../../src/slack/blocks.ts'
import type { ActionRequest, CommandRequest } from '../../src/slack/requests.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { ann, CHANNEL, manager, salesWithoutTeams, setUp } from './people.ts'

const database = usesDatabase()
let context: TestContext
let said: RenderedMessage[]
const date = Temporal.PlainDate.from

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  await setUp(context, { holidayCountry: null })
  await savePeople(context.db, [...context.people.values()], context.clock.now())
  context.moveTo('2026-03-11T12:00:00Z')
  said = []
})

function call(who: Person): CommandRequest & ActionRequest {
  const unused = () => {
    throw new Error('Nothing opens.')
  }
  const say = (message: RenderedMessage) => {
    expect(checkMessage(message)).toEqual([])
    said.push(message)
  }
  return {
    ...{ who, now: context.clock.now(), t: BOT.translator(who.locale), triggerId: '', channelId: CHANNEL },
    ...{
      rest: '',
      value: '',
      suffix: '',
      redrawHome: async () => unused(),
      view: null,
      later: () => {},
      tellPrivately: async () => unused(),
      postLiving: async () => null,
      sendFile: async () => unused(),
      open: unused,
      push: unused,
      update: unused,
      reply: say,
    },
    replyEphemeral: async (message) => say(message),
    replace: async (message) => say(message),
  }
}
const types = async (who: Person, rest: string) => {
  await BOT.handlers.commands.find(({ word }) => word === 'leave')!.run({ ...call(who), rest }, context)
  return said.at(-1)!
}
async function undoes(who: Person, message: RenderedMessage) {
  const buttons = message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
  const [undo] = buttons.filter((one) => one.type === 'button')
  expect(undo).toMatchObject({ action_id: TEAM.undoLeave })
  await BOT.handlers.actions[TEAM.undoLeave]!({ ...call(who), value: undo!.value! }, context)
  return said.at(-1)!.text
}
const recorded = async (who: Person) =>
  (await loadLeaveFacts(context, who))!.recorded.map(({ from, to }) => [from.toString(), to.toString()])
const states = async () => (await context.db.select().from(leaveRequests)).map(({ state }) => state)

describe.each(LOCALES)('in %s', (locale) => {
  const reader = { ...ann, locale }

  test('leave that is ahead is taken back by its button, once', async () => {
    const message = await types(reader, '2026-03-12..2026-03-13')
    expect(await recorded(reader)).toEqual([['2026-03-12', '2026-03-13']])
    expect(await undoes(reader, message)).toContain('✅')
    expect(await recorded(reader)).toEqual([])
    expect(await undoes(reader, message)).toBe(BOT.translator(locale)('leave.gone'))
  })

  test('leave from the past until tomorrow: what counts and what was asked are both taken back', async () => {
    const message = await types(reader, '2026-03-10..2026-03-12')
    expect(await states()).toEqual(['waiting'])
    expect((await undoes(reader, message)).split('\n')).toHaveLength(2)
    expect([await states(), await recorded(reader)]).toEqual([['withdrawn'], []])
    expect(await undoes(reader, message)).toContain(BOT.translator(locale)('leave.withdrawnTooLate'))
  })
})

test('somebody else’s button takes nothing back', async () => {
  const message = await types(ann, 'tomorrow')
  await undoes({ ...manager, userId: 'UNOBODY' }, message)
  expect(await recorded(ann)).toHaveLength(1)
})

test.each([
  ['en', 'Only you, the manager', 'Only the person, the manager'],
  ['zh-CN', '仅您本人', '仅本人'],
  ['zh-TW', '僅您本人', '僅本人'],
] as const)(
  'the form in %s speaks to whoever is on leave, or to who records it for others',
  (locale, own, others) => {
    const facts = {
      ...{ today: date('2026-03-11'), viewerId: ann.userId, userId: ann.userId, people: [], recorded: [] },
      ...{ waiting: [], homes: [] },
    }
    const words = (forOthers: boolean) =>
      JSON.stringify(leaveView({ ...facts, forOthers }, BOT.translator(locale)))
    expect(words(false)).toContain(own)
    expect(words(true)).toContain(others)
  },
)
