// Weights as a manager types them: names in any of the languages, exactly 100 together.
import { expect, test } from 'vitest'
import { readWeights } from '../../src/boards/domain/weights-text.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { namesOfMetrics } from '../../src/numbers/slack/metric-names.ts'

const dictionary = namesOfMetrics(presetFor('hunter', 'EUR'))
const read = (text: string) => {
  const found = readWeights(text, dictionary)
  return found.ok ? found.weights.map(({ metric, weight }) => `${metric} ${weight}`).join() : found
}

test.each([
  ['Calls 40, New revenue 60', 'calls 40,newRevenue 60'],
  ['calls: 40%; visits = 60 %', 'calls 40,visits 60'],
  ['40 calls\n60 visits', 'calls 40,visits 60'],
  ['电话量40，拜访量60', 'calls 40,visits 60'],
  ['電話量 40、拜訪數 60', 'calls 40,visits 60'],
  ['calls 100', 'calls 100'],
])('%j', (text, weights) => expect(read(text)).toBe(weights))

test.each([
  ['', { reason: 'none' }],
  [' , ', { reason: 'none' }],
  ['calls 40, visits 50', { reason: 'not-whole', sum: 90 }],
  ['calls 60, visits 50', { reason: 'not-whole', sum: 110 }],
  ['calls 33, visits 33, follow-ups 33', { reason: 'not-whole', sum: 99 }],
  ['calls', { reason: 'unread', part: 'calls' }],
  ['calls 0, visits 100', { reason: 'unread', part: 'calls 0' }],
  ['calls 33.3, visits 66.7', { reason: 'unread', part: 'calls 33.3' }],
  ['golf 100', { reason: 'unread', part: 'golf 100' }],
  ['calls 50, Calls 50', { reason: 'twice', part: 'calls 50' }],
])('refused: %j', (text, problem) => expect(read(text)).toEqual({ ok: false, ...problem }))
