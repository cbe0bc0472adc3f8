// The message about a delivery problem is valid for Slack in every language and says what to do.

import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { DeliveryProblemFacts } from '../../src/org/domain/message-facts.ts'
import { renderDeliveryProblem } from '../../src/org/slack/delivery-problem.ts'
import { degrade, isPlain } from '../../src/slack/degrade.ts'

const PROBLEMS = [
  'channel-archived',
  'not-in-channel',
  'cannot-message-member',
  'refused',
  'gave-up',
  'paused',
] as const
const facts = (problem: DeliveryProblemFacts['problem'], teamName = 'North'): DeliveryProblemFacts => ({
  ...{ kind: 'delivery-problem', teamName, channelId: 'C1', problem, userId: 'U1' },
})

describe.each(LOCALES)('%s', (locale) => {
  test.each(PROBLEMS)('%s', (problem) => {
    const message = renderDeliveryProblem(facts(problem), BOT.translator(locale))
    expect(checkMessage(message)).toEqual([])
    expect(message.text).toContain('North')
    const named = { 'cannot-message-member': '<@U1>', refused: '<@U1>', 'gave-up': '' }
    expect(message.text).toContain({ ...named }[problem as keyof typeof named] ?? '<#C1>')
    expect(message.text).toContain(problem === 'paused' ? '/invite ' : '/kpi ')
  })
})

test('mentions in a team’s name are escaped', () => {
  const message = renderDeliveryProblem(facts('channel-archived', '<!channel> & co'), BOT.translator('en'))
  expect(message.text).toContain('&lt;!channel&gt; &amp; co')
})

test('degrades in steps: first tables and charts become text, then all blocks do', () => {
  const button = { type: 'actions', elements: [] }
  const full = { text: 'Anna 1, Wei 2', blocks: [{ type: 'table' }, button, { type: 'data_visualization' }] }
  expect(isPlain(full)).toBe(false)
  const second = degrade(full)
  expect(second).toEqual({
    text: 'Anna 1, Wei 2',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Anna 1, Wei 2', verbatim: true } }, button],
  })
  expect(isPlain(second!)).toBe(true)
  const third = degrade(second!)
  expect(third).toEqual({ text: 'Anna 1, Wei 2', blocks: [] })
  expect(degrade(third!)).toBeNull()
})
