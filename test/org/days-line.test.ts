// `/kpi days Dec 25 off`: the form opens with the day and what the team does on it; a date that can be two is asked about.
import { beforeAll, expect, test } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import type { Locale } from '../../src/core/i18n/locale.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { type Heard, perform, tried } from '../security/listeners.ts'
import { buildWorld, HOME, ROLES, type World } from '../security/world.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()
let world: World
beforeAll(async () => {
  world = await buildWorld(database.db)
})

interface Element {
  initial_date?: string
  initial_option?: { value: string }
  text?: { text: string }
  action_id?: string
  value?: string
}
interface AnyBlock {
  block_id?: string
  element?: Element
  elements?: Element[]
}

/** As the manager, on Tuesday 3 March 2026. */
const inLanguage = (locale: Locale, what: (context: Context) => Promise<void>): Promise<void> =>
  tried(world.context, async (context) => {
    const person = world.context.people.get(`${HOME} ${ROLES.manager}`)!
    await savePeople(context.db, [{ ...person, locale }], context.clock.now())
    await what(context)
  })
const by = { userId: ROLES.manager, workspaceId: HOME }
const types = (context: Context, text: string): Promise<Heard> =>
  perform(context, by, { kind: 'command', text, channelId: world.north.channelId })

/** '2026-12-25 off': what the form is filled in with. */
function formIn({ views, errors }: Heard): string {
  expect(errors).toEqual([])
  const blocks = (views.at(-1)?.blocks ?? []) as unknown as AnyBlock[]
  const [date, kind] = ['date', 'kind'].map((id) => blocks.find(({ block_id }) => block_id === id)?.element)
  return `${date?.initial_date ?? 'no day'} ${kind?.initial_option?.value}`
}

test.each([
  ['en', 'days', 'no day off'],
  ['en', 'days Dec 25 off', '2026-12-25 off'],
  ['en', 'days 12/25 off', '2026-12-25 off'],
  ['en', 'calendar off 25 Dec', '2026-12-25 off'],
  ['en', 'days on Dec 25', '2026-12-25 off'],
  ['en', 'days Oct 10 on', '2026-10-10 on'],
  ['en', 'days work next Saturday', '2026-03-14 on'],
  ['en', 'days 2026-03-07 working day', '2026-03-07 on'],
  ['en', 'days tomorrow', '2026-03-04 off'],
  ['en', 'days Friday company outing', '2026-03-06 off'],
  ['en', 'days working', 'no day on'],
  ['zh-CN', '工作日 12月25日 休息', '2026-12-25 off'],
  ['zh-CN', '工作日10月10日上班', '2026-10-10 on'],
  ['zh-CN', '工作日 本周六上班', '2026-03-07 on'],
  ['zh-CN', '工作日 3/7 补班', '2026-03-07 on'],
  ['zh-CN', '工作日 休息 明天', '2026-03-04 off'],
  ['zh-CN', '日历 3/4 放假', '2026-03-04 off'],
  ['zh-TW', '工作日 12月25日 休假', '2026-12-25 off'],
  ['zh-TW', '行事曆 補班 3月7號', '2026-03-07 on'],
] as const)('%s: “%s” opens the form with %s', async (locale, typed, expected) => {
  await inLanguage(locale, async (context) => {
    expect(formIn(await types(context, typed))).toBe(expected)
  })
})

test('5/4 is asked about in English, and the button opens the form with the day and the kind', async () => {
  await inLanguage('en', async (context) => {
    const heard = await types(context, 'days 5/4 on')
    expect(heard.views).toEqual([])
    const [message] = heard.told as { text: string; blocks: AnyBlock[] }[]
    expect(message!.text).toBe('Which day do you mean?')
    const buttons = message!.blocks.flatMap(({ elements = [] }) => elements)
    expect(buttons.map(({ text }) => text?.text)).toEqual(['Mon, May 4, 2026', 'Sun, Apr 5, 2026'])
    const { action_id: actionId, value } = buttons[1]!
    const clicked = await perform(context, by, {
      ...{ kind: 'action', actionId: actionId!, value: value! },
      channelId: world.north.channelId,
    })
    expect(formIn(clicked)).toBe('2026-04-05 on')
  })
})

test.each([
  ['en', 'days Dec 24 to 26 off', 'One single day at a time'],
  ['en', 'days next week off', 'One single day at a time'],
  ['en', 'days Feb 30 off', 'There is no such date'],
  ['zh-CN', '工作日 12月24日到26日 休息', '一次只能写一天'],
  ['zh-TW', '工作日 2月30日 休假', '沒有這一天'],
] as const)('%s: “%s” opens nothing and says why', async (locale, typed, said) => {
  await inLanguage(locale, async (context) => {
    const heard = await types(context, typed)
    expect(JSON.stringify(heard.told)).toContain(said)
    expect(heard.views).toEqual([])
  })
})
