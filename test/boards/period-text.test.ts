// The period of a board as it is said: days of another year name it.
import { expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { periodText } from '../../src/boards/slack/period-text.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Period } from '../../src/numbers/domain/period.ts'

const day = (date: string) => Temporal.PlainDate.from(date)
const period = (kind: Period['kind'], from: string, to = from): Period => ({
  kind,
  from: day(from),
  to: day(to),
})
const said = (of: Period, today: string | null) =>
  LOCALES.map((locale) => periodText(of, BOT.translator(locale), today === null ? null : day(today)))

test('this year’s days and weeks go without the year', () => {
  expect(said(period('day', '2026-03-03'), '2026-11-27')).toEqual([
    'Tue, Mar 3',
    '3月3日（周二）',
    '3月3日（週二）',
  ])
  expect(said(period('week', '2026-03-02', '2026-03-08'), '2026-11-27')).toEqual([
    'Mar 2 to Mar 8',
    '3月2日至3月8日',
    '3月2日至3月8日',
  ])
})

test('those of another year name it: long ago, and yesterday on New Year’s Day', () => {
  expect(said(period('day', '2025-03-03'), '2026-11-27')).toEqual([
    'Mon, Mar 3, 2025',
    '2025年3月3日（周一）',
    '2025年3月3日（週一）',
  ])
  expect(said(period('day', '2026-12-31'), '2027-01-01')[0]).toBe('Thu, Dec 31, 2026')
  expect(said(period('week', '2025-03-03', '2025-03-09'), '2026-11-27')).toEqual([
    'Mar 3, 2025 to Mar 9, 2025',
    '2025年3月3日至2025年3月9日',
    '2025年3月3日至2025年3月9日',
  ])
})

test('a week over New Year names both years, in the channel too', () => {
  for (const today of [null, '2027-01-04'])
    expect(said(period('week', '2026-12-28', '2027-01-03'), today)[0]).toBe('Dec 28, 2026 to Jan 3, 2027')
})

test('months and quarters always name the year', () => {
  expect(said(period('month', '2026-03-01', '2026-03-31'), '2026-11-27')[0]).toBe('March 2026')
  expect(said(period('quarter', '2026-01-01', '2026-03-31'), '2026-11-27')[0]).toBe('Q1 2026')
  expect(said(period('year', '2026-01-01', '2026-12-31'), '2026-11-27')).toEqual(['2026', '2026年', '2026年'])
})

test('quarters and years of a fiscal year name both years that it lies in', () => {
  const april = (kind: Period['kind'], from: string, to: string) =>
    said({ ...period(kind, from, to), yearStarts: 4 }, '2026-11-27')
  const first = april('quarter', '2026-04-01', '2026-06-30')
  expect(first).toEqual(['Q1 2026/27', '2026/27财年第1季度', '2026/27會計年度第1季'])
  expect(april('quarter', '2027-01-01', '2027-03-31')[0]).toBe('Q4 2026/27')
  expect(april('year', '2026-04-01', '2027-03-31')).toEqual([
    'fiscal year 2026/27',
    '2026/27财年',
    '2026/27會計年度',
  ])
  expect(april('year', '2099-04-01', '2100-03-31')[0]).toBe('fiscal year 2099/00')
})
