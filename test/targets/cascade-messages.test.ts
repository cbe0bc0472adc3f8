// What a director and the managers read of a target that is shared out over teams, in three languages and within Slack's limits.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { type CascadeTeam, NO_WHOLE, type PlannedTeam } from '../../src/targets/domain/cascade.ts'
import type { TeamTargetSetFacts } from '../../src/targets/domain/message-facts.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import type { LoadedCascade } from '../../src/targets/flows/load-cascade.ts'
import type { CascadePreview, CascadeRefused } from '../../src/targets/flows/set-cascade.ts'
import { cascadeView, partRows } from '../../src/targets/slack/cascade-preview.ts'
import { cascadeRefusal } from '../../src/targets/slack/cascade-refusal.ts'
import { TARGETS } from '../../src/targets/slack/ids.ts'
import type { TargetMetadata } from '../../src/targets/slack/target-form.ts'
import { weightsView } from '../../src/targets/slack/target-preview.ts'
import { renderTeamTargetSet } from '../../src/targets/slack/team-target-set.ts'
import { CALLS } from './samples.ts'

const date = Temporal.PlainDate.from
const YEAR = targetPeriod('year', date('2027-01-01'), 1)
const HOSTILE = '<!channel> *b* & <https://evil.example|x>\u202e`'
const ODD: Metric = { ...CALLS, label: `${HOSTILE}${'长'.repeat(60)}` }
const idOf = (index: number) => `a0000000-0000-4000-8000-${String(index).padStart(12, '0')}`

interface Look {
  metric: Metric
  name: (index: number) => string
  /** Teams directly below the first one, and below the first of these. */
  below: number
  further: number
}

const SMALL: Look = {
  metric: CALLS,
  name: (index) => ['Sales', 'North', 'South', 'East', 'West'][index]!,
  ...{ below: 2, further: 2 },
}

function previewOf({ metric, name, below, further }: Look): CascadePreview {
  const ids = Array.from({ length: 1 + below + further }, (_, index) => idOf(index))
  const aboveOf = (index: number) => (index === 0 ? null : index <= below ? idOf(0) : idOf(1))
  const planned = (index: number): PlannedTeam => ({
    ...{ teamId: idOf(index), above: aboveOf(index), whole: 1200 + index, before: index === 2 ? 900 : null },
    ...{ keeps: index % 2 === 0, versions: [] },
    own: {
      ...{ whole: 300, keeps: false },
      plan: {
        ...{ ok: true, whole: 300, before: null, parts: [], unassigned: index, over: 0, months: [] },
        ...{ partOf: null, versions: [] },
      },
    },
  })
  const root: CascadeTeam = {
    ...{ teamId: idOf(0), currency: metric.currency, facts: null, last: 0, below: [] },
    wholes: new Map([['year 2027-01-01', { ...NO_WHOLE, whole: 1000, version: 1 }]]),
  }
  const loaded: LoadedCascade = {
    ...{ root, metric, metrics: new Map(), rates: null, fiscalYear: YEAR, version: 7 },
    teams: new Map(
      ids.map((teamId, index) => [
        teamId,
        {
          team: {
            ...{ workspaceId: 'T1', teamId, channelId: 'C1', managerUserId: 'U1', delegateUserId: null },
            ...{ parentTeamId: null, archivedAt: null },
          },
          identity: { teamName: name(index), channelId: 'C1', managerUserId: 'U1' },
          ...{ plan: null, today: YEAR.from },
        },
      ]),
    ),
  }
  return {
    ...{ loaded, period: YEAR, teams: ids.map((_, index) => planned(index)) },
    advice: [
      { about: 'reach', reach: { best: 100, beyond: 0.4 } },
      { about: 'late', days: 3 },
    ],
  }
}

const metadataOf = (hand: Record<string, number> | null = null): TargetMetadata => ({
  ...{ team: idOf(0), metric: 'calls', kind: 'year', from: YEAR.from, user: null, role: null, value: 4800 },
  ...{ split: 'weights', time: 'weights', weightsOfMonths: Array(12).fill(1000), reason: '"'.repeat(200) },
  ...{ weights: hand ?? {}, hand, months: null, version: 7 },
})

const FACTS: TeamTargetSetFacts = {
  ...{ kind: 'team-target-set', teamName: 'North', channelId: 'C1', managerUserId: 'UMARA' },
  ...{ byUserId: 'UDORA', reason: 'New market', metric: CALLS, period: YEAR, before: 2400, after: 4800 },
  partOf: { teamName: 'Sales', isCompany: true },
}

