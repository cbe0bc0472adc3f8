// How periods read in each language: one way of writing numbers within one period.
import { expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { periodName } from '../../src/targets/slack/figures.ts'

const NOVEMBER = Temporal.PlainDate.from('2026-11-17')

test.each([
  ['en', 'month', 1, 'November 2026'],
  ['en', 'quarter', 1, 'October to December 2026'],
  ['en', 'quarter', 3, 'September to November 2026'],
  ['en', 'quarter', 2, 'November 2026 to January 2027'],
  ['zh-CN', 'month', 1, '2026年11月'],
  ['zh-CN', 'quarter', 1, '2026年10月至12月'],
  ['zh-CN', 'quarter', 2, '2026年11月至2027年1月'],
  ['zh-TW', 'quarter', 1, '2026年10月至12月'],
  ['zh-TW', 'quarter', 2, '2026年11月至2027年1月'],
] as const)('in %s a %s of a year that starts in month %i is %s', (locale, kind, yearStarts, name) => {
  expect(periodName(targetPeriod(kind, NOVEMBER, yearStarts), BOT.translator(locale))).toBe(name)
})
