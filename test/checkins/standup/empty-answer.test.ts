// An empty standup is not an answer: the form stays with a sentence at a field, and nothing that was there is lost.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { questionsOpen, saysNothing } from '../../../src/checkins/standup/domain/empty-answer.ts'
import type { StandupAnswer } from '../../../src/checkins/standup/domain/standup.ts'
import type { StandupFacts } from '../../../src/checkins/standup/domain/standup-facts.ts'
import { STANDUP } from '../../../src/checkins/standup/slack/ids.ts'
import { LOCALES } from '../../../src/core/i18n/locale.ts'
import type { TeamSettings } from '../../../src/org/domain/team.ts'
import { typed, untouched } from '../../slack/untouched.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { testSettings } from '../../support/settings.ts'
import { at } from './at.ts'
import { HUNTER } from './standup-cases.ts'
import { EMPTY_ANSWER, standupTeam } from './team.ts'

const TUESDAY = '2026-03-03'
const MORNING = `${TUESDAY}T08:30:00Z`
const NEXT_MORNING = '2026-03-04T08:30:00Z'

describe('what counts as an answer', () => {
  const line = { itemId: 'carried', text: 'Call Acme' }
  const facts = (settings: Partial<TeamSettings> = {}) =>
    ({
      settings: testSettings(settings),
      metrics: HUNTER,
      plan: { before: [line], planned: [] },
      blockers: [{ blockerId: 'stuck' }],
      reportedDays: [],
      todo: { items: [{ actionId: 'mine', text: 'Send the contract' }], count: 1 },
    }) as unknown as StandupFacts

  test.each<[string, Partial<StandupAnswer>]>([
    ['a number, 0 too', { numbers: { calls: 0 } }],
    ['a line of the plan', { plan: ['Visit Bolt'] }],
    ['a line that is done', { doneItemIds: ['carried'] }],
    ['a line that is no longer needed', { droppedItemIds: ['carried'] }],
    ['a note', { doneNote: 'Fair in Bonn' }],
    ['a blocker', { newBlockers: ['No budget'] }],
    ['a blocker that is solved', { closedBlockerIds: ['stuck'] }],
    ['an item of the list that is done', { doneActionIds: ['mine'] }],
  ])('%s', (_what, answer) => {
    expect(saysNothing({ ...EMPTY_ANSWER, ...answer }, facts())).toBe(false)
  })

  test.each<[string, Partial<StandupAnswer>]>([
    ['an untouched form, whose lines are carried over', {}],
    ['ids of nobody', { doneItemIds: ['forged'], closedBlockerIds: ['forged'], doneActionIds: ['forged'] }],
    ['a blocker that only stands again', { reopenedBlockerIds: ['stuck'] }],
    ['a helper without a blocker', { helperUserId: 'U-eva' }],
  ])('not %s', (_what, answer) => {
    expect(saysNothing({ ...EMPTY_ANSWER, ...answer }, facts())).toBe(true)
  })

  test('a line ticked as done where the team does not ask what was done is no answer', () => {
    const questions = { standup: [{ key: 'done', on: false }] }
    expect(saysNothing({ ...EMPTY_ANSWER, doneItemIds: ['carried'] }, facts({ questions }))).toBe(true)
    expect(questionsOpen(facts({ questions }))).not.toContain('done')
  })
})

