// `/kpi correct @Ann yesterday` opens the form on that day; a date that can be two is asked about.
import { beforeEach, expect, test } from 'vitest'
import { testPerson } from '../support/context.ts'
import { type LoggingTeam, withLoggingTeam } from './logging-team.ts'
import { buttonsOf, initialOf, type Typist, typist } from './typist.ts'

let made: LoggingTeam
let boss: Typist
withLoggingTeam((one) => {
  made = one
})
const bossIn = (locale: 'en' | 'zh-CN' | 'zh-TW') =>
  typist(made.context, testPerson(made.team.workspaceId, 'UBOSS', { name: 'Boss', locale }))
beforeEach(() => {
  boss = bossIn('en')
})

test.each([
  ['en', 'correct <@UAnn>', '2026-03-03'],
  ['en', 'correct <@UAnn> yesterday', '2026-03-02'],
  ['en', 'correct <@UAnn|ann> on Friday', '2026-02-27'],
  ['en', 'correct yesterday <@UAnn>', '2026-03-02'],
  ['en', 'correct <@UAnn> Feb 10', '2026-02-10'],
  ['en', 'correct <@UAnn> 2026-02-10', '2026-02-10'],
  ['en', 'correct <@UAnn> 25/12', '2025-12-25'],
  ['en', 'correct <@UAnn> Dec 25', '2025-12-25'],
  ['en', 'correct <@UAnn> half a day yesterday', '2026-03-02'],
  ['en', 'correct <@UAnn> calls', '2026-03-03'],
  ['zh-CN', '更正 <@UAnn> 昨天', '2026-03-02'],
  ['zh-CN', '更正<@UAnn>2月10日', '2026-02-10'],
  ['zh-CN', '更正 上周五 <@UAnn>', '2026-02-27'],
  ['zh-CN', '更正 <@UAnn> 2/3', '2026-02-03'],
  ['zh-TW', '更正 <@UAnn> 昨日', '2026-03-02'],
  ['zh-TW', '更正 <@UAnn> 禮拜五的數字', '2026-02-27'],
] as const)('%s: “%s” opens on %s', async (locale, typed, day) => {
  const manager = bossIn(locale)
  expect(await manager.command(typed)).toBe('')
  const label = { en: 'Day', 'zh-CN': '日期', 'zh-TW': '日期' }[locale]
  expect(initialOf(manager.views.at(-1)!, label)).toBe(day)
})

test('2/3 is asked about in English, and the button opens the form on the day that was chosen', async () => {
  expect(await boss.command('correct <@UAnn> 2/3')).toBe('Which day do you mean?')
  expect(buttonsOf(boss)).toEqual(['Tue, Feb 3, 2026', 'Mon, Mar 2, 2026'])
  expect(boss.views).toEqual([])
  const { value } = buttonIn(boss, 'Mon, Mar 2, 2026')
  await boss.command(value)
  expect(initialOf(boss.views.at(-1)!, 'Day')).toBe('2026-03-02')
})

interface Button {
  text: { text: string }
  value: string
}
const buttonIn = ({ replies }: Typist, label: string): Button =>
  (replies.at(-1)!.blocks as { elements?: Button[] }[])
    .flatMap(({ elements = [] }) => elements)
    .find(({ text }) => text?.text === label)!

test.each([
  ['en', 'correct <@UAnn> last week', 'One single day at a time'],
  ['en', 'correct <@UAnn> Feb 10 to 12', 'One single day at a time'],
  ['en', 'correct <@UAnn> Feb 30', 'There is no such date'],
  ['en', 'correct <@UAnn> yesterday and Friday', 'at a time'],
  ['en', 'correct yesterday', 'Whose number'],
  ['zh-CN', '更正 <@UAnn> 上周', '一次只能写一天'],
  ['zh-TW', '更正 <@UAnn> 2月30日', '沒有這一天'],
] as const)('%s: “%s” opens nothing and says why', async (locale, typed, said) => {
  const manager = bossIn(locale)
  expect(await manager.command(typed)).toContain(said)
  expect(manager.views).toEqual([])
})
