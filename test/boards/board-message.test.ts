// The board message is within Slack's limits in every language, also for extreme boards, and its text matches the table.

import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import type { RankedRow } from '../../src/boards/domain/leaderboard.ts'
import type { BoardFacts } from '../../src/boards/domain/message-facts.ts'
import { distinctLabels } from '../../src/boards/slack/board-figures.ts'
import { boardMessage, renderBoard } from '../../src/boards/slack/board-message.ts'
import { placeLinesOf } from '../../src/boards/slack/my-place.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Period } from '../../src/numbers/domain/period.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'
import type { Role } from '../../src/org/domain/team.ts'
import { degrade } from '../../src/slack/degrade.ts'

const date = Temporal.PlainDate.from
const DAY: Period = { kind: 'day', from: date('2026-03-03'), to: date('2026-03-03') }
const HOSTILE = '<!channel> *bold* & <https://evil.example|x>\u202e\u0000 `code`'

type Wish = Partial<RankedRow> & { value: number; rank: number; name?: string }

function board(rows: readonly Wish[], more: Partial<BoardFacts> = {}, period = DAY): BoardFacts {
  const ranked = rows.map(({ name: _, ...row }, index) => ({
    memberId: `m${index}`,
    userId: `U${index}`,
    role: 'hunter' as Role,
    movement: null,
    marked: false,
    ...row,
  }))
  const calls = presetMetric('calls', 'EUR')!
  return {
    kind: 'board',
    teamId: 'b1f6a3de-0000-4000-8000-000000000000',
    teamName: 'North',
    board: { period, measure: { kind: 'metric', metric: 'calls' }, decimals: 0, ranked, notRanked: [] },
    metric: calls,
    names: 'top',
    nameOf: Object.fromEntries(rows.map(({ name }, index) => [`U${index}`, name ?? `Person ${index}`])),
    onLeave: [],
    roles: ['hunter'],
    revised: null,
    weighted: [],
    recap: null,
    noTargets: false,
    ...more,
  }
}

const run = (length: number, row: (index: number) => Wish) => Array.from({ length }, (_, index) => row(index))
const absent = (length: number, reason: 'away' | 'gives-later' | 'no-report' | 'no-target') =>
  run(length, () => ({ value: 0, rank: 0 })).map((_, index) => ({
    memberId: `x${index}`,
    userId: `X${index}`,
    reason,
  }))

const allRoles: Role[] = ['hunter', 'account-manager', 'campaign-planner', 'analyst']
const revenue = presetMetric('newRevenue', 'CNY')!