describe('in the form', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())
  const newTeam = (settings?: Partial<TeamSettings>) =>
    standupTeam(database.db, { zones: { ben: 'Europe/Berlin' }, now: MORNING, ...(settings && { settings }) })
  type Team = Awaited<ReturnType<typeof newTeam>>

  async function opened(team: Team, locale = 'en' as (typeof LOCALES)[number], date = TUESDAY) {
    const ben = at(team.context, { ...team.person('ben'), locale })
    await ben.click(STANDUP.open, JSON.stringify({ team: team.teamId, date }))
    const view = ben.seen.views.at(-1)!
    return { ...ben, view, metadata: view.private_metadata! }
  }
  const card = (team: Team, date = TUESDAY) => team.facts(`standup:${team.memberId('ben')}:${date}`)
  const summary = (team: Team, date = TUESDAY) => team.facts(`summary:${team.teamId}:${date}`)

  test.each(LOCALES)(
    'the plan says in %s what is missing, also for spaces, and nothing is saved',
    async (locale) => {
      const team = await newTeam()
      const ben = await opened(team, locale)
      const said = {
        en: 'Nothing is filled in yet. One of these is enough: a number, a line of your plan, what stands in your way, something you got done.',
        'zh-CN': '还没有填写内容，填一项即可：数据、今天的计划、遇到的困难、完成的事。',
        'zh-TW': '還沒有填寫內容，填一項就可以：數字、今天的計畫、遇到的問題、完成的事。',
      }[locale]
      const refused = { kind: 'errors', errors: { plan: said } }
      expect(await ben.submit(untouched(ben.view), ben.metadata)).toEqual(refused)
      const spaces = typed(ben.view, { 'number::calls': ' ', plan: ' \n\t', blocker: '　', note: '\n' })
      expect(await ben.submit(spaces, ben.metadata)).toEqual(refused)
      expect(await card(team)).toBeNull()
      expect(await ben.submit(typed(ben.view, { 'number::calls': '0' }), ben.metadata)).toEqual({
        kind: 'close',
      })
    },
  )

  test.each<[string, string[], string]>([
    ['numbers', ['numbers', 'note'], 'number::calls'],
    ['blockers', ['blockers', 'note'], 'blocker'],
    ['a note', ['note'], 'note'],
    ['nothing', [], 'plan'],
  ])('a team that asks for %s is told so at a field that it has', async (_what, on, field) => {
    const keys = ['numbers', 'done', 'plan', 'blockers', 'note']
    const questions = { standup: keys.map((key) => ({ key, on: on.includes(key) })) }
    const ben = await opened(await newTeam({ questions }))
    const result = await ben.submit(untouched(ben.view), ben.metadata)
    expect(result).toEqual({ kind: 'errors', errors: { [field]: expect.stringContaining('One of these') } })
    const text = result.kind === 'errors' ? result.errors[field]! : ''
    expect(text.includes('a number')).toBe(on.includes('numbers'))
    expect(text.includes('your plan')).toBe(on.length === 0)
    expect(ben.view.blocks.some(({ block_id }) => block_id === field)).toBe(true)
  })

  test('lines that are only carried over are no answer; one that is ticked is', async () => {
    const team = await newTeam()
    await team.submit(team.person('ben'), TUESDAY, { plan: ['Call Acme'] })
    team.context.moveTo(NEXT_MORNING)
    const ben = await opened(team, 'en', '2026-03-04')
    expect(await ben.submit(untouched(ben.view), ben.metadata)).toMatchObject({ kind: 'errors' })
    expect(await card(team, '2026-03-04')).toBeNull()
    const boxes = ben.view.blocks.find(({ block_id }) => block_id === 'done:1') as {
      element?: { options: { value: string }[] }
    }
    const ticked = typed(ben.view, { 'done:1': [boxes.element!.options[0]!.value] })
    expect(await ben.submit(ticked, ben.metadata)).toEqual({ kind: 'close' })
    expect(await summary(team, '2026-03-04')).toMatchObject({ answers: [{ done: ['Call Acme'], plan: [] }] })
  })

  test('numbers that were logged before stand in the form and are an answer', async () => {
    const team = await newTeam()
    await team.submit(team.person('ben'), TUESDAY, { numbers: { calls: 42 } })
    const ben = await opened(team)
    expect(await ben.submit(untouched(ben.view), ben.metadata)).toEqual({ kind: 'close' })
  })

  test('an edit that empties an answer is refused, and the answer stays with its streak', async () => {
    const team = await newTeam()
    await team.submit(team.person('ben'), '2026-03-03', { plan: ['Call Acme'] })
    team.context.moveTo(NEXT_MORNING)
    await team.submit(team.person('ben'), '2026-03-04', { doneNote: 'Fair in Bonn' }, { viewId: 'V2' })
    const ben = await opened(team, 'en', '2026-03-04')
    const emptied = typed(ben.view, { note: '' })
    expect(await ben.submit(emptied, ben.metadata, 'V3')).toMatchObject({ kind: 'errors' })
    expect(await card(team, '2026-03-04')).toMatchObject({ receipt: { streakDays: 2 } })
    expect(await summary(team, '2026-03-04')).toMatchObject({ answers: [{ done: ['Fair in Bonn'] }] })
  })

  test('the evening before, and after the close, an empty one is refused as well', async () => {
    const team = await newTeam()
    for (const now of ['2026-03-02T17:30:00Z', `${TUESDAY}T20:00:00Z`]) {
      team.context.moveTo(now)
      const ben = await opened(team)
      expect(await ben.submit(untouched(ben.view), ben.metadata)).toMatchObject({ kind: 'errors' })
    }
    expect(await card(team)).toBeNull()
  })
})
