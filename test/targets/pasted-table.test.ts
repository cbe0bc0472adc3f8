// What is understood of a pasted table of targets: how spreadsheets hand it over, whom, what and when it names, and what is asked.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesOfMetrics, otherPresets } from '../../src/numbers/slack/metric-names.ts'
import { matchPeople } from '../../src/org/domain/person-match.ts'
import { readPastedTable } from '../../src/targets/domain/pasted-table.ts'
import { readTable, type TableMember, type TableView } from '../../src/targets/domain/table-wishes.ts'
import { readPeriod } from '../../src/targets/domain/typed-period.ts'
import '../support/property-seed.ts'
import { CALLS, REVENUE, WIN_RATE } from './samples.ts'

const TODAY = Temporal.PlainDate.from('2026-11-27')
const dates = (locale: 'en' | 'zh-CN' = 'en') => ({ today: TODAY, weekStartsOn: 1, yearStarts: 1, locale })

const cellsOf = (text: string) =>
  readPastedTable(text).rows.map(({ line, person, metric, period, value }) =>
    [line, person, metric, period, value].join(' | '),
  )
const ANN = '| Calls | Dec | 1,200'

describe('the layout', () => {
  test.each([
    ['copied from Excel', 'Ann\tCalls\tDec\t1,200\r\nBen\tCalls\tDec\t40\r\n', 1],
    ['with a byte order mark', '\uFEFFAnn\tCalls\tDec\t1,200\nBen\tCalls\tDec\t40', 1],
    ['with headings', 'Name\tKPI\tMonth\tTarget (EUR)\nAnn\tCalls\tDec\t1,200\nBen\tCalls\tDec\t40', 2],
    [
      'with headings in Chinese',
      '姓名\t指标\t月份\t目标值（元）\nAnn\tCalls\tDec\t1,200\nBen\tCalls\tDec\t40',
      2,
    ],
    ['in another order', 'Target;Month;Rep;Metric\n1,200;Dec;Ann;Calls\n40;Dec;Ben;Calls', 2],
    [
      'with a column more',
      'Name\tKPI\tMonth\tTarget\tNote\nAnn\tCalls\tDec\t1,200\tnew\nBen\tCalls\tDec\t40\t',
      2,
    ],
    ['with semicolons', 'Ann;Calls;Dec;1,200\nBen;Calls;Dec;40', 1],
    ['with commas', 'Ann,Calls,Dec,1,200\nBen, Calls, Dec, 40', 1],
    ['with quotation marks', '"Ann","Calls","Dec","1,200"\n"Ben","Calls","Dec","40"', 1],
    ['full-width', 'Ann，Calls，Dec，"1,200"\nBen，Calls，Dec，４０', 1],
    ['full-width semicolons', 'Ann；Calls；Dec；1,200\nBen；Calls；Dec；40', 1],
    ['typed in Chinese', 'Ann、Calls、Dec、1,200\nBen、Calls、Dec、40', 1],
    [
      'in Markdown',
      '| Name | Metric | Period | Target |\n|---|---|---|---:|\n| Ann | Calls | Dec | 1,200 |\n| Ben | Calls | Dec | 40 |',
      3,
    ],
    ['set apart by spaces', 'Ann   Calls   Dec   1,200\nBen   Calls   Dec   40', 1],
    ['old line breaks, empty cells at the end', 'Ann\tCalls\tDec\t1,200\t\t\rBen\tCalls\tDec\t40\t\t', 1],
  ])('%s', (_, text, first) => {
    expect(cellsOf(text)).toEqual([`${first} | Ann ${ANN}`, `${first + 1} | Ben | Calls | Dec | 40`])
    expect(readPastedTable(text).problems).toEqual([])
  })

  test('line numbers are those of what was pasted: empty lines and line breaks in a cell count', () => {
    expect(cellsOf('Name\tKPI\tMonth\tTarget\n\n"Ann\nLee"\tCalls\tDec\t5\nBen\tCalls\tDec\t6')).toEqual([
      '3 | Ann Lee | Calls | Dec | 5',
      '5 | Ben | Calls | Dec | 6',
    ])
  })

  test('sums are left out and said, unused columns too', () => {
    const table = readPastedTable(
      'Name\tKPI\tMonth\tTarget\tNote\nAnn\tCalls\tDec\t5\tx\n合计\t\t\t5\nTotal\t\t\t5',
    )
    expect(table).toMatchObject({ sums: [3, 4], unused: ['Note'], problems: [] })
    expect(table.rows).toHaveLength(1)
  })

  test('what lacks a column is named with its line', () => {
    expect(
      readPastedTable('Ann\tCalls\tDec\t5\nBen\tCalls\t40\nCy\t\tDec\t5\nDi\tCalls\tDec\t5\tx').problems,
    ).toEqual([
      { line: 2, reason: 'width', width: 3 },
      { line: 3, reason: 'empty', column: 'metric' },
      { line: 4, reason: 'width', width: 5 },
    ])
    expect(readPastedTable('Name\tTarget\nAnn\t5').problems).toEqual([
      { line: 1, reason: 'heading', column: 'metric' },
    ])
    expect(cellsOf('Ann\tCalls\tDec\t5" screens')).toEqual(['1 | Ann | Calls | Dec | 5" screens'])
    expect(cellsOf('"Ann\tCalls\tDec\t5\nBen\tCalls\tDec\t6')).toHaveLength(2)
  })

  test('whatever is pasted, every line with text is a row, a sum, a heading or a problem', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab1,;"\t\n|、总 '), maxLength: 40 })
    fc.assert(
      fc.property(cell, (text) => {
        const { rows, problems, sums } = readPastedTable(text)
        const said = [...rows, ...problems].map(({ line }) => line).concat(sums)
        expect(new Set(said).size).toBe(said.length)
        expect(said.every((line) => line >= 1 && line <= text.split(/\r\n?|\n/u).length)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

test.each([
  ['2026-12', 'month 2026-12-01'],
  ['2026/12', 'month 2026-12-01'],
  ['12/2026', 'month 2026-12-01'],
  ['202612', 'month 2026-12-01'],
  ['12月', 'month 2026-12-01'],
  ['１２月', 'month 2026-12-01'],
  ['十二月份', 'month 2026-12-01'],
  ['2026年12月', 'month 2026-12-01'],
  ['26年12月', 'month 2026-12-01'],
  ['1月', 'month 2027-01-01'],
  ['Dec', 'month 2026-12-01'],
  ['December 2026', 'month 2026-12-01'],
  // What spreadsheets make of a month.
  ['Dec-26', 'month 2026-12-01'],
  ['26-Dec', 'month 2026-12-01'],
  ['01-Dec', 'month 2026-12-01'],
  ['1-Dec', 'month 2026-12-01'],
  ['01-Jan', 'month 2027-01-01'],
  ['01 Dec', 'month 2026-12-01'],
  ['1. Dec', 'month 2026-12-01'],
  ['01-Dec-26', 'month 2026-12-01'],
  ['1-Dec-2026', 'month 2026-12-01'],
  ['01 December 2026', 'month 2026-12-01'],
  ['Dec-01', 'month 2026-12-01'],
  ['Dec 01', 'month 2026-12-01'],
  ['02-Dec', null],
  ['Dec-02', null],
  ['Dec-15', null],
  ['15-Dec', null],
  ['2026-12-01', 'month 2026-12-01'],
  ['2026/12/1', 'month 2026-12-01'],
  ['12/1/2026', 'month 2026-12-01'],
  ['next month', 'month 2026-12-01'],
  ['本月', 'month 2026-11-01'],
  ['Q1 2027', 'quarter 2027-01-01'],
  ['2027Q1', 'quarter 2027-01-01'],
  ['27Q1', 'quarter 2027-01-01'],
  ['1Q27', 'quarter 2027-01-01'],
  ["Q1'27", 'quarter 2027-01-01'],
  ['Q1', 'quarter 2027-01-01'],
  ['2027年第一季度', 'quarter 2027-01-01'],
  ['2027年1季度', 'quarter 2027-01-01'],
  ['2026-12-15', null],
  ['Dec 5', null],
  ['Dec 31', null],
  ['soon', null],
  ['2026-12 to 2027-02', null],
  ['', null],
])('the period %s is %s', (typed, said) => {
  const period = readPeriod(typed, dates())
  expect(period && `${period.kind} ${period.from}`).toBe(said)
  if (!/\d\/\d/u.test(typed)) expect(readPeriod(typed, dates('zh-CN'))).toEqual(period)
})

test.each([
  ['Q1', 4, 'quarter 2027-04-01'],
  ['Q4 2026', 4, 'quarter 2027-01-01'],
  ['26Q1', 2, 'quarter 2026-02-01'],
])('the period %s of a year that starts in month %i is %s', (typed, yearStarts, said) => {
  const period = readPeriod(typed, { ...dates(), yearStarts })
  expect(period && `${period.kind} ${period.from}`).toBe(said)
})

const PEOPLE = [
  { userId: 'U1', name: 'Jonas Weber' },
  { userId: 'U2', name: 'Jonas Müller' },
  { userId: 'U3', name: '林伟' },
  { userId: 'U4', name: '王芳（销售一部）' },
  { userId: 'U5', name: 'Anna-Lena Okoro' },
  { userId: 'U6', name: 'Kim' },
  { userId: 'U7', name: 'Kim' },
]
test.each([
  ['Jonas Weber', ['U1']],
  ['jonas  WEBER', ['U1']],
  ['Weber, Jonas', ['U1']],
  ['@Jonas Weber', ['U1']],
  ['<@U1>', ['U1']],
  ['<@U1|jonas>', ['U1']],
  ['<@U9>', []],
  ['U2', ['U2']],
  ['jonas.weber@firma.de', ['U1']],
  ['jweber', ['U1']],
  ['j.weber@firma.de', ['U1']],
  ['jonasm', ['U2']],
  ['Jonas Muller', ['U2']],
  ['Müller', ['U2']],
  ['Jonas', ['U1', 'U2']],
  ['林伟', ['U3']],
  ['林', []],
  ['王芳', ['U4']],
  ['anna', ['U5']],
  ['Anna-Lena', ['U5']],
  ['Kim', ['U6', 'U7']],
  ['Bob', []],
  ['@', []],
  // An empty cell is often written so.
  ['-', []],
  ['…', []],
])('the name %s can be %j', (typed, userIds) => {
  expect(matchPeople(typed, PEOPLE).map(({ userId }) => userId)).toEqual(userIds)
})

const member = (name: string, more: Partial<TableMember> = {}): TableMember => ({
  ...{ memberId: `${name} of North`, userId: `U${name}`, name, teamId: 'north', teamName: 'North' },
  ...{
    metrics: namesOfMetrics([CALLS, REVENUE, WIN_RATE]),
    others: otherPresets([CALLS, REVENUE, WIN_RATE]),
  },
  ...more,
})
const view = (members: readonly TableMember[]): TableView => ({
  ...{ members, teamId: 'north', dates: dates() },
})
const TEAM = view([
  member('Ann'),
  member('Ben'),
  member('Ben Ko'),
  member('Cy', { metrics: namesOfMetrics([CALLS]) }),
])

describe('the lines', () => {
  test('say whose target, of what, when and how much, as people type it', () => {
    const { wishes, problems } = readTable(
      'Ann\tcalls\tDec\t1,200\nAnn\t新签金额\t12月\t3.5万\nann\tWin rate\tQ1 2027\t40%\nBen\t电话\t2026-12\t80',
      TEAM,
    )
    expect(problems).toEqual([])
    expect(
      wishes.map(({ member: of, metric, period, value }) => [
        of.name,
        metric.key,
        String(period.from),
        value,
      ]),
    ).toEqual([
      ['Ann', 'calls', '2026-12-01', 1200],
      ['Ann', 'newRevenue', '2026-12-01', 3_500_000],
      ['Ann', 'proposalWinRate', '2027-01-01', expect.any(Number)],
      ['Ben', 'calls', '2026-12-01', 80],
    ])
  })

  test('that are not understood are all named, and none is guessed', () => {
    const { problems, wishes } = readTable(
      [
        'Bob\tCalls\tDec\t5',
        'Ann\tFoo\tDec\t5',
        'Ann\tCalls\tsoon\t5',
        'Ann\tCalls\t2026-10\t5',
        'Ann\tCalls\tDec\tmany',
        'Ann\tCalls\tDec\t1.200',
        'Ann\tCalls\tDec\t5',
        'Ann\tCalls\tDec\t6',
        'Cy\tNew revenue\tDec\t5',
        'Ann\tCalls\tDec',
      ].join('\n'),
      TEAM,
    )
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'nobody'],
      [2, 'no-metric'],
      [3, 'no-period'],
      [4, 'period-over'],
      [5, 'value'],
      [6, 'value'],
      [8, 'twice'],
      [9, 'no-metric'],
      [10, 'width'],
    ])
    expect(wishes).toHaveLength(1)
  })

  test('that name two people, or one in two teams, are asked about', () => {
    const two = view([
      member('Ann Lee'),
      member('Ann Wu'),
      member('Kim', { userId: 'U1' }),
      member('Kim', { userId: 'U2' }),
    ])
    expect(
      readTable('Ann\tCalls\tDec\t5\nKim\tCalls\tDec\t5\nU1\tCalls\tDec\t5', two).problems,
    ).toMatchObject([
      { line: 1, reason: 'which-person', names: ['Ann Lee', 'Ann Wu'] },
      { line: 2, reason: 'same-name', name: 'Kim' },
    ])
    const elsewhere = (id: string) => member('Ann', { memberId: `Ann of ${id}`, teamId: id, teamName: id })
    expect(
      readTable('Ann\tCalls\tDec\t5', view([elsewhere('South'), elsewhere('West')])).problems,
    ).toMatchObject([{ line: 1, reason: 'which-team', teams: ['South', 'West'] }])
    // The team in whose channel it is pasted is meant.
    const [wish] = readTable('Ann\tCalls\tDec\t5', view([elsewhere('South'), member('Ann')])).wishes
    expect(wish!.member.teamId).toBe('north')
  })
})
