// Risks that people raise by hand: by whom, about whom, who is told at which level, and how they are rated again and closed.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Person } from '../../src/core/person.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { GRADES, type RiskEvidence } from '../../src/warnings/domain/signals/raised-by-hand.ts'
import { riskOf } from '../../src/warnings/domain/warning.ts'
import type { WarningView } from '../../src/warnings/domain/warning-view.ts'
import { changeRule } from '../../src/warnings/flows/change-rules.ts'
import { raiseView, rateView, solveView } from '../../src/warnings/slack/risk-forms.ts'
import { matrixMessage } from '../../src/warnings/slack/risk-matrix.ts'
import { day } from '../checkins/standup/team.ts'
import { buttonsOf, initialOf, labelsOf, typist, wordsIn } from '../numbers/typist.ts'
import { testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { sampleWarning } from './sample-warning.ts'
import { warningTeam } from './warning-team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

const LEAVES = {
  ...{ 'What might happen': 'May not renew in May', Customer: 'Hengxin' },
  ...{ 'How likely it is': '2', 'What it would cost': '2' },
}
const LIKELY = { 'How likely it is': '4', 'What it would cost': '4' }

/** Monday 2 March, nine in Berlin. */
async function atWork() {
  const team = await warningTeam(database.db, { signals: ['raised-by-hand'], now: '2026-03-02T08:00:00Z' })
  const [boss, deputy, director] = team.leads as [Person, Person, Person]
  const { teamId } = team
  const raises = async (who: Person, typed: Record<string, string>) => {
    const typing = typist(team.context, who)
    await typing.command('risk')
    return { typing, result: await typing.submit({ ...LEAVES, ...typed }) }
  }
  const asks = async (who: Person) => {
    const typing = typist(team.context, who)
    return { typing, text: await typing.command('risks') }
  }
  const [ben, eva] = [team.person('ben'), team.person('eva')]
  const about = { me: { 'What it is about': `me ${teamId}` }, team: { 'What it is about': `team ${teamId}` } }
  return { team, boss, deputy, director, ben, eva, raises, asks, about }
}

test('a rep raises a small risk of their own: nobody else is written to, and the manager finds it in the list', async () => {
  const { team, ben, boss, eva, raises, asks, about } = await atWork()
  const { typing } = await raises(ben, about.me)
  expect(wordsIn(typing.views.at(-1)!)).toContain('On the list as “Early sign”')
  expect(await team.deliver()).toEqual(['U-ben warning'])
  const own = await asks(ben)
  expect(own.text).toContain('*Early sign: Hengxin: May not renew in May*')
  expect(own.text).toContain('Possible (20–40%). Noticeable (5–10% of revenue). Raised by <@U-ben>.')
  expect(buttonsOf(own.typing)).toEqual([
    'I’m on it',
    'Solved',
    'Rate again',
    'Details',
    'Raise a risk',
    'Risk matrix',
  ])
  expect((await asks(boss)).text).toContain('*Early sign: ben, Hengxin: May not renew in May*')
  expect((await asks(eva)).text).toBe('No open warnings.')
})

test('a heavy one is with the manager at once, and with the director if the manager leaves it', async () => {
  const { team, ben, raises, about } = await atWork()
  const { typing } = await raises(ben, { ...about.me, ...LIKELY })
  expect(wordsIn(typing.views.at(-1)!)).toContain(
    'On the list as “Urgent”. Told now, or when their working hours begin: <@U-boss>.',
  )
  expect(await team.deliver()).toEqual(['U-ben warning', 'U-boss warning'])
  await team.tickAt('2026-03-02T10:00:00Z')
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-boss edit', 'U-director warning'])
  expect(await team.events()).toEqual(['opened', 'escalated'])
})

test('about the team it is for whoever raised it and whoever leads, and not for colleagues', async () => {
  const { team, ben, eva, boss, director, raises, asks, about } = await atWork()
  await raises(ben, { ...about.team, 'How likely it is': '3', 'What it would cost': '3' })
  expect(await team.deliver()).toEqual(['U-ben warning', 'U-boss warning'])
  expect((await asks(ben)).text).toContain('*Your open warnings* · 1')
  for (const who of [boss, director]) expect((await asks(who)).text).toContain('Warning: North, Hengxin')
  expect((await asks(eva)).text).toBe('No open warnings.')
})

test('whoever leads raises one about a person of theirs, who reads it too; nobody else’s', async () => {
  const { team, boss, director, ben, eva, raises } = await atWork()
  const { typing } = await raises(director, { 'Who it is about': 'U-ben', ...LIKELY })
  expect(wordsIn(typing.views.at(-1)!)).toContain('Told now, or when their working hours begin: <@U-ben>')
  expect(await team.deliver()).toEqual(['U-ben warning', 'U-boss warning'])
  const stranger = testPerson(team.workspaceId, 'U-stranger')
  await savePeople(database.db, [stranger], team.context.clock.now())
  const refused = await raises(boss, { 'Who it is about': 'U-stranger' })
  expect(wordsIn(refused.typing.views.at(-1)!)).toContain('in none of the teams that you lead')
  // A forged form of a rep.
  const forged = typist(team.context, ben)
  await forged.command('risk')
  const [form] = forged.views
  const submit = BOT.handlers.submits[form!.callback_id!]!
  const chosen = (value: string) => ({ field: { type: 'static_select', selected_option: { value } } })
  const state = {
    text: { field: { type: 'plain_text_input', value: 'Not mine' } },
    ...{ probability: chosen('5'), impact: chosen('5') },
    person: { field: { type: 'users_select', selected_user: eva.userId } },
  }
  const of = { who: ben, now: team.context.clock.now(), t: BOT.translator('en'), triggerId: '', viewId: 'V1' }
  const metadata = JSON.stringify({ risk: crypto.randomUUID(), team: team.teamId })
  const result = await submit({ ...of, open: async () => {}, metadata, state }, team.context)
  expect(JSON.stringify(result)).toContain('in none of the teams that you lead')
  expect(await team.open()).toHaveLength(1)
})

test('sent twice it is one risk, and two about the same person are two', async () => {
  const { team, ben, raises, about } = await atWork()
  const { typing } = await raises(ben, about.me)
  typing.back()
  await typing.submit({ ...LEAVES, ...about.me })
  expect(await team.open()).toHaveLength(1)
  await raises(ben, { ...about.me, 'What might happen': 'Offer is too late' })
  expect(await team.open()).toHaveLength(2)
})

test('rated higher it goes to the manager, rated lower it is quiet; who did it stands in the details', async () => {
  const { team, ben, boss, asks, raises, about } = await atWork()
  await raises(ben, about.me)
  await team.deliver()
  const { typing } = await asks(ben)
  await typing.press('Rate again')
  expect(initialOf(typing.views.at(-1)!, 'How likely it is')).toBe('2')
  expect(await typing.submit(LIKELY)).toMatchObject({ kind: 'close' })
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-ben raised', 'U-boss warning'])
  const led = await asks(boss)
  await led.typing.press('Rate again')
  await led.typing.submit({ 'How likely it is': '1', 'What it would cost': '4' })
  expect(await team.open()).toMatchObject([{ episode: { level: 'blue', nextAt: null } }])
  expect(riskOf((await team.open())[0]!)).toMatchObject({ score: 4, raisedBy: 'U-ben', ratedBy: 'U-boss' })
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-boss edit'])
  // The manager has rated it since: it is not for the rep to rate it again.
  expect(buttonsOf((await asks(ben)).typing)).not.toContain('Rate again')
  await team.tickAt('2026-03-02T10:30:00Z')
  expect(await team.deliver()).toEqual([])
  const details = await asks(boss)
  await details.typing.press('Details')
  const words = wordsIn(details.typing.views.at(-1)!)
  for (const said of [
    'opened as “Early sign” by <@U-ben>',
    'up to “Urgent” by <@U-ben>',
    'by <@U-boss>',
    '> May not',
  ])
    expect(words).toContain(said)
})

test('rated again at the same level it says so to nobody, and shows the new rating', async () => {
  const { team, ben, asks, raises, about } = await atWork()
  await raises(ben, about.me)
  await team.deliver()
  const { typing } = await asks(ben)
  await typing.press('Rate again')
  await typing.submit({ 'How likely it is': '1', 'What it would cost': '1' })
  expect(await team.deliver()).toEqual(['U-ben edit'])
  expect((await asks(ben)).text).toContain('Unlikely (up to 20%). Little (up to 5% of revenue).')
  expect(await team.events()).toEqual(['opened', 'rated'])
})

test('it stays over the end of the month and somebody’s leave, until it is solved; everyone who knew is told once', async () => {
  const { team, ben, asks, raises, about } = await atWork()
  await raises(ben, { ...about.me, ...LIKELY })
  await team.deliver()
  await team.replan('2026-04-01')
  await team.mornings('2026-04-01', '2026-04-02')
  expect(await team.open()).toHaveLength(1)
  await team.deliver()
  const { typing } = await asks(ben)
  await typing.press('Solved')
  expect(await typing.submit({ 'How it was solved': '' })).toMatchObject({ kind: 'errors' })
  await typing.submit({ 'How it was solved': 'Signed for two years' })
  expect(await team.open()).toEqual([])
  expect((await team.deliver()).filter((told) => told.endsWith('resolved'))).toEqual([
    ...['U-boss resolved', 'U-director resolved'],
  ])
})

test('a team that no longer takes risks down closes those that there are: no step follows, and everyone who knew is told once', async () => {
  const { team, boss, ben, raises, about } = await atWork()
  await raises(ben, { ...about.me, ...LIKELY })
  await team.deliver()
  const off = {
    sign: '>=',
    levels: { blue: '1', yellow: '7', red: '15' },
    clearBy: '',
    leastDays: '',
  } as const
  const key = { teamId: team.teamId, key: 'raised-by-hand' }
  const draft = { ...off, mornings: '1', muted: '', active: false }
  expect(await changeRule(team.context, boss, key, draft)).toMatchObject({ ok: true })
  expect(await team.open()).toEqual([])
  const both = ['U-ben', 'U-boss']
  expect(await team.deliver()).toEqual(both.flatMap((who) => [`${who} edit`, `${who} resolved`]))
  await team.tickAt('2026-03-02T10:00:00Z')
  expect(await team.deliver()).toEqual([])
  expect(await team.events()).toEqual(['opened', 'rule-off'])
})

test('no risk is for whoever leads, with a reason; a press afterwards changes nothing', async () => {
  const { team, ben, boss, asks, raises, about } = await atWork()
  await raises(ben, { ...about.me, ...LIKELY })
  await team.deliver()
  const late = await asks(ben)
  const { typing } = await asks(boss)
  await typing.press('Not a risk')
  expect(wordsIn(typing.views.at(-1)!)).not.toContain('this month')
  await typing.submit({ 'Why it is no risk': 'They have signed' })
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-ben resolved', 'U-boss edit'])
  expect(await late.typing.press('Solved')).toContain('Already closed by <@U-boss>')
})

test('while the manager is away the delegate gets it and answers, and no longer once the manager is back', async () => {
  const { team, deputy, ben, asks, raises, about } = await atWork()
  await team.setDelegate('U-deputy')
  for (const date of ['2026-03-02', '2026-03-03']) await team.leave('U-boss', date)
  await raises(ben, { ...about.team, ...LIKELY })
  expect(await team.deliver()).toEqual(['U-ben warning', 'U-deputy warning'])
  const acting = await asks(deputy)
  expect(buttonsOf(acting.typing)).toContain('I’m on it')
  await acting.typing.press('I’m on it')
  const taken = { 'What will be done': 'Visit Hengxin', 'Looked at again on': '2026-03-05' }
  expect(await acting.typing.submit(taken)).toMatchObject({ kind: 'close' })
  team.context.moveTo('2026-03-04T08:00:00Z')
  await acting.typing.click('warnings.no-risk', (await team.open())[0]!.episodeId)
  expect(acting.typing.replies.at(-1)!.text).toBe('This is for whoever leads the team.')
})

test('the matrix has each risk in its square, for whoever may see it', async () => {
  const { team, ben, eva, boss, raises, about } = await atWork()
  await raises(ben, { ...about.me, ...LIKELY })
  team.context.moveTo('2026-03-02T08:01:00Z')
  await raises(ben, { ...about.me, ...LIKELY, Customer: 'Acme <b>' })
  team.context.moveTo('2026-03-02T08:02:00Z')
  await raises(eva, { ...about.me, ...LIKELY, Customer: '' })
  const rowsFor = async (who: Person, typed: string) => {
    const typing = typist(team.context, who)
    await typing.command(typed)
    const table = typing.replies.at(-1)!.blocks.find(({ type }) => type === 'table')
    return (table as { rows: { text: string }[][] } | undefined)?.rows.map((row) =>
      row.map(({ text }) => text),
    )
  }
  for (const typed of ['risks matrix', 'risk matrix', '风险矩阵', '風險矩陣', '风险 矩阵']) {
    const rows = await rowsFor(boss, typed)
    expect(rows![2]).toEqual(['4 (60–80%)', '·', '·', '·', '🔴 Hengxin\n🔴 Acme <b>\n+1', '·'])
  }
  expect((await rowsFor(eva, 'risks matrix'))![2]).toEqual(['4 (60–80%)', '·', '·', '·', '🔴 eva', '·'])
  const { typing } = await raises(boss, {})
  await typing.command('risks')
  expect(await typing.press('Risk matrix')).toContain('🔴 Acme &lt;b&gt;: likelihood 4, cost 4')
})

test('a date that is over is refused at its field, and without a rating nothing is saved', async () => {
  const { team, ben, raises, about } = await atWork()
  expect((await raises(ben, { ...about.me, 'By when': '2026-03-01' })).result).toMatchObject({
    errors: { expected: expect.stringContaining('over') },
  })
  const bare = typist(team.context, ben)
  await bare.command('risk Hengxin may leave')
  expect(initialOf(bare.views.at(-1)!, 'What might happen')).toBe('Hengxin may leave')
  expect(await bare.submit({})).toMatchObject({
    errors: { about: expect.any(String), probability: expect.any(String), impact: expect.any(String) },
  })
  expect(await team.open()).toEqual([])
})

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)
  const evil = '<!channel> *b* & '.repeat(40)
  test.each([0, 1, 200])('the matrix of %i stays within Slack’s limits', (count) => {
    const views = Array.from({ length: count }, (_, index): WarningView => {
      const grades = { probability: GRADES[index % 5]!, impact: GRADES[index % 3]! }
      const risk: RiskEvidence = {
        ...{ ...grades, score: grades.probability * grades.impact, text: evil, customer: evil },
        ...{ expectedOn: null, raisedBy: 'U-ben', ratedBy: 'U-ben' },
      }
      const of = { workspaceId: 'T1', teamId: crypto.randomUUID(), memberId: null, metricKey: '' }
      return {
        warning: sampleWarning({ ...of, signal: 'raised-by-hand', evidence: risk }),
        team: { teamName: evil, channelId: 'C1', managerUserId: 'U-boss' },
        ...{ zone: 'UTC', metric: null, repUserId: 'U-ben', name: evil, own: false, target: null },
        can: { takeOn: true, close: true },
      }
    })
    const message = matrixMessage(views, t)
    expect(checkMessage({ ...message })).toEqual([])
    expect(message.text).not.toContain('<!channel>')
  })

  const team = (leads: boolean) => ({ teamId: crypto.randomUUID(), name: evil, leads })
  test('the forms stay within Slack’s limits, for a rep, a manager and a director of many teams', () => {
    const many = Array.from({ length: 120 }, () => team(true))
    for (const teams of [[team(false)], [team(false), team(false)], [team(true)], many]) {
      const view = raiseView({ riskId: crypto.randomUUID(), teams, text: evil.slice(0, 300), home: false }, t)
      expect(checkView({ ...view })).toEqual([])
      expect(labelsOf(view)).toHaveLength(teams.length === 120 ? 7 : 6)
    }
    const risk: RiskEvidence = {
      ...{ probability: 5, impact: 5, score: 25, text: evil, customer: evil, expectedOn: day('2026-03-09') },
      ...{ raisedBy: 'U-ben', ratedBy: 'U-ben' },
    }
    const warning = sampleWarning({
      ...{ workspaceId: 'T1', teamId: crypto.randomUUID(), memberId: null, metricKey: '' },
      ...{ signal: 'raised-by-hand', evidence: risk },
    })
    const first = day('2026-03-09')
    const days = { first, last: day('2026-03-10'), suggested: first }
    const can = { ok: true, warning, zone: 'UTC', startsAt: '09:00', today: day('2026-03-06'), days } as const
    for (const form of [rateView, solveView]) {
      const view = form(can, false, t)
      expect(checkView({ ...view })).toEqual([])
      expect(JSON.stringify(view)).not.toContain('<!channel>')
    }
  })
})
