// Whatever reads what people type takes four times as long for four times the text, on shapes made to hold it up.
import { describe, expect, test } from 'vitest'
import { createLog } from '../../src/app/log.ts'
import { parseBoardWords } from '../../src/boards/domain/board-words.ts'
import { reasonOf } from '../../src/core/fault-reason.ts'
import { cleanLines, cleanNote, cleanText, foldText } from '../../src/core/text.ts'
import { readDates } from '../../src/core/typed-dates/read-dates.ts'
import { parseAmount } from '../../src/numbers/domain/amount.ts'
import type { MetricNames } from '../../src/numbers/domain/metric-match.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'
import { parseLogLine } from '../../src/numbers/domain/typed-line.ts'
import { readLeaveLine } from '../../src/org/slack/leave-line.ts'
import { parseCommand } from '../../src/slack/command-line.ts'
import { readDate } from '../../src/slack/dates.ts'
import { isSlackId } from '../../src/slack/ids.ts'
import { escapeWithin, quoted } from '../../src/slack/lines.ts'
import { clip, escapeText, mentionedIn } from '../../src/slack/mrkdwn.ts'
import { Command } from '../../src/slack/payloads.ts'

type Shape = (length: number) => string
const filled =
  (unit: string, before = '', after = ''): Shape =>
  (length) =>
    `${before}${unit.repeat(Math.ceil(length / unit.length))}${after}`

const SHAPES: Readonly<Record<string, Shape>> = {
  'a date, spaces, a letter': filled(' ', '2026-03-05', 'x'),
  'a date, breaks and tabs, a date': filled('\n\t', '2026-03-05', '2026-03-06'),
  'a name, colons and spaces, a name': filled(' :=', 'calls', 'calls'),
  'one word': filled('a'),
  'one number': filled('9'),
  'a number and full stops': filled('.', '1'),
  'separated thousands': filled(',000', '1', ','),
  'commas and points between digits': filled('1,2.3'),
  'amounts in words': filled('nt$3万5千 1.2w '),
  'dates and signs of ranges': filled('mon to 11/20-'),
  'halves of dates': filled('20-2月1天', '十'),
  'names of periods': filled('上上个月2026年11月q3 '),
  'escaped ampersands': filled('&amp;'),
  'a number with half an exponent': filled('1e'),
  'names and numbers': filled('calls 5 '),
  'names with digits': filled('q3 demo '),
  'words that say nothing': filled('and & 和'),
  separators: filled('，、;。. '),
  'quotation marks and angle brackets': filled('"<@U1|&>'),
  // Each unfolds to eighteen characters: as long as the others once they are read.
  'ligatures that unfold': (length) => filled('\uFDFA')(Math.ceil(length / 18)),
  'marks in the wrong order': filled('\u0301\u0323', 'a'),
  'what cannot be seen, in emoji': filled('\u200B👩‍👩‍👧\u202E'),
}

const entry = (key: string, ...names: string[]): MetricNames => ({ metric: presetMetric(key, 'CNY')!, names })
const DICTIONARY = [
  entry('calls', 'Calls', '电话量'),
  entry('visits', 'Visits', '拜访量'),
  entry('newRevenue', 'Q3 demos', 'own-1'),
]
const OTHERS = [entry('leads', 'Leads', '线索量')]
const WORDS = [
  { word: 'log', names: ['记录'] },
  { word: 'board', names: ['排行榜'] },
]
const DATES = { today: Temporal.PlainDate.from('2026-11-27'), weekStartsOn: 1, lean: 'back' } as const
const log = createLog('info', () => {})

interface Reader {
  read: (text: string) => unknown
  /** Where it refuses longer texts at once, it is timed below that as well. */
  below?: number
}
const READERS: Readonly<Record<string, Reader>> = {
  'a payload': {
    read: (text) => Command.safeParse({ team_id: 'T1', user_id: 'U1', channel_id: 'C1', text }),
  },
  'the command line': { read: (text) => parseCommand(text, WORDS) },
  'typed numbers': { read: (text) => parseLogLine(text, { own: DICTIONARY, others: OTHERS }), below: 2900 },
  'dates in English': { read: (text) => readDates(text, { ...DATES, locale: 'en' }) },
  'dates in Chinese': { read: (text) => readDates(text, { ...DATES, locale: 'zh-CN', units: true }) },
  'a line of leave': { read: (text) => readLeaveLine(text, { ...DATES, locale: 'zh-TW' }) },
  'words after board': {
    read: (text) => parseBoardWords(text, DICTIONARY, { ...DATES, locale: 'en' }),
    below: 290,
  },
  'a date': { read: readDate },
  'an amount of money': { read: (text) => parseAmount(text, presetMetric('newRevenue', 'CNY')!), below: 30 },
  'an amount of things': { read: (text) => parseAmount(text, presetMetric('calls', 'CNY')!), below: 30 },
  'a name': { read: (text) => cleanText(text, 80) },
  'a note': { read: (text) => cleanNote(text, 3000) },
  'lines of a plan': { read: (text) => cleanLines(text, 20, 200) },
  'words to compare': { read: foldText },
  'text for Slack': { read: escapeText },
  'text for Slack, clipped': {
    read: (text) => [escapeWithin(text, 3000), quoted(text, 300), clip(text, 30)],
  },
  'an id': { read: isSlackId },
  'a person who is mentioned': { read: mentionedIn },
  'a fault for the log': { read: (text) => reasonOf(Object.assign(new Error(text), { code: '22P02' })) },
  'a line of the log': { read: (text) => log.info({ text }, 'said') },
}

const LENGTH = 20_000
/** Four for what is linear, sixteen for what is quadratic. */
const MOST_GROWTH = 9
/** What is read so fast holds nobody up, and is noise on a busy machine: 80,000 characters read against each other are 3,200 million steps, which take a hundred times as long. */
const SOON_MS = 40

function fastest(read: () => unknown, runs: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run += 1) {
    const from = performance.now()
    read()
    best = Math.min(best, performance.now() - from)
  }
  return best
}

function growth(read: (text: string) => unknown, shape: Shape, length: number): number {
  const [short, long] = [shape(length), shape(4 * length)]
  const longer = fastest(() => read(long), 2)
  if (longer < SOON_MS) return 0
  // A busy machine slows down one of them at times: the least of several looks counts.
  let least = Number.POSITIVE_INFINITY
  for (let look = 0; look < 8 && least > MOST_GROWTH; look += 1)
    least = Math.min(least, fastest(() => read(long), 4) / fastest(() => read(short), 8))
  return least
}

describe.each(Object.entries(READERS))('%s', (_, { read, below }) => {
  test.each(Object.entries(SHAPES))('%s', (_name, shape) => {
    expect(growth(read, shape, LENGTH)).toBeLessThan(MOST_GROWTH)
    if (below) expect(growth(read, shape, Math.floor(below / 4))).toBeLessThan(MOST_GROWTH)
  })
})

test('a reader that is quadratic is found', () => {
  const atTheEnd = /\s+$/
  const grew = growth((text) => atTheEnd.test(text), SHAPES['a date, spaces, a letter']!, 4000)
  expect(grew).toBeGreaterThan(MOST_GROWTH)
})