const EXTREMES: Record<string, BoardFacts> = {
  'nobody at all': board([]),
  one: board([{ value: 12, rank: 1 }]),
  'brought up to date days later': board([{ value: 12, rank: 1 }], {
    revised: {
      at: Temporal.Instant.from('2026-12-30T22:59:00Z'),
      since: Temporal.Instant.from('2026-12-28T10:00:00Z'),
      zone: 'America/New_York',
    },
  }),
  'all at nothing': board(run(9, () => ({ value: 0, rank: 1 }))),
  'a tie at place five': board(
    run(12, (index) => ({ value: index < 4 ? 50 - index : 20, rank: Math.min(index + 1, 5) })),
  ),
  'all the same': board(run(300, () => ({ value: 7, rank: 1 }))),
  'ten thousand': board(run(10_000, (index) => ({ value: 10_000 - index, rank: index + 1, movement: 3 }))),
  'long and equal names': board(
    run(8, (index) => ({ value: 90 - index, rank: index + 1, name: '王'.repeat(300) })),
  ),
  'hostile names': board(run(5, (index) => ({ value: 9 - index, rank: index + 1, name: HOSTILE }))),
  'no names known': board(
    run(5, (index) => ({ value: 9 - index, rank: index + 1 })),
    { nameOf: {} },
  ),
  'four roles by points': board(
    run(40, (index) => ({
      value: 4000 - index,
      rank: (index % 10) + 1,
      role: allRoles[Math.floor(index / 10)]!,
      movement: index % 3 === 0 ? null : index - 20,
      marked: index % 2 === 0,
    })),
    { metric: null, roles: allRoles },
  ),
  money: board(
    [
      { value: 1_234_567_890_12, rank: 1, movement: -2, marked: true },
      { value: 5, rank: 2, movement: 0 },
    ],
    { metric: revenue },
  ),
  'a long own metric': board(
    run(6, (index) => ({ value: index, rank: index + 1 })),
    {
      metric: { ...revenue, label: `${HOSTILE}${'长'.repeat(200)}`, higherIsBetter: false },
    },
  ),
  'a week': board(
    [{ value: 1, rank: 1 }],
    {},
    { kind: 'week', from: date('2026-03-30'), to: date('2026-04-05') },
  ),
  'a month': board(
    [{ value: 1, rank: 1 }],
    {},
    { kind: 'month', from: date('2026-02-01'), to: date('2026-02-28') },
  ),
  'hundreds away': board([{ value: 1, rank: 1 }]),
}
const byTargets = run(40, (index) => ({
  ...{ value: 1500 - 3 * index, rank: index + 1, role: allRoles[index % 4]! },
}))
EXTREMES['everyone by their own targets'] = board(byTargets, {
  metric: null,
  noTargets: true,
  roles: allRoles,
})
EXTREMES['everyone by their own targets']!.board = {
  ...EXTREMES['everyone by their own targets']!.board,
  ...{ measure: { kind: 'attainment', metric: null }, decimals: 1, notRanked: absent(400, 'no-target') },
}
const weights = run(20, (index) => ({ value: 5, rank: index })).map(() => ({
  ...{ metric: { ...revenue, label: `${HOSTILE}${'长'.repeat(80)}` }, weight: 5 },
}))
EXTREMES['twenty weights'] = board([{ value: 874, rank: 1 }], { metric: null, weighted: weights })
EXTREMES['twenty weights']!.board = {
  ...EXTREMES['twenty weights']!.board,
  ...{ measure: { kind: 'weighted', weights: [] }, decimals: 1 },
}
EXTREMES['hundreds away']!.board = {
  ...EXTREMES['hundreds away']!.board,
  notRanked: [...absent(400, 'away'), ...absent(400, 'gives-later'), ...absent(400, 'no-report')],
}

const names = ['all', 'top', 'none'] as const

