// One person's last four weeks: what they hold, who may see them, and how they read in three languages within Slack's limits.
import { beforeAll, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { blockers, planItems, standups } from '../../src/checkins/standup/db/standups.sql.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { readingsOf } from '../../src/org/audit/db/readings.ts'
import { saveHomeTeam } from '../../src/org/db/home-teams.ts'
import { answersIn, lastWeeks } from '../../src/overview/domain/rep-weeks.ts'
import { type RepView, showRep } from '../../src/overview/flows/show-rep.ts'
import { repMessage } from '../../src/overview/slack/rep-message.ts'
import type { Block } from '../../src/slack/blocks.ts'
import { degrade } from '../../src/slack/degrade.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { explainTargets } from '../../src/targets/flows/explain-targets.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { type SmallTeam, smallTeam, takeLeave } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { sampleTarget } from '../targets/samples.ts'

const date = Temporal.PlainDate.from
/** Wednesday 18 March, before the standup closes. */
const NOW = '2026-03-18T08:00:00Z'
const HOSTILE = '<!channel> *b* & <https://evil.example|x>\u202e`'

const database = usesDatabase()
let context: TestContext
let north: SmallTeam
beforeAll(async () => {
  context = testContext(database.db, '2026-03-02T07:00:00Z')
  north = await smallTeam(context.db, [{ name: 'Ann' }, { name: 'Ben' }])
  await fill()
  context.moveTo(NOW)
})

async function fill(): Promise<void> {
  const { workspaceId, teamId } = north
  const { memberId } = north.members[0]!
  const own = { workspaceId, teamId, memberId }
  const draft = {
    value: 220,
    split: 'equal',
    weights: new Map(),
    byHand: null,
    role: null,
    time: { by: 'days', weights: null },
    monthsByHand: null,
    reason: '',
  } as const
  const period = targetPeriod('month', date('2026-03-02'), 1)
  const wanted = { teamId, metricKey: 'calls', period, userId: 'UAnn', draft }
  const boss = testPerson(workspaceId, 'UBOSS')
  expect(await setTarget(context, boss, wanted, { version: 0, sourceKey: 'rep' })).toMatchObject({ ok: true })
  await context.db.insert(dailyTotals).values(
    [
      ['2026-02-25', 9],
      ['2026-03-03', 42],
      ['2026-03-10', 60],
      ['2026-03-16', 11],
    ].map(([day, calls]) => ({ ...own, date: date(String(day)), totals: { calls: Number(calls) } })),
  )
  await context.db.insert(standups).values(
    [
      ['2026-03-09', 'answered'],
      ['2026-03-10', 'late'],
      ['2026-03-11', 'missed'],
      ['2026-03-12', 'excused'],
      ['2026-03-17', 'answered'],
    ].map(([day, state]) => ({ ...own, date: date(day!), state: state as 'answered' })),
  )
  const line = (position: number, settledOn: string, outcome: 'done' | 'carried' | 'dropped') => ({
    ...{ ...own, itemId: crypto.randomUUID(), date: date('2026-03-06'), position, text: 'Call Acme' },
    ...{ outcome, settledOn: date(settledOn) },
  })
  await context.db
    .insert(planItems)
    .values([line(0, '2026-03-09', 'done'), line(1, '2026-03-09', 'carried'), line(2, '2026-03-10', 'done')])
  const blocker = (text: string, closedOn: string | null, of = memberId) => ({
    ...{ workspaceId, teamId, memberId: of, blockerId: crypto.randomUUID(), text, helperUserId: 'UBen' },
    ...{ state: closedOn ? ('closed' as const) : ('open' as const), raisedOn: date('2026-03-09') },
    closedOn: closedOn ? date(closedOn) : null,
  })
  await context.db
    .insert(blockers)
    .values([
      blocker('No demo account', null),
      blocker('Solved', '2026-03-18'),
      blocker('Other', null, north.members[1]!.memberId),
    ])
  await saveHomeTeam(context.db, north.members[0]!, teamId)
  await takeLeave(context.db, north.members[0]!, '2026-03-05', '2026-03-06')
}

const boss = () => testPerson(north.workspaceId, 'UBOSS')
const shown = (who = boss(), userId = 'UAnn', channelId = '') => showRep(context, who, { userId, channelId })
async function ann(): Promise<RepView> {
  const answer = await shown()
  if (!answer.ok) throw new Error(answer.reason)
  return answer
}

describe('what the manager is shown', () => {
  test('the numbers of each week, beside the week’s part of the target', async () => {
    const { weeks } = await ann()
    const calls = weeks.map(({ period, standing }) => {
      const own = standing.metrics.find(({ metric }) => metric.key === 'calls')!
      return [`${period.from}`, own.actual, own.progress?.target ?? null]
    })
    // Of March's 22 days two are leave: 220 ÷ 20 a day. In February there was no target.
    expect(calls).toEqual([
      ['2026-02-23', 9, null],
      ['2026-03-02', 42, 33],
      ['2026-03-09', 60, 55],
      ['2026-03-16', 11, 55],
    ])
    const [, second, , running] = weeks.map(({ standing }) => standing.metrics[0]!.progress!)
    expect(second!.pace).toEqual({ known: true, value: 42 / 33 })
    // Monday is due, and Tuesday's numbers are asked for today.
    expect(running).toMatchObject({ elapsed: 1, pace: { known: true, value: expect.closeTo(1, 9) } })
  })

  test('standups in time, plans done, open blockers, and leave', async () => {
    const { weeks, blockers: open, leave, targets } = await ann()
    expect(
      weeks.map(({ answers }) => [answers.inTime, answers.asked, answers.done, answers.planned]),
    ).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [1, 3, 2, 3],
      [1, 1, 0, 0],
    ])
    expect(open.map(({ text }) => text)).toEqual(['No demo account'])
    expect(leave).toMatchObject([{ from: date('2026-03-05'), to: date('2026-03-06') }])
    expect(targets).toMatchObject([{ progress: { target: 220, actual: 113 } }])
  })

  test('is on record for the person', async () => {
    await ann()
    const seen = await readingsOf(context.db, { ...north, userId: 'UAnn' }, date('2026-03-01'), 9)
    expect(seen).toMatchObject([{ viewerUserId: 'UBOSS', opened: ['leave', 'numbers', 'plan', 'report'] }])
  })

  test('leave is for whoever manages the home team', async () => {
    const [member] = north.members
    await saveHomeTeam(context.db, member!, crypto.randomUUID())
    expect(await ann()).toMatchObject({ leave: null })
    await saveHomeTeam(context.db, member!, north.teamId)
  })

  test('why, for a person whom they lead', async () => {
    const explained = await explainTargets(context, boss(), north.teamId, 'UAnn')
    expect(explained).toMatchObject({ name: 'Ann', targets: [{ target: { progress: { target: 220 } } }] })
    expect(await explainTargets(context, north.people[1]!, north.teamId, 'UAnn')).toBeNull()
    expect(await explainTargets(context, north.people[0]!, north.teamId)).toMatchObject({ name: null })
  })
})

