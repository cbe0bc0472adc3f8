// A source reads as its reader would type it, and is found when it is typed so: the words are the commands' own, the periods are read as the same.
import { expect, test } from 'vitest'
import { ASKED_SPANS, dayIn, spanWords } from '../../src/ai/domain/asked-span.ts'
import { commandShown } from '../../src/ai/slack/command-shown.ts'
import { BOT } from '../../src/app/features.ts'
import { parseBoardWords } from '../../src/boards/domain/board-words.ts'
import type { Locale } from '../../src/core/i18n/locale.ts'
import { periodAround, readPeriod } from '../../src/numbers/domain/asked-period.ts'

const TODAY = Temporal.PlainDate.from('2026-03-18')
const CHINESE: readonly Locale[] = ['zh-CN', 'zh-TW']

test.each<[string, string, string, string]>([
  [
    '/kpi team 华东团队 this month',
    '/kpi team 华东团队 this month',
    '/kpi 团队 华东团队 本月',
    '/kpi 團隊 华东团队 本月',
  ],
  ['/kpi me', '/kpi me', '/kpi 我', '/kpi 我'],
  ['me yesterday', 'me yesterday', '我 昨天', '我 昨天'],
  [
    '/kpi team North 2026-11',
    '/kpi team North 2026-11',
    '/kpi 团队 North 2026-11',
    '/kpi 團隊 North 2026-11',
  ],
  ['/kpi board week North', '/kpi board week North', '/kpi 排行 周榜 North', '/kpi 排行 週榜 North'],
  ['/kpi rep @today', '/kpi rep @today', '/kpi 组员 @today', '/kpi 業務員 @today'],
  ['/kpi todo', '/kpi todo', '/kpi 待办', '/kpi 待辦'],
])('%s', (command, ...shown) => {
  expect(
    (['en', ...CHINESE] as const).map((locale) => commandShown(command, BOT.translator(locale))),
  ).toEqual(shown)
})

test.each(CHINESE)('%s: every command’s word is one of its own', (locale) => {
  const { commands } = BOT.handlers
  for (const word of [
    'me',
    'team',
    'teams',
    'rep',
    'board',
    'todo',
    'risks',
    'metrics',
    'report',
    'leave',
    'help',
  ]) {
    const shown = commandShown(word, BOT.translator(locale))
    expect(shown).not.toBe(word)
    expect(commands.find((one) => one.word === word)?.aliases ?? [], word).toContain(shown)
  }
})

test.each(CHINESE)('%s: every period is read as the same', (locale) => {
  const starts = { week: 1, year: 1 }
  for (const span of ASKED_SPANS) {
    const typed = commandShown(`team ${spanWords(span)}`, BOT.translator(locale)).split(' ')[1]!
    expect(typed).toMatch(/^\p{Script=Han}+$/u)
    const read = readPeriod(typed, { today: TODAY, weekStartsOn: 1, yearStarts: 1, locale })
    expect(read, typed).toEqual(periodAround(dayIn(span, TODAY), TODAY, starts))
  }
})

test.each(CHINESE)('%s: a board is read as the same', (locale) => {
  const view = { today: TODAY, weekStartsOn: 1, yearStarts: 1 }
  for (const kind of ['day', 'week', 'month']) {
    const typed = commandShown(`board ${kind}`, BOT.translator(locale)).split(' ')[1]!
    const read = parseBoardWords(typed, [], { ...view, locale }, [])
    expect(read, typed).toEqual(parseBoardWords(kind, [], { ...view, locale: 'en' }, []))
    expect(read).toMatchObject({ ok: true })
  }
})
