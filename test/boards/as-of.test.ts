// 'As of' as people type it, in English and Chinese.
import { expect, test } from 'vitest'
import { readAsOf } from '../../src/boards/domain/as-of.ts'
import type { Locale } from '../../src/core/i18n/locale.ts'

const TODAY = Temporal.PlainDate.from('2026-11-25')
const read = (text: string, locale: Locale = 'en') => {
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
  ['as of Nov 23 last month', 'last month @ 2026-11-23'],
  ['as of Nov 23 15:00 last week calls', 'last week calls @ 2026-11-23 15:00:00'],
  ['calls as of yesterday for October', 'calls for october @ 2026-11-24'],
  ['as of 2026-11-23 Q3', 'q3 @ 2026-11-23'],
  ['as of Nov 23 at 3pm this week', 'this week @ 2026-11-23 15:00:00'],
  ['as of Nov 23 last year', 'unread'],
  ['as of Friday 2 weeks ago', 'unread'],
  ['as of Nov 23 to Nov 25', 'unread'],
  ['as of last month Nov 23', 'unread'],
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
  ['截至11月23日 上月', '上月 @ 2026-11-23'],
  ['截至11月23日上月电话', '上月电话 @ 2026-11-23'],
  ['截至昨天18点的上周', '上周 @ 2026-11-24 18:00:00'],
  ['截至昨天 十月 电话', '十月 电话 @ 2026-11-24'],
  ['截至11月23日 去年', 'unread'],
])('%j', (text, expected) => expect(read(text, 'zh-CN')).toBe(expected))

test.each([
  ['截至11月23日 上個月', '上個月 @ 2026-11-23'],
  ['截至昨天下午3點 上週 電話', '上週 電話 @ 2026-11-24 15:00:00'],
  ['截止到11月23日第三季', '第三季 @ 2026-11-23'],
])('%j', (text, expected) => expect(read(text, 'zh-TW')).toBe(expected))