describe('who is shown nothing', () => {
  test('a colleague, a stranger, and whoever asks about somebody in no team of theirs', async () => {
    expect(await shown(north.people[1]!)).toEqual({ ok: false, reason: 'not-yours' })
    expect(await shown(testPerson(north.workspaceId, 'UNOBODY'))).toEqual({ ok: false, reason: 'not-yours' })
    expect(await shown(boss(), 'UNOBODY')).toEqual({ ok: false, reason: 'not-yours' })
    expect(await shown({ ...boss(), isGuest: true })).toEqual({ ok: false, reason: 'not-yours' })
  })

  test('oneself: that is `/kpi me`', async () => {
    expect(await shown(north.people[0]!)).toEqual({ ok: false, reason: 'self' })
  })
})

test('the four weeks end with the one that runs, whatever its first day', () => {
  const froms = (day: string, startsOn: number) => lastWeeks(date(day), startsOn).map(({ from }) => `${from}`)
  expect(froms('2026-03-18', 1)).toEqual(['2026-02-23', '2026-03-02', '2026-03-09', '2026-03-16'])
  expect(froms('2026-03-15', 7)).toEqual(['2026-02-22', '2026-03-01', '2026-03-08', '2026-03-15'])
  expect(froms('2026-01-05', 1)).toEqual(['2025-12-15', '2025-12-22', '2025-12-29', '2026-01-05'])
})