describe.each(LOCALES)('in %s', (locale) => {
  const t = BOT.translator(locale)

  test('the preview and the weights fit into Slack, with any names and any number of teams', () => {
    for (const below of [1, 19, 20, 300])
      for (const further of [0, 40]) {
        const look = { metric: ODD, name: () => HOSTILE.repeat(4), below, further }
        const preview = previewOf(look)
        const rows = partRows(preview, t)
        const hand = Object.fromEntries(rows.slice(0, 20).map(({ teamId }) => [teamId, 100_000_000_000]))
        const view = cascadeView(preview, metadataOf(hand), t, t('target.recalculated'))
        expect(checkView({ ...view }), `${below} ${further}`).toEqual([])
        const few = new Map(rows.slice(0, 20).map(({ teamId, name }) => [teamId, { name }]))
        const texts = { callbackId: TARGETS.cascadeWeights, intro: t('cascade.weightsIntro') }
        expect(checkView({ ...weightsView(few, metadataOf(hand), t, texts) })).toEqual([])
      }
  })

  test('every refusal names the teams and numbers, and fits below a field', () => {
    const { loaded } = previewOf(SMALL)
    const set = [
      { teamId: idOf(0), value: 300 },
      { teamId: idOf(1), value: 4000 },
    ]
    const refusals: CascadeRefused[] = [
      { ok: false, reason: 'nobody' },
      { ok: false, reason: 'no-weight' },
      { ok: false, reason: 'unchanged' },
      { ok: false, reason: 'period-over' },
      { ok: false, reason: 'reason-missing' },
      { ok: false, reason: 'no-rate', currencies: ['CNY', 'EUR'] },
      { ok: false, reason: 'teams-clash', teamId: idOf(0), whole: 3000, set, open: 0 },
      { ok: false, reason: 'teams-clash', teamId: idOf(0), whole: 3000, set, open: 2 },
      { ok: false, reason: 'above-parent', period: YEAR, whole: 4800, others: 1800, value: 3001 },
      {
        ...{ ok: false, reason: 'in-team', teamId: idOf(2), whole: 3000 },
        refusal: { ok: false, reason: 'months-clash', whole: 3000, set: 3500, open: 4 },
      },
    ]
    const texts = refusals.map((refusal) => cascadeRefusal(refusal, loaded, t).text)
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text.length).toBeLessThan(400)
    for (const part of ['North', '4,000', '3,000']) expect(texts[7]).toContain(part)
    for (const part of ['South', '3,500', '3,000']) expect(texts[9]).toContain(part)
  })

  test('the message to a manager says before, after, of what it is a part, and why', () => {
    for (const partOf of [null, FACTS.partOf, { teamName: HOSTILE.repeat(8), isCompany: false }])
      for (const before of [null, 2400]) {
        const odd = { ...FACTS, partOf, before, teamName: HOSTILE.repeat(8), reason: HOSTILE.repeat(40) }
        const message = renderTeamTargetSet({ ...odd, metric: ODD }, t)
        expect(checkMessage({ ...message })).toEqual([])
        expect(JSON.stringify(message)).not.toContain('<!channel>')
      }
    const text = renderTeamTargetSet(FACTS, t).text!
    for (const part of ['2,400', '4,800', 'New market', 'North']) expect(text).toContain(part)
  })
})

test('word for word', () => {
  const said = (locale: (typeof LOCALES)[number]) =>
    renderTeamTargetSet(FACTS, BOT.translator(locale)).text!.split('\n').slice(0, 2)
  expect(said('en')).toEqual([
    '<@UDORA> changed the target of your team North: *Calls*, 2027: 2,400 → *4,800*.',
    'It is part of the company’s target.',
  ])
  expect(said('zh-CN')).toEqual([
    '<@UDORA> 调整了您的团队 North 的目标： *电话量* 2027年 2,400 通 → *4,800 通*',
    '由公司目标分解而来。',
  ])
  expect(said('zh-TW')).toEqual([
    '<@UDORA> 調整了您的團隊 North 的目標： *電話數* 2027年 2,400 通 → *4,800 通*',
    '由公司目標分解而來。',
  ])
  const t = BOT.translator('en')
  const view = JSON.stringify(cascadeView(previewOf(SMALL), metadataOf(), t, null))
  for (const part of ['North: 1,201', 'South: 1,202 (900 so far)', 'Of it East 1,203, West 1,204.'])
    expect(view).toContain(part)
})
