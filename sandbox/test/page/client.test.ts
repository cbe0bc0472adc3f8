// The page's small rules: times in zones, dates in words, suggestions, order of rows, axes, languages.
import { describe, expect, test } from 'vitest'
import { sortRows } from '../../page/blocks/sort-rows.ts'
import { scaleFor } from '../../page/charts/scale.ts'
import { instantOfText, localText, nextAt } from '../../page/client/zone-time.ts'
import { readHint, suggestionsFor } from '../../page/conversation/suggestions.ts'
import { initialsOf, shortName } from '../../page/frame/names.ts'
import { fillDate } from '../../page/text/slack-date.ts'
import { languageOf } from '../../page/words.ts'

const at = (text: string) => Date.parse(text)

describe('times in a zone', () => {
  test.each([
    ['Europe/Berlin', '2026-11-17T09:02', '2026-11-17T08:02:00Z'],
    ['Asia/Shanghai', '2026-11-17T16:02', '2026-11-17T08:02:00Z'],
    ['America/New_York', '2026-11-17T03:02', '2026-11-17T08:02:00Z'],
    ['Asia/Kathmandu', '2026-11-17T13:47', '2026-11-17T08:02:00Z'],
  ])('%s shows %s', (zone, local, instant) => {
    expect(localText(zone, at(instant))).toBe(local)
    expect(instantOfText(zone, local)).toBe(at(instant))
  })

  test('an hour that spring leaves out is the one after it', () => {
    expect(new Date(instantOfText('Europe/Berlin', '2026-03-29T02:30')).toISOString()).toBe(
      '2026-03-29T01:30:00.000Z',
    )
  })

  test('what is no time is not a number', () => {
    expect(instantOfText('Europe/Berlin', '')).toBeNaN()
  })

  test.each([
    ['2026-11-17T00:50:00Z', undefined, '2026-11-17T08:00:00.000Z'],
    ['2026-11-17T08:00:00Z', undefined, '2026-11-18T08:00:00.000Z'],
    ['2026-11-17T08:02:00Z', 5, '2026-11-20T08:00:00.000Z'],
    ['2026-11-20T09:00:00Z', 5, '2026-11-27T08:00:00.000Z'],
    ['2026-10-24T12:00:00Z', undefined, '2026-10-25T08:00:00.000Z'],
  ])('after %s, 9 o’clock (weekday %s) is %s', (now, weekday, next) => {
    expect(new Date(nextAt('Europe/Berlin', at(now), 9, weekday)).toISOString()).toBe(next)
  })
})

describe("Slack's date tokens", () => {
  const reader = { locale: 'en-US', zone: 'Europe/Berlin', nowMs: at('2026-11-17T08:00:00Z') }
  test.each([
    ['{date_num} {time}', '2026-11-16T23:30:00Z', '2026-11-17 12:30 AM'],
    ['{date_short_pretty}', '2026-11-16T23:30:00Z', 'today'],
    ['{date_pretty}', '2026-11-16T20:00:00Z', 'yesterday'],
    ['{date_long_pretty}', '2026-11-19T08:00:00Z', 'Thursday, November 19, 2026'],
    ['{ago}', '2026-11-17T05:00:00Z', '3 hours ago'],
    ['{nonsense} {toString}', '2026-11-17T05:00:00Z', '{nonsense} {toString}'],
  ])('%s', (format, instant, text) => {
    expect(fillDate(format, at(instant), reader).replaceAll('\u202F', ' ')).toBe(text)
  })
})

describe('suggestions', () => {
  const commands = [
    { command: '/kpi', description: 'Numbers', usageHint: 'me | board [day|week] | log calls 5, visits 2' },
    { command: '/other', description: 'Else' },
  ]
  const people = [
    {
      id: 'U1',
      name: 'anna',
      realName: 'Anna Berg',
      title: '',
      tz: 'Etc/UTC',
      locale: 'en',
      isBot: false,
      deleted: false,
    },
  ]
  const texts = (typed: string) => suggestionsFor(typed, commands, people).items.map(({ text }) => text)

  test.each([
    ['/', ['/kpi ', '/other ']],
    ['/o', ['/other ']],
    ['/kpi ', ['/kpi me', '/kpi board', '/kpi board day', '/kpi board week', '/kpi log calls 5, visits 2']],
    ['/kpi BOARD d', ['/kpi board day']],
    ['/kpi me', []],
    ['/other ', []],
    ['hello', []],
    ['hello @an', ['hello @anna ']],
    ['mail a@an', []],
    ['/kpi\nme', []],
  ])('%s', (typed, offered) => {
    expect(texts(typed)).toEqual(offered)
  })

  test('a hint without brackets is its parts', () => {
    expect(readHint('a | b|c')).toEqual(['a', 'b', 'c'])
    expect(readHint('')).toEqual([])
  })
})

describe('rows', () => {
  const number = (value: number) => ({ type: 'raw_number' as const, value, text: `${value} calls` })
  const text = (words: string) => ({ type: 'raw_text' as const, text: words })
  const rows = [
    [text('b'), number(9)],
    [text('a'), number(10)],
    [text('c'), number(9)],
  ]
  const firsts = (sorted: readonly { text?: string }[][]) => sorted.map(([first]) => first?.text)

  test('numbers by size, ties as they came', () => {
    expect(firsts(sortRows(rows, { column: 1, descending: false }, 'en'))).toEqual(['b', 'c', 'a'])
    expect(firsts(sortRows(rows, { column: 1, descending: true }, 'en'))).toEqual(['a', 'b', 'c'])
  })
  test('words in their order, and untouched without a wish', () => {
    expect(firsts(sortRows(rows, { column: 0, descending: false }, 'en'))).toEqual(['a', 'b', 'c'])
    expect(sortRows(rows, null, 'en')).toBe(rows)
  })
})

test.each([
  [
    [12, 40, 7],
    [0, 10, 20, 30, 40],
  ],
  [
    [0.3, 0.1],
    [0, 0.1, 0.2, 0.3],
  ],
  [
    [-5, 5],
    [-5, 0, 5],
  ],
  [[0], [0, 1]],
  [[2_600_000], [0, 1_000_000, 2_000_000, 3_000_000]],
])('an axis for %s', (values, ticks) => {
  expect(scaleFor(values).ticks).toEqual(ticks)
})

test('names in little room', () => {
  expect(['Jonas Brandt', 'Grace', '陈晓东', 'Ana de la Cruz'].map(initialsOf)).toEqual([
    'JB',
    'G',
    '陈',
    'AC',
  ])
  expect(['Jonas Brandt', '陈晓东'].map(shortName)).toEqual(['Jonas', '陈晓东'])
})

test.each([
  [['zh-Hant-HK', 'en'], 'zh-TW'],
  [['zh'], 'zh-CN'],
  [['zh-SG'], 'zh-CN'],
  [['fr-FR', 'zh-TW'], 'zh-TW'],
  [['en-GB', 'zh-CN'], 'en'],
  [['fr'], 'en'],
])('%s reads %s', (preferred, tag) => {
  expect(languageOf(preferred).tag).toBe(tag)
})