test('days that nobody asked for are none that were missed', () => {
  const [week] = lastWeeks(date('2026-03-18'), 1).slice(-1)
  const days = ['excused', 'excused', 'missed'].map((state, index) => ({
    date: date(`2026-03-${16 + index}`),
    state,
  }))
  expect(answersIn(week!, { days, lines: [] })).toEqual({ asked: 1, inTime: 0, planned: 0, done: 0 })
})

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)
  const tableIn = (blocks: readonly Block[]) => {
    const table = blocks.find((block) => block.type === 'table') as unknown as { rows: { text: string }[][] }
    return table.rows.map((row) => row.map(({ text }) => text).join(' | '))
  }

  test('reads as people say it', async () => {
    const message = repMessage(await ann(), t)
    expect(checkMessage(message)).toEqual([])
    const [head, calls] = tableIn(message.blocks)
    expect(head).toBe(
      {
        en: 'Week | Feb 23 – Mar 1 | Mar 2 – Mar 8 | Mar 9 – Mar 15 | This week',
        'zh-CN': '周 | 2月23日至3月1日 | 3月2日至3月8日 | 3月9日至3月15日 | 本周',
        'zh-TW': '週 | 2月23日至3月1日 | 3月2日至3月8日 | 3月9日至3月15日 | 本週',
      }[locale],
    )
    expect(calls).toBe(
      {
        en: 'Calls | 9 | 42\u00a0/\u00a033 · 127% | 60\u00a0/\u00a055 · 109% | 11\u00a0/\u00a055 · 100%',
        'zh-CN':
          '电话量 | 9 通 | 42\u00a0/\u00a033 通 · 127% | 60\u00a0/\u00a055 通 · 109% | 11\u00a0/\u00a055 通 · 100%',
        'zh-TW':
          '電話數 | 9 通 | 42\u00a0/\u00a033 通 · 127% | 60\u00a0/\u00a055 通 · 109% | 11\u00a0/\u00a055 通 · 100%',
      }[locale],
    )
    for (const line of ['42', 'No demo account', '<@UBen>']) expect(message.text).toContain(line)
  })

  test('within Slack’s limits, whatever the names, blockers and leave are', async () => {
    const view = await ann()
    const many = <T>(one: T) => Array.from({ length: 40 }, () => one)
    const worst: RepView = {
      ...{ ...view, name: HOSTILE.repeat(9), team: { ...view.team, teamName: HOSTILE.repeat(9) } },
      otherTeams: many({ ...view.team, teamId: view.teamId, teamName: HOSTILE.repeat(9) }),
      targets: many(sampleTarget({ actual: 52 })),
      blockers: many({ ...view.blockers[0]!, text: HOSTILE.repeat(90) }),
      leave: many({ from: date('2026-03-05'), to: date('2026-03-06'), part: 'morning' as const }),
    }
    for (const one of [worst, { ...view, targets: [], blockers: [], leave: null }]) {
      const message = repMessage(one, t)
      expect(checkMessage(message)).toEqual([])
      expect(checkMessage(degrade(message)!)).toEqual([])
      expect(JSON.stringify(message)).not.toMatch(/<!channel>|<https|undefined|NaN/)
    }
  })
})
