// Each statement of an answer has the numbers of its sources, and every source has a button with the person's name.
import { expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { IS_STAND_IN, LEFT_OUT } from '../../src/ai/domain/own-sentences.ts'
import { writtenMessage } from '../../src/ai/slack/answer-message.ts'
import { metricSaid } from '../../src/ai/slack/facts.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Translate } from '../../src/core/i18n/translate.ts'

const t = BOT.translator('en')
const claimOf = (text: string, ...sources: string[]) => ({ text, sources, part: null })

const shownOf = (claims: ReturnType<typeof claimOf>[], names: Record<string, string>) => {
  const message = writtenMessage({ kind: 'written', claims, notCovered: [], asked: [] }, names, t)
  expect(checkMessage(message)).toEqual([])
  const buttons = message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
  return { text: message.text, buttons: buttons as { text: { text: string }; value: string }[] }
}

test('two people have two buttons, and a statement of both has both numbers', () => {
  const names = { U1: 'Ann <b>', U2: 'Ben' }
  const claims = [
    claimOf('One.', '/kpi rep <@U1>'),
    claimOf('Two.', '/kpi rep <@U2>', '/kpi rep <@U1>'),
    claimOf('None.'),
  ]
  const { text, buttons } = shownOf(claims, names)
  expect(text.split('\n').slice(0, 3)).toEqual(['One. [1]', 'Two. [2] [1]', 'None.'])
  expect(buttons.map((one) => [one.text.text, one.value])).toEqual([
    ['[1] /kpi rep @Ann <b>', 'rep <@U1>'],
    ['[2] /kpi rep @Ben', 'rep <@U2>'],
  ])
})

test('thirty sources have thirty buttons', () => {
  const users = Array.from({ length: 30 }, (_, index) => `U${index}`)
  const claims = [0, 10, 20].map((first) =>
    claimOf('x.', ...users.slice(first, first + 10).map((userId) => `/kpi rep <@${userId}>`)),
  )
  const { text, buttons } = shownOf(claims, {})
  expect(text).toContain('[30]')
  expect(buttons.map(({ value }) => value)).toEqual(users.map((userId) => `rep <@${userId}>`))
  expect(buttons[29]!.text.text).toBe('[30] /kpi rep ')
})

/** What stands below an answer, line by line, without the mark that it is a model's. */
const below = (notCovered: (own: Translate) => string[]) =>
  LOCALES.map((locale) => {
    const own = BOT.translator(locale)
    const claims = [claimOf('x', '/kpi me')]
    const message = writtenMessage(
      { kind: 'written', claims, notCovered: notCovered(own), asked: [] },
      {},
      own,
    )
    expect(checkMessage(message)).toEqual([])
    return message.text.split('\n').slice(1, -1)
  })

test('sentences stand by themselves, and our phrases are a list behind “Not covered”', () => {
  const sentences = below((own) => [own('ask.moreOfTeam', { count: 3 }), own('ask.noTasks')])
  expect(sentences).toEqual([
    ['3 more metrics of the team are not listed. Nothing is planned and nothing is to be done.'],
    ['团队另有 3 个指标未列出。没有计划，也没有待办事项。'],
    ['團隊另有 3 個指標未列出。沒有計畫，也沒有待辦事項。'],
  ])
  const both = below((own) => [
    own('ask.teamIsOff'),
    ...[LEFT_OUT[own.locale][0]!, LEFT_OUT[own.locale][2]!, IS_STAND_IN[own.locale]],
  ])
  expect(both).toEqual([
    [
      'A team has switched the language model off.',
      'Not covered: why it is so, what is to be done about it, whatever needs a real language model; here the demo’s stand-in goes by keywords',
    ],
    [
      '有团队关闭了语言模型。',
      '未涉及：为什么会这样、该怎么做、需要真正的语言模型才能回答的内容；这里由演示用的替身按关键词作答',
    ],
    [
      '有團隊關閉了語言模型。',
      '未涵蓋：為什麼會這樣、該怎麼做、需要真正的語言模型才能回答的內容；這裡由展示用的替身按關鍵字作答',
    ],
  ])
})

test('what the demo’s stand-in put together is not called a model’s', () => {
  for (const locale of LOCALES) {
    const own = BOT.translator(locale)
    const byStandIn = { kind: 'written', claims: [claimOf('x', '/kpi me')], asked: [] } as const
    const shown = (notCovered: string[]) => writtenMessage({ ...byStandIn, notCovered }, {}, own).text
    expect(shown([IS_STAND_IN[locale]])).toContain(own('ask.byStandIn'))
    expect(shown([IS_STAND_IN[locale]])).not.toContain(own('ask.byModel'))
    expect(shown([LEFT_OUT[locale][0]!])).toContain(own('ask.byModel'))
  }
})

test('what is said of a number are clauses, in Chinese parted by its comma', () => {
  const said = LOCALES.map((locale) => metricSaid('x', ['1', '2'], BOT.translator(locale)))
  expect(said).toEqual(['x: 1, 2', 'x：1，2', 'x：1，2'])
})
