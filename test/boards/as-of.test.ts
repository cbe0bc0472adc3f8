// 'As of' as people type it, in English and Chinese.
import { expect, test } from 'vitest'
import { readAsOf } from '../../src/boards/domain/as-of.ts'

const TODAY = Temporal.PlainDate.from('2026-11-25')
const read = (text: string, locale: 'en' | 'zh-CN' = 'en') => {
  const found = readAsOf(text, { today: TODAY, locale, weekStartsOn: 1, yearStarts: 1 })
  if (!found.ok) return 'unread'
  return found.asOf ? `${found.rest} @ ${found.asOf.date} ${found.asOf.time ?? ''}`.trim() : found.rest
}

test.each([
  ['last week', 'last week'],
  ['last week as of Nov 23', 'last week @ 2026-11-23'],
  ['last week as of 2026-11-23 15:00', 'last week @ 2026-11-23 15:00:00'],
  ['calls week as of Nov 23 at 3pm', 'calls week @ 2026-11-23 15:00:00'],
  ['as of yesterday', '@ 2026-11-24'],
  ['as of 9:30', '@ 2026-11-25 09:30:00'],
  ['as of Nov 23 12am', '@ 2026-11-23 00:00:00'],
  ['as of Nov 23 points', 'points @ 2026-11-23'],
  ['as of', 'unread'],
  ['as of soon', 'unread'],
  ['as of last week', 'unread'],
  ['as of Nov 23 25:00', 'unread'],
])('%j', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  ['上周 截至11月23日', '上周 @ 2026-11-23'],
  ['上周 截至11月23日15:00', '上周 @ 2026-11-23 15:00:00'],
  ['上周 截至11月23日下午3点半', '上周 @ 2026-11-23 15:30:00'],
  ['截至昨天 电话', '电话 @ 2026-11-24'],
  ['截止到昨天18点', '@ 2026-11-24 18:00:00'],
])('%j', (text, expected) => expect(read(text, 'zh-CN')).toBe(expected))
