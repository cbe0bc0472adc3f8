// How dates are written in each language.
import { expect, test } from 'vitest'
import { formatDate, formatFullDate, withTime } from '../../src/core/i18n/format.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'

const tuesday = Temporal.PlainDate.from('2026-11-17')

test('a date has one form in each language: with its weekday, and with the year where it may be another', () => {
  expect(LOCALES.map((locale) => formatDate(tuesday, locale))).toEqual([
    'Tue, Nov 17',
    '11月17日（周二）',
    '11月17日（週二）',
  ])
  expect(LOCALES.map((locale) => formatFullDate(tuesday, locale))).toEqual([
    'Tue, Nov 17, 2026',
    '2026年11月17日（周二）',
    '2026年11月17日（週二）',
  ])
})

test('single digits are not filled up', () => {
  expect(formatDate(Temporal.PlainDate.from('2026-03-03'), 'zh-CN')).toBe('3月3日（周二）')
  expect(formatDate(Temporal.PlainDate.from('2026-03-03'), 'en')).toBe('Tue, Mar 3')
})

test('a time stands behind a Chinese date without a space: its bracket leaves room enough', () => {
  const at = Temporal.Instant.from('2026-11-17T08:00:00Z')
  const written = LOCALES.map((locale) =>
    withTime(formatDate(tuesday, locale), at, 'Asia/Shanghai', locale).replaceAll('\u202f', ' '),
  )
  expect(written).toEqual(['Tue, Nov 17 4:00 PM', '11月17日（周二）16:00', '11月17日（週二）下午4:00'])
})