describe('the board as a message', () => {
  for (const [title, facts] of Object.entries(EXTREMES))
    test.each(LOCALES.flatMap((locale) => names.map((shown) => [locale, shown] as const)))(
      `${title}: Slack takes it (%s, names %s)`,
      (locale, shown) => {
        const message = renderBoard({ ...facts, names: shown }, BOT.translator(locale))
        expect(checkMessage({ ...message })).toEqual([])
        expect([...message.text].length).toBeLessThanOrEqual(4000)
        for (let form: ReturnType<typeof degrade> = message; form; form = degrade(form))
          expect(checkMessage({ ...form })).toEqual([])
        expect(message.text).not.toMatch(/<[!@h]|\u202e|undefined|null|NaN/)
        expect(message.text).not.toContain('\u0000')
      },
    )

  const en = BOT.translator('en')
  const rowsOf = (facts: BoardFacts) => {
    const table = renderBoard(facts, en).blocks.find(({ type }) => type === 'table') as
      | { rows: { text: string }[][] }
      | undefined
    return table?.rows.map((row) => row.map(({ text }) => text))
  }

  test('shows the top five, and ties on rank five up to eight rows', () => {
    const rows = rowsOf(EXTREMES['a tie at place five']!)!
    expect(rows[0]).toEqual(['Place', 'Name', 'Calls', 'To next place'])
    expect(rows.slice(1).map(([place]) => place)).toEqual([
      ...['🥇\u00a01', '🥈\u00a02', '🥉\u00a03', '4', '5', '5', '5', '5'],
    ])
    expect(rows.slice(1).map((row) => row[3])).toEqual(['–', '1', '1', '1', '27', '27', '27', '27'])
    expect(renderBoard(EXTREMES['a tie at place five']!, en).text).toContain(
      '12 ranked, 4 more on the last place shown',
    )
  })

  test('movement has a column only where there was a board before', () => {
    const facts = board([
      { value: 9, rank: 1, movement: 2 },
      { value: 8, rank: 2, movement: -1, marked: true },
      { value: 7, rank: 3, movement: 0 },
      { value: 6, rank: 4 },
    ])
    expect(rowsOf(facts)!.map((row) => row.slice(2))).toEqual([
      ['Calls', 'To next place', 'Change'],
      ['9', '–', '▲2'],
      ['8 ⚑', '1', '▼1'],
      ['7', '1', '–'],
      ['6', '1', 'new'],
    ])
  })

  test('when all values are zero, or nobody is ranked, a sentence replaces table and chart', () => {
    for (const title of ['all at nothing', 'nobody at all']) {
      const { text, blocks } = renderBoard(EXTREMES[title]!, en)
      expect(blocks.map(({ type }) => type)).toEqual(['header', 'section', 'context', 'actions'])
      expect(text).toMatch(
        title === 'all at nothing' ? /9 people reported, all of them 0/ : /Nobody has reported Calls/,
      )
    }
  })

  test('zero is a good number where lower is better', () => {
    const error = presetMetric('forecastError', 'EUR')!
    const facts = board(
      run(3, () => ({ value: 0, rank: 1 })),
      { metric: error },
    )
    expect(rowsOf(facts)).toHaveLength(4)
  })

  test('the text contains the same rows as the table', () => {
    const facts = EXTREMES['four roles by points']!
    const { text } = renderBoard(facts, en)
    for (const [place, name, value] of rowsOf(facts)!.slice(1))
      expect(text).toContain(`${place}. ${name}: ${value}`)
    expect(rowsOf(facts)![1]).toEqual(['🥇\u00a01', 'Person 0', '4,000 points ⚑', '–', 'new', 'Hunter'])
  })

  test('no names means no names: not in the table, the chart, the words or among the absent', () => {
    const facts: BoardFacts = { ...EXTREMES.one!, names: 'none', nameOf: { U0: 'Ann', X0: 'Bea' } }
    facts.board = { ...facts.board, notRanked: absent(1, 'away') }
    const shown = JSON.stringify(renderBoard(facts, en))
    expect(shown).not.toMatch(/Ann|Bea|U0|X0/)
    expect(shown).toContain('#1')
    expect(shown).toContain('1 away, 0 without numbers')
  })

  test('who was away with numbers is listed with them: on leave in the home team, away in another one', () => {
    const nameOf = { U0: 'Ann', A: 'Bea', B: 'Cy', C: 'Dee' }
    const facts: BoardFacts = { ...EXTREMES.one!, names: 'all', nameOf, onLeave: ['A'] }
    facts.board = {
      ...facts.board,
      notRanked: [
        { memberId: 'a', userId: 'A', reason: 'away', kept: 12 },
        { memberId: 'b', userId: 'B', reason: 'away', kept: 0 },
        { memberId: 'c', userId: 'C', reason: 'away' },
      ],
    }
    const { text } = renderBoard(facts, en)
    expect(text).toContain('On leave, numbers kept: Bea (12)\nAway, numbers kept: Cy (0)\nAway: Dee')
    const top = renderBoard({ ...facts, names: 'top' }, en).text
    expect(top).toContain('On leave, numbers kept: Bea\n')
    const alone = renderBoard({ ...facts, board: { ...facts.board, ranked: [] } }, en).text
    expect(alone).toContain('Nobody is ranked')
    expect(alone).not.toContain('Nobody has reported')
  })

  test('a day on which nobody worked says so, and lists and blames nobody', () => {
    const sunday = board([])
    sunday.board = { ...sunday.board, notRanked: absent(3, 'away') }
    const said = { en: 'Nobody worked that day', 'zh-CN': '这一天全员休息', 'zh-TW': '這一天全員休息' }
    for (const locale of LOCALES) {
      const t = BOT.translator(locale)
      const shown = boardMessage(sunday, t, placeLinesOf(sunday, 'x0', t))
      expect(checkMessage(shown)).toEqual([])
      expect(shown.text.split('\n')).toEqual([expect.any(String), expect.stringContaining(said[locale])])
      expect(shown.text).not.toMatch(/X0|Away|休假|away/)
    }
    const silent = {
      ...sunday,
      board: { ...sunday.board, notRanked: [...absent(2, 'away'), ...absent(1, 'no-report')] },
    }
    expect(renderBoard(silent, en).text).toMatch(/Nobody has reported[\s\S]*Away: /)
    const week = { ...sunday, board: { ...sunday.board, period: { ...DAY, kind: 'week' as const } } }
    expect(renderBoard(week, en).text).toContain('Away: ')
  })

  test('who is absent is named, and counted from the sixteenth on', () => {
    const facts = EXTREMES['hundreds away']!
    facts.nameOf = { ...facts.nameOf, X0: 'Ann' }
    expect(renderBoard(facts, en).text).toMatch(/Away: Ann, .* and 385 more/)
  })

  test('a chart for each of two roles, in major units, with labels that differ', () => {
    const facts = board(
      [
        { value: 1250, rank: 1, name: 'Li Wei' },
        { value: 900, rank: 2, name: 'Li Wei' },
      ],
      { metric: revenue },
    )
    facts.board = { ...facts.board, decimals: 2 }
    const chart = renderBoard(facts, en).blocks.find(({ type }) => type === 'data_visualization')
    expect(chart).toMatchObject({
      title: 'New revenue',
      chart: {
        type: 'bar',
        series: [
          {
            data: [
              { label: 'Li Wei', value: 12.5 },
              { label: 'Li Wei 2', value: 9 },
            ],
          },
        ],
        axis_config: { categories: ['Li Wei', 'Li Wei 2'] },
      },
    })
  })

  test('labels that become equal when cut are numbered', () => {
    expect(distinctLabels(['abcdef', 'abcdeg', 'abcd…'], 5)).toEqual(['abcd…', 'ab… 2', 'ab… 3'])
  })
})

