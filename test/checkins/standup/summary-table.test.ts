// The summary's table: a row for each answer with the team's sums, what they wrote below, for five people and for many.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../../sandbox/checker/message.ts'
import { BOT } from '../../../src/app/features.ts'
import type { SummaryAnswer } from '../../../src/checkins/standup/domain/message-facts.ts'
import { renderStandupSummary } from '../../../src/checkins/standup/slack/standup-summary.ts'
import { LOCALES } from '../../../src/core/i18n/locale.ts'
import { presetFor, presetMetric } from '../../../src/numbers/domain/presets.ts'
import { summary } from './standup-cases.ts'
import { day } from './team.ts'

const HUNTER = presetFor('hunter', 'EUR')
const metric = (key: string) => presetMetric(key, 'EUR')!
const en = BOT.translator('en')

const answer = (
  name: string,
  numbers: Record<string, number>,
  more: Partial<SummaryAnswer> = {},
): SummaryAnswer => ({
  ...{
    userId: `U${name}`,
    name,
    late: false,
    saidDid: null,
    done: [],
    plan: [],
    numbersDate: day('2026-03-02'),
  },
  numbers: Object.entries(numbers).map(([key, value]) => ({ metric: metric(key), value })),
  ...more,
})

function parts(answers: SummaryAnswer[], names: 'all' | 'top' = 'all') {
  const { blocks } = renderStandupSummary(
    summary({ names, answers, blockers: [], away: [], elsewhere: [] }),
    en,
  )
  const table = blocks.find(({ type }) => type === 'table') as { rows: { text: string }[][] } | undefined
  const below = blocks.flatMap((block) =>
    block.type === 'section' ? (block.text?.text ?? '').split('\n') : [],
  )
  return { rows: table?.rows.map((row) => row.map(({ text }) => text)), below }
}

describe('the table', () => {
  test('a row for each answer, late and other days named, the team’s sums last', () => {
    const { rows } = parts([
      answer('Ann', { calls: 30, visits: 2 }, { saidDid: { done: 2, planned: 3 } }),
      answer('Ben', { calls: 12 }, { late: true }),
      answer('Cy', { calls: 99 }, { numbersDate: day('2026-02-26') }),
      answer('Dee', {}),
    ])
    expect(rows).toEqual([
      ['Name', 'Calls', 'Visits', 'Plan done'],
      ['Ann', '30', '2', '2/3'],
      ['Ben (after the close)', '12', '–', '–'],
      ['Cy (Thu, Feb 26)', '99', '–', '–'],
      ['Dee', '–', '–', '–'],
      ['Team', '42', '2', ' '],
    ])
  })

  test('columns stand as they are asked for, also where whoever is first has entered only some of them', () => {
    const { rows } = parts([
      answer('Ann', { visits: 2 }),
      answer('Ben', { calls: 12, followUps: 3, visits: 1 }),
    ])
    expect(rows![0]).toEqual(['Name', 'Calls', 'Follow-ups', 'Visits'])
  })

  test('of a team that shows the first places alone: their numbers, the sums of all, and what everybody wrote', () => {
    const hunters = [7, 30, 12, 9, 9, 8, 40].map((calls, place) =>
      answer(`H${place}`, { calls, visits: place }, { plan: [`Plan ${place}`] }),
    )
    const managers = [answer('M', { renewalsWon: 1 })]
    const { rows, below } = parts(
      [...hunters, ...managers, answer('Silent', {}), answer('Low', { calls: 1 })],
      'top',
    )
    expect(rows!.map(([name]) => name)).toEqual(['Name', 'H1', 'H2', 'H3', 'H4', 'H6', 'M', 'Silent', 'Team'])
    expect(rows!.at(-1)![1]).toBe('116')
    expect(below).toContain('_Numbers by name: the first 5 of each role, as on the board._')
    expect(below.at(-1)).toBe('*Answered:* Low')
    for (const name of ['H0', 'H5']) expect(below.find((line) => line.startsWith(`*${name}*`))).toBeTruthy()
    const { text } = renderStandupSummary(summary({ names: 'top', answers: hunters }), en)
    expect(text).toMatch(/H1\*\nCalls \*30/)
    expect(text).not.toMatch(/H0\*\nCalls/)
  })

  test('what is cut is cut between signs, escaped ones too', () => {
    const others = Array.from({ length: 30 }, (_, index) => answer(`B${index}`, { calls: 1 }))
    for (const more of ['', 'a', 'ab', 'abc', 'abcd']) {
      const { below } = parts([answer('Ann', { calls: 1 }, { plan: [more + '&'.repeat(150)] }), ...others])
      expect(below.find((line) => line.startsWith('*Ann*'))).toMatch(/^\*Ann\* Plan: [a-d]*(?:&amp;)+…$/)
    }
  })

  test('what they plan and did stands below, a line each; a number without a column too', () => {
    const counted = HUNTER.filter(({ kind }) => kind === 'additive').map(({ key }) => key)
    const all = Object.fromEntries([...counted, 'contractValue'].map((key) => [key, 1]))
    const { rows, below } = parts([
      answer('Ann', all, { plan: ['Call Acme', 'Visit Bolt'], done: ['Offer'] }),
      answer('Ben', { calls: 1 }),
    ])
    expect(rows![0]).toHaveLength(8)
    expect(below.filter((line) => line.startsWith('*Ann*'))).toEqual([
      expect.stringMatching(/^\*Ann\* Plan: Call Acme; Visit Bolt · Done: Offer · /),
    ])
    expect(below.some((line) => line.startsWith('*Ben*'))).toBe(false)
  })

  test('no numbers, no table', () => {
    expect(parts([answer('Ann', {}, { plan: ['Call Acme'] })]).rows).toBeUndefined()
  })
})

test.each(LOCALES.flatMap((locale) => [5, 40, 300].map((count) => [locale, count] as const)))(
  'in %s, %i people: within Slack’s limits, and nobody is left out silently',
  (locale, count) => {
    const long = '王'.repeat(60)
    const all = Object.fromEntries(
      HUNTER.filter(({ kind }) => kind === 'additive').map(({ key }) => [key, 123_456]),
    )
    const answers = Array.from({ length: count }, (_, index) =>
      answer(`${index} ${long}`, all, { plan: Array(9).fill(long), done: [long], late: true }),
    )
    const message = renderStandupSummary(summary({ answers }), BOT.translator(locale))
    expect(checkMessage(message)).toEqual([])
    const table = message.blocks.find(({ type }) => type === 'table') as { rows: { text: string }[][] }
    const cells = table.rows.flat().reduce((sum, { text }) => sum + [...text].length, 0)
    expect(cells).toBeLessThanOrEqual(10_000)
    expect(table.rows.length).toBeLessThanOrEqual(100)
    const hidden = count - (table.rows.length - 2)
    const said = JSON.stringify(message.blocks)
    if (hidden > 0) expect(said).toContain(BOT.translator(locale)('standup.moreAnswers', { count: hidden }))
    else expect(said).not.toContain('/kpi team today')
  },
)
