// Leave that is typed in one line: what is recorded, shown back and asked, in each language.
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import type { Locale } from '../../src/core/i18n/locale.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { type Heard, type Move, perform, tried } from '../security/listeners.ts'
import { buildWorld, HOME, ROLES, type World } from '../security/world.ts'
import { usesDatabase } from '../support/database.ts'

const REP = ROLES['another rep']
const database = usesDatabase()
let world: World
beforeAll(async () => {
  world = await buildWorld(database.db)
})

interface Told {
  text: string
  buttons: { actionId: string; label: string; value: string }[]
}

const does = (context: Context, move: Move): Promise<Heard> =>
  perform(context, { userId: REP, workspaceId: HOME }, move)

function toldIn({ told, errors }: Heard): Told {
  expect(errors).toEqual([])
  const { text, blocks = [] } = told.at(-1) as { text: string; blocks?: { elements?: never[] }[] }
  const buttons = blocks
    .flatMap(({ elements }) => elements ?? [])
    .map(({ action_id: actionId, text: { text: label }, value }: never) => ({ actionId, label, value }))
  return { text, buttons }
}

const types = async (context: Context, rest: string): Promise<Told> =>
  toldIn(await does(context, { kind: 'command', text: `leave ${rest}`, channelId: world.north.channelId }))

async function recorded(context: Context): Promise<string[]> {
  const rows = await context.db.execute<{ line: string }>(
    sql`select concat_ws(' ', from_date, to_date, part, nullif(kind, 'other')) as line from leaves where user_id = ${REP} order by 1`,
  )
  return rows.map(({ line }) => line)
}

/** Runs in the language, and takes everything back afterwards. */
const inLanguage = (locale: Locale, what: (context: Context) => Promise<void>): Promise<void> =>
  tried(world.context, async (context) => {
    const person = world.context.people.get(`${HOME} ${REP}`)!
    await savePeople(context.db, [{ ...person, locale }], context.clock.now())
    await what(context)
  })

describe('on Tuesday 3 March 2026', () => {
  test.each([
    ['en', 'tomorrow', '2026-03-04 2026-03-04 whole', 'Mar'],
    ['en', 'next Mon–Wed', '2026-03-09 2026-03-11 whole', 'Mon'],
    ['en', '20 March in the afternoon', '2026-03-20 2026-03-20 afternoon', 'afternoon'],
    ['en', '2026-03-10..2026-03-12', '2026-03-10 2026-03-12 whole', 'Tue, Mar 10 to Thu, Mar 12.'],
    ['en', 'next week', '2026-03-09 2026-03-15 whole', 'Mon, Mar 9 to Sun, Mar 15.'],
    ['en', 'sick tomorrow', '2026-03-04 2026-03-04 whole sick', 'Sick leave'],
    [
      'en',
      'Mar 9 to 13 vacation',
      '2026-03-09 2026-03-13 whole annual',
      'Mon, Mar 9 to Fri, Mar 13 (Annual leave).',
    ],
    ['zh-CN', '明天下午病假', '2026-03-04 2026-03-04 afternoon sick', '病假'],
    ['zh-TW', '特休 3/9-3/10', '2026-03-09 2026-03-10 whole annual', '特休'],
    ['zh-CN', '下周一到周三出差', '2026-03-09 2026-03-11 whole travel', '出差'],
    ['zh-CN', '明天', '2026-03-04 2026-03-04 whole', '3月4日'],
    ['zh-CN', '2026-03-23 上午', '2026-03-23 2026-03-23 morning', '上午'],
    ['zh-CN', '3/4', '2026-03-04 2026-03-04 whole', '3月4日'],
    ['zh-TW', '下週一到週三', '2026-03-09 2026-03-11 whole', '3月11日'],
  ] as const)('%s: “%s” is recorded as %s and shown back', async (locale, typed, expected, shown) => {
    await inLanguage(locale, async (context) => {
      const { text } = await types(context, typed)
      expect(await recorded(context)).toEqual([expected])
      expect(text).toContain('✅')
      expect(text).toContain(shown)
    })
  })

  test.each([
    ['en', 'soon', '/kpi leave next Mon–Wed'],
    ['en', 'tomorrow or so', '/kpi leave next Mon–Wed'],
    ['en', 'March', '/kpi leave next Mon–Wed'],
    ['en', 'Feb 30', 'There is no such date'],
    ['en', 'Mar 12 to Mar 10', 'The last day is before the first'],
    ['en', 'tomorrow and Friday', 'One day, or one stretch of days'],
    ['en', 'tomorrow afternoon to Friday', 'Half a day stands for itself'],
    ['en', '2026-01-05', 'last 31 days'],
    ['en', '2029-03-05', 'two years ahead'],
    ['zh-CN', '过几天', '`/kpi 请假 下周一到周三`'],
    ['zh-CN', '明天下午到周五', '半天要单独写一条'],
    ['zh-TW', '2月30日', '沒有這一天'],
    ['zh-TW', '明天、週五', '一次只能寫一天'],
  ] as const)('%s: “%s” records nothing and says what to do', async (locale, typed, said) => {
    await inLanguage(locale, async (context) => {
      expect((await types(context, typed)).text).toContain(said)
      expect(await recorded(context)).toEqual([])
    })
  })

  test('3/4 is asked about in English, and the button records the day that was chosen', async () => {
    await inLanguage('en', async (context) => {
      const { text, buttons } = await types(context, '3/4')
      expect(text).toBe('Which day do you mean?')
      expect(buttons.map(({ label }) => label)).toEqual(['Wed, Mar 4, 2026', 'Fri, Apr 3, 2026'])
      expect(await recorded(context)).toEqual([])
      const { actionId, value } = buttons[1]!
      expect(toldIn(await does(context, { kind: 'action', actionId, value })).text).toContain('✅')
      expect(await recorded(context)).toEqual(['2026-04-03 2026-04-03 whole'])
    })
  })

  test('half a day is asked about, with a button for each half', async () => {
    await inLanguage('zh-CN', async (context) => {
      const { text, buttons } = await types(context, '明天半天')
      expect(text).toBe('上午还是下午？')
      expect(buttons.map(({ label }) => label)).toEqual(['上午', '下午'])
      const { actionId, value } = buttons[0]!
      await does(context, { kind: 'action', actionId, value })
      expect(await recorded(context)).toEqual(['2026-03-04 2026-03-04 morning'])
    })
  })
})
