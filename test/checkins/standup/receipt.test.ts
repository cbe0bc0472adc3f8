// The receipt: one short message that says what was handed in, what was done, and who was asked to help.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BOT } from '../../../src/app/features.ts'
import { renderStandupCard } from '../../../src/checkins/standup/slack/standup-card.ts'
import { LOCALES } from '../../../src/core/i18n/locale.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { card, RECEIPT } from './standup-cases.ts'
import { standupTeam } from './team.ts'

const textOf = (receipt: typeof RECEIPT, locale: (typeof LOCALES)[number] = 'en') =>
  renderStandupCard(card({ phase: 'receipt', receipt }), BOT.translator(locale)).text

describe('read aloud', () => {
  const SAID: Record<(typeof LOCALES)[number], string[]> = {
    en: [
      '*Done:* Offer to Bolt; Fair in Bonn',
      '*Plan:*',
      '• Call Acme',
      ':construction: No budget · you asked <@UEVA> for help',
    ],
    'zh-CN': [
      '*完成：* Offer to Bolt；Fair in Bonn',
      '*计划：*',
      '• Call Acme',
      ':construction: No budget · 已请 <@UEVA> 支持',
    ],
    'zh-TW': [
      '*完成：* Offer to Bolt；Fair in Bonn',
      '*計畫：*',
      '• Call Acme',
      ':construction: No budget · 已請 <@UEVA> 協助',
    ],
  }
  test.each(LOCALES)('in %s: numbers, what was done, the plan, the blocker and who was asked', (locale) => {
    const lines = textOf({ ...RECEIPT, done: ['Offer to Bolt', 'Fair in Bonn'] }, locale).split('\n')
    const start = lines.indexOf(SAID[locale][0]!)
    expect(lines.slice(start, start + 4)).toEqual(SAID[locale])
    expect(lines.slice(0, start).join('\n')).toMatch(/\*12/)
  })

  test('the blocker says who helps, and then that it is solved; without a helper it stands alone', () => {
    const blocker = (state: 'open' | 'helped' | 'closed', helperUserId: string | null) =>
      textOf({ ...RECEIPT, blockers: [{ text: 'No budget', helperUserId, state }] }).split('\n')
    expect(blocker('helped', 'UEVA')).toContain(':construction: No budget · <@UEVA> is helping')
    expect(blocker('closed', 'UEVA')).toContain(':construction: No budget · solved')
    expect(blocker('open', null)).toContain(':construction: No budget')
  })

  test('is no wall of text: of twenty lines it names five that are done and ten of the plan', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`)
    const text = textOf({ ...RECEIPT, done: lines, plan: lines })
    expect(text).toContain('line 4; and 15 more')
    expect(text).toContain('• line 9\nand 10 more')
    expect(text.split('\n').length).toBeLessThan(20)
  })

  test.each([
    ['en', 'Before that 7 working days in a row: a late answer does not count'],
    ['zh-CN', '此前连续 7 个工作日按时提交；补交不计入'],
    ['zh-TW', '先前連續 7 個工作日準時回報；補交不計入'],
  ] as const)('in %s a late answer says that the streak ended, if there was one', (locale, said) => {
    const late = { ...RECEIPT, late: true, streakDays: 0 }
    expect(textOf({ ...late, streakEnded: 7 }, locale)).toContain(said)
    expect(textOf({ ...late, streakEnded: 0 }, locale)).not.toContain(said.slice(0, 6))
  })

  test('what was not handed in is not mentioned', () => {
    const text = textOf({ ...RECEIPT, done: [], plan: [], blockers: [] })
    expect(text).not.toMatch(/Done|Plan|construction/)
  })
})

describe('what it shows', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())

  test('after a late answer: how long the streak was that it ended', async () => {
    const team = await standupTeam(database.db, {
      zones: { ben: 'Europe/Berlin' },
      now: '2026-03-03T08:30:00Z',
    })
    const ben = team.person('ben')
    const hands = (date: string) => team.submit(ben, date, { plan: [date] }, { viewId: `V${date}` })
    const receipt = async (date: string) =>
      (await team.facts(`standup:${team.memberId('ben')}:${date}`))?.receipt
    await hands('2026-03-03')
    team.context.moveTo('2026-03-04T08:30:00Z')
    await hands('2026-03-04')
    expect(await receipt('2026-03-04')).toMatchObject({ streakDays: 2, streakEnded: 0 })
    team.context.moveTo('2026-03-05T16:30:00Z')
    await hands('2026-03-05')
    expect(await receipt('2026-03-05')).toMatchObject({ late: true, streakDays: 0, streakEnded: 2 })
    team.context.moveTo('2026-03-06T16:30:00Z')
    await hands('2026-03-06')
    expect(await receipt('2026-03-06')).toMatchObject({ late: true, streakEnded: 0 })
  })

  test('lines done today, the note, and the blockers raised today, not those of before', async () => {
    const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }
    const team = await standupTeam(database.db, { zones, now: '2026-03-03T08:30:00Z' })
    const ben = team.person('ben')
    await team.submit(ben, '2026-03-03', { plan: ['Call Acme', 'Visit Bolt'], newBlockers: ['CRM is down'] })
    team.context.moveTo('2026-03-04T08:30:00Z')
    const { workspaceId, teamId } = team
    const rows = await database.db.execute<{ item_id: string }>(
      `select item_id from plan_items where workspace_id = '${workspaceId}' and team_id = '${teamId}' and text = 'Call Acme'`,
    )
    await team.submit(
      ben,
      '2026-03-04',
      {
        ...{ doneItemIds: [rows[0]!.item_id], doneNote: 'Fair in Bonn' },
        ...{ newBlockers: ['No budget'], helperUserId: 'U-eva' },
      },
      { viewId: 'V2' },
    )
    expect(await team.facts(`standup:${team.memberId('ben')}:2026-03-04`)).toMatchObject({
      receipt: {
        done: ['Call Acme', 'Fair in Bonn'],
        plan: ['Visit Bolt'],
        blockers: [{ text: 'No budget', helperUserId: 'U-eva', state: 'open' }],
      },
    })
  })
})