describe('my place', () => {
  const facts = board([
    { value: 9, rank: 1, name: 'Ann' },
    { value: 8, rank: 2, name: 'Bea <!here>' },
    { value: 8, rank: 2, name: 'Cy' },
  ])
  facts.board = {
    ...facts.board,
    notRanked: [
      { memberId: 'away', userId: 'X', reason: 'away' },
      { memberId: 'silent', userId: 'Y', reason: 'no-report' },
      { memberId: 'kept', userId: 'Z', reason: 'away', kept: 7 },
    ],
  }

  test.each(LOCALES)('is a sentence in every case (%s)', (locale) => {
    const t = BOT.translator(locale)
    for (const memberId of ['m0', 'm1', 'm2', 'away', 'silent', 'kept', 'stranger', null])
      for (const shown of names) {
        const text = placeLinesOf({ ...facts, names: shown }, memberId, t).join('\n')
        expect(checkMessage({ text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] })).toEqual(
          [],
        )
        expect(text).not.toContain('<!here>')
      }
  })

  test('place, tie and the two neighbours', () => {
    const en = BOT.translator('en')
    expect(placeLinesOf(facts, 'm1', en)).toEqual([
      'You’re *2nd* of 3 by Calls, tied with Cy: 8.',
      'Above you: Ann, 9; 1 to catch up.',
    ])
    expect(placeLinesOf({ ...facts, names: 'none' }, 'm1', en)[0]).toBe(
      'You’re *2nd* of 3 by Calls, tied with one other: 8.',
    )
    expect(placeLinesOf({ ...facts, names: 'none' }, 'm0', en)).toEqual([
      'You’re *1st* of 3 by Calls, with 9.',
      'Below you: 8.',
    ])
    expect(placeLinesOf(facts, 'away', en)[0]).toMatch(/^You were away/)
    expect(placeLinesOf(facts, 'kept', en)[0]).toMatch(/Your numbers are kept: 7/)
  })
})
