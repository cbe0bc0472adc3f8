// What a target takes a day, as it is written: rounded up, a little of it to a tenth, with the word that people count in.
import { expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'
import { perDayValue } from '../../src/targets/slack/figures.ts'

const written = (key: string, perDay: number) => {
  const metric = presetMetric(key, 'CNY')!
  const ticks = perDay * 10 ** metric.decimals
  return (['en', 'zh-CN', 'zh-TW'] as const).map((locale) =>
    perDayValue(metric, ticks, BOT.translator(locale)),
  )
}

test.each([
  ['newCustomers', 0.62, ['0.7', '0.7 家', '0.7 家']],
  ['newCustomers', 1, ['1', '1 家', '1 家']],
  ['newCustomers', 2.95, ['3', '3 家', '3 家']],
  ['calls', 15.2, ['16', '16 通', '16 通']],
  ['newRevenue', 1499.5, ['CN¥1,500', '¥1,500', 'CN¥1,500']],
] as const)('%s: %d a day', (key, perDay, said) => {
  expect(written(key, perDay)).toEqual(said)
})
