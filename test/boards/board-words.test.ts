// What may follow `/kpi board`, in English and Chinese.
import { expect, test } from 'vitest'
import { parseBoardWords } from '../../src/boards/domain/board-words.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { namesOfMetrics } from '../../src/numbers/slack/metric-names.ts'

const dictionary = namesOfMetrics(presetFor('hunter', 'EUR'))

test.each([
  ['', null, null],
  ['week', 'week', null],
  ['this week by calls', 'week', 'calls'],
  ['calls month', 'month', 'calls'],
  ['today', 'today', null],
  ['Yesterday visits', 'yesterday', 'visits'],
  ['day', 'day', null],
  ['本周', 'week', null],
  ['本週 電話', 'week', 'calls'],
  ['本月电话', 'month', 'calls'],
  ['这个月按拜访', 'month', 'visits'],
  ['今日', 'today', null],
  ['日', 'day', null],
  ['周 新签客户', 'week', 'newCustomers'],
  ['new customers', null, 'newCustomers'],
  ['prop', null, 'ambiguous'],
  ['points week', 'week', 'points'],
  ['积分 本月', 'month', 'points'],
  ['fortnight', null, 'unknown'],
  ['<!channel>', null, 'unknown'],
])('%s', (text, period, by) => {
  const words = parseBoardWords(text, dictionary)
  if (!words.ok) return expect(words.candidates.length > 1 ? 'ambiguous' : 'unknown').toBe(by)
  expect(words.period).toBe(period)
  const named = words.by === null ? null : words.by.points ? 'points' : words.by.metric.key
  expect(named).toBe(by)
})
