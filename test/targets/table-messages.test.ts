// What a manager and a rep read about a pasted table of targets, in three languages, and within Slack's limits whatever is in it.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { namesOfMetrics } from '../../src/numbers/slack/metric-names.ts'
import type { Block } from '../../src/slack/blocks.ts'
import { degrade } from '../../src/slack/degrade.ts'
import type { PlannedPart } from '../../src/targets/domain/plan-month.ts'
import type { LineProblem, TableMember } from '../../src/targets/domain/table-wishes.ts'
import { nextPeriod, targetPeriod } from '../../src/targets/domain/target-period.ts'
import type { TableRefusal, TableTarget } from '../../src/targets/flows/plan-table.ts'
import { tablePreviewView, tableView } from '../../src/targets/slack/table-form.ts'
import { problemsText, refusalsText } from '../../src/targets/slack/table-problems.ts'
import { renderTargetsSet } from '../../src/targets/slack/target-set.ts'
import { CALLS } from './samples.ts'

const date = Temporal.PlainDate.from
const HOSTILE = '<!channel> *b* & <https://evil.example|x>\u202e`'
const ODD: Metric = { ...CALLS, key: 'own-1', label: `${HOSTILE}${'长'.repeat(60)}` }
const TEAM_ID = 'a0000000-0000-4000-8000-000000000000'
const TEAM = { teamName: HOSTILE.repeat(8), channelId: 'C1', managerUserId: 'UMARA' }
const MARCH = targetPeriod('month', date('2026-03-16'), 1)
const APRIL = nextPeriod(MARCH)
const UNREAD: LineProblem[] = [
  { line: 2, reason: 'width', width: 3 },
  { line: 3, reason: 'empty', column: 'metric' },
  { line: 1, reason: 'heading', column: 'value' },
  { line: 4, typed: 'Bob', reason: 'nobody' },
  { line: 5, typed: 'Ann', reason: 'which-person', names: ['Ann Lee', 'Ann Wu'] },
  { line: 6, typed: 'Kim', reason: 'same-name', name: 'Kim' },
  { line: 7, typed: 'Ann', reason: 'which-team', name: 'Ann', teams: ['North', 'South'] },
  { line: 8, typed: 'Foo', reason: 'no-metric', name: 'Ann' },
  { line: 9, typed: 'Calls', reason: 'which-metric', metrics: [CALLS, ODD] },
  { line: 10, typed: 'soon', reason: 'no-period' },
  { line: 11, typed: 'Jan', reason: 'period-over' },
  {
    line: 12,
    typed: '1.200',
    reason: 'value',
    metric: CALLS,
    parsed: { ok: false, reason: 'unclear', readings: [1200] },
  },
  { line: 13, typed: 'Ann', reason: 'twice', before: 2 },
]

