// Each statement of an answer has the numbers of its sources, and every source has a button with the person's name.
import { expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { writtenMessage } from '../../src/ai/slack/answer-message.ts'
import { BOT } from '../../src/app/features.ts'

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