function target(count: number, name: string): TableTarget {
  const ids = Array.from({ length: count }, (_, index) => `member-${index}`)
  const parts = ids.map(
    (memberId): PlannedPart => ({
      ...{ memberId, value: ODD.hardMax, byHand: true, until: MARCH.to, before: 7, present: 1 },
      changed: true,
    }),
  )
  const people = new Map(ids.map((id) => [id, { userId: `U${id}`, name }]))
  const loaded = { team: TEAM, metric: ODD, version: 3, people, past: [] }
  return {
    target: { teamId: TEAM_ID, metricKey: ODD.key, period: MARCH },
    values: new Map(),
    loaded: loaded as unknown as TableTarget['loaded'],
    plan: {
      ok: true,
      whole: 1e9,
      parts,
      unassigned: 7,
      over: 0,
      before: null,
      months: [],
      partOf: null,
      versions: [],
    },
    far: ids.map((id) => ({ name, userId: id, best: 300 })),
  }
}

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)
  const expectClean = (message: { text: string; blocks: Block[] }) => {
    for (let form: ReturnType<typeof degrade> = message; form; form = degrade(form))
      expect(checkMessage(form)).toEqual([])
    expect(JSON.stringify(message)).not.toMatch(/<!channel>|<https|undefined|NaN|Infinity|\[object/)
  }

  test('each kind of line that is not understood has a sentence with its number, and no more than five stand there', () => {
    for (const problem of UNREAD) {
      const text = problemsText([problem], t)
      expect(text).toContain(String(problem.line))
      expect(text).not.toMatch(/\{|undefined|\n/)
    }
    const all = problemsText(UNREAD, t).split('\n')
    expect(all).toHaveLength(6)
    expect(all[5]).toContain(String(UNREAD.length - 5))
  })

  test('what does not fit names the numbers that clash', () => {
    const { loaded, target: of } = target(1, 'Ann')
    const clash: TableRefusal = {
      ...{ target: of, loaded: { ...loaded, metric: CALLS }, names: [] },
      plan: { ok: false, reason: 'above-whole', whole: 301, others: 102, value: 203 },
    }
    const numbers = { whole: 301, others: 102, value: 203 }
    const above = { ok: false, reason: 'above-parent', period: APRIL, ...numbers } as const
    for (const plan of [clash.plan, above])
      for (const number of ['301', '102', '203'])
        expect(refusalsText([{ ...clash, plan }], t)).toContain(number)
    const absent = {
      ...clash,
      plan: { ok: false, reason: 'not-in-team', memberIds: ['m'] },
      names: ['Ben'],
    } as const
    expect(refusalsText([absent], t)).toContain('Ben')
  })

  test('the form and the preview, of five people and of as many as fit into the field', () => {
    const metrics = namesOfMetrics([ODD])
    const member = { memberId: 'm', userId: 'U1', name: HOSTILE, teamId: TEAM_ID, teamName: 'North' }
    const members: TableMember[] = [{ ...member, metrics, others: [] }]
    const dates = { today: MARCH.from, weekStartsOn: 1, yearStarts: 1, locale }
    const form = tableView({ members, teamId: TEAM_ID, dates }, t)
    expect(checkView({ ...form })).toEqual([])
    expect(JSON.stringify(form)).not.toMatch(/<!channel>|<https|undefined/)
    const typed = { text: 'x'.repeat(3000), reason: HOSTILE.repeat(4).slice(0, 200) }
    const metadata = { team: TEAM_ID, shown: { digest: 'd'.repeat(36), versions: '1 '.repeat(200) } }
    const read = { wishes: [], problems: [], unused: [HOSTILE], sums: [4, 9] }
    for (const targets of [[target(5, 'Ann')], [target(200, HOSTILE)], Array(200).fill(target(1, HOSTILE))]) {
      const view = tablePreviewView({ read, same: 3, targets }, typed, metadata, t, t('target.recalculated'))
      expect(checkView({ ...view })).toEqual([])
      expect(JSON.stringify(view.blocks.filter(({ type }) => type !== 'input'))).not.toMatch(
        /<!channel>|<https|undefined|NaN|Infinity/,
      )
    }
  })

  test('the rep reads all that was set for them in one message', () => {
    const one = { metric: ODD, period: MARCH, before: null, after: 120, follows: false }
    const facts = { kind: 'targets-set', ...TEAM, byUserId: 'UMARA', reason: HOSTILE } as const
    expectClean(renderTargetsSet({ ...facts, targets: [one] }, t))
    expectClean(
      renderTargetsSet({ ...facts, targets: [one, { ...one, before: 90, period: APRIL, follows: true }] }, t),
    )
    const many = renderTargetsSet({ ...facts, targets: Array(80).fill(one) }, t)
    expectClean(many)
    expect(JSON.stringify(many)).toContain('50')
  })
})

test('what a rep reads, word for word', () => {
  const facts = {
    kind: 'targets-set',
    ...TEAM,
    teamName: 'North',
    byUserId: 'UMARA',
    reason: 'Plan',
  } as const
  const targets = [
    { metric: CALLS, period: MARCH, before: null, after: 120, follows: false },
    { metric: CALLS, period: APRIL, before: 90, after: 130, follows: true },
  ]
  const said = (locale: 'en' | 'zh-CN') =>
    renderTargetsSet({ ...facts, targets }, BOT.translator(locale))
      .text.split('\n')
      .slice(0, 5)
  expect(said('en')).toEqual([
    '<@UMARA> set targets for you:',
    '• *Calls*, March 2026: *120*',
    '• *Calls*, April 2026: 90 → *130*',
    '> Plan',
    'The other months share what is left of the year or quarter.',
  ])
  expect(said('zh-CN')).toEqual([
    '<@UMARA> 为您设定了目标：',
    '• *电话量* 2026年3月 *120 通*',
    '• *电话量* 2026年4月 90 通 → *130 通*',
    '> Plan',
    '年度或季度剩下的部分由其他月份分担。',
  ])
})
