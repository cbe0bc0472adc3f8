// A question back about a report on real Postgres: it opens again for one member until a named time, and counts as before.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkView } from '../../../sandbox/checker/view.ts'
import { BOT } from '../../../src/app/features.ts'
import { commentOn, markRead } from '../../../src/checkins/flows/review-answers.ts'
import { reports } from '../../../src/checkins/reports/feature.ts'
import { askBack } from '../../../src/checkins/reports/flows/ask-back.ts'
import { reportCheckin } from '../../../src/checkins/reports/flows/report-checkin.ts'
import { REPORT } from '../../../src/checkins/reports/slack/ids.ts'
import { dayTotals } from '../../../src/numbers/db/totals.ts'
import { savePeople } from '../../../src/org/db/people.ts'
import { DEFAULT_REPORT } from '../../../src/org/domain/team.ts'
import { typed } from '../../slack/untouched.ts'
import { testPerson } from '../../support/context.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { at } from '../standup/at.ts'
import { day, standupTeam } from '../standup/team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const FRIDAY = '2026-03-06'
const MONDAY = day('2026-03-09')

/** Saturday: Ben reported 42 calls on Friday, Eva nothing. */
async function closedWeek() {
  const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }
  const settings = { reports: { weekly: DEFAULT_REPORT } }
  const team = await standupTeam(database.db, { zones, now: '2026-03-05T07:00:00Z', settings })
  const boss = testPerson(team.workspaceId, 'U-boss', { name: 'Boss' })
  await savePeople(database.db, [boss], team.context.clock.now())
  await team.replan('2026-03-05')
  const value = JSON.stringify({ team: team.teamId, checkin: 'weekly', date: FRIDAY })
  const open = async (name: string) => {
    const person = at(team.context, team.person(name), reports, REPORT.form)
    await person.click(REPORT.open, value)
    const view = person.seen.views.at(-1)!
    return { ...person, view, metadata: view.private_metadata ?? '' }
  }
  await team.tickAt(`${FRIDAY}T15:00:00Z`)
  const ben = await open('ben')
  const fields = { 'section:results': 'Two deals', 'number::calls': '42' }
  expect(await ben.submit(typed(ben.view, fields), ben.metadata)).toEqual({ kind: 'close' })
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  team.context.moveTo('2026-03-07T09:00:00Z')
  const asked = { teamId: team.teamId, name: 'weekly', date: day(FRIDAY), revision: 1, on: MONDAY }
  const shown = async (key: string) => {
    const [message, facts] = [await team.message(key), await team.facts(key)]
    return facts ? BOT.messages.get(message!.kind)!.render(facts as never, BOT.translator('en')) : null
  }
  return {
    ...{ ...team, boss, open, shown },
    of: { teamId: team.teamId, date: day(FRIDAY), checkin: reportCheckin('weekly') },
    ask: (question: string, name = 'ben', more: Partial<Parameters<typeof askBack>[2]> = {}, who = boss) =>
      askBack(team.context, who, { ...asked, memberId: team.memberId(name), question, ...more }),
    question: (name: string, version = 1) =>
      shown(`report-question:weekly:${team.memberId(name)}:${FRIDAY}:${version}`),
    card: (name: string) => team.facts(`report:weekly:${team.memberId(name)}:${FRIDAY}`),
  }
}
type Week = Awaited<ReturnType<typeof closedWeek>>
const words = (message: Awaited<ReturnType<Week['shown']>>) => JSON.stringify(message)

describe('asked back about a closed week', () => {
  test('the member is asked, finds the question on top, and answers it; nothing counts anew', async () => {
    const team = await closedWeek()
    expect(await team.ask('What about <!here> Acme?')).toEqual({ ok: true })
    expect(words(await team.question('ben'))).toMatch(/asks about your weekly report .*Answer/)
    expect((await team.question('ben'))?.text).toContain('until Mon, Mar 9, 6:00 PM')
    const ben = await team.open('ben')
    expect(checkView(ben.view)).toEqual([])
    const drawn = JSON.stringify(ben.view.blocks)
    expect(drawn).toContain('&lt;!here&gt; Acme')
    expect(drawn.indexOf('Acme?')).toBeLessThan(drawn.indexOf('Two deals'))
    expect(drawn).not.toContain('number::')
    const state = typed(ben.view, {
      reply: 'Signs on Tuesday',
      'section:plan': 'Acme',
      'number::calls': '99',
    })
    expect(await ben.submit(state, ben.metadata, 'V2')).toEqual({ kind: 'close' })
    expect(words(await team.question('ben'))).toContain('You have answered')
    expect(words(await team.question('ben'))).not.toContain('action_id')
    expect(await team.card('ben')).toMatchObject({ receipt: { late: false, sections: { plan: 'Acme' } } })
    const totals = await dayTotals(database.db, team.workspaceId, team.memberId('ben'), day(FRIDAY))
    expect(totals).toMatchObject({ calls: { value: 42 } })
  })

  test('it is first on the Home tab and behind `/kpi report` until it is answered', async () => {
    const team = await closedWeek()
    const ben = at(team.context, team.person('ben'), reports, REPORT.form)
    await ben.command()
    expect(ben.seen.views).toEqual([])
    await team.ask('Why?')
    await ben.command()
    expect(JSON.stringify(ben.seen.views.at(-1))).toContain('Why?')
  })

  test('a missed report is late then, and nobody else’s opens', async () => {
    const team = await closedWeek()
    await team.ask('Please send it', 'eva', { revision: 0 })
    const eva = await team.open('eva')
    expect(await eva.submit(typed(eva.view, { 'section:plan': 'Visits' }), eva.metadata)).toEqual({
      kind: 'close',
    })
    expect(await team.card('eva')).toMatchObject({ phase: 'receipt', receipt: { late: true } })
    expect(JSON.stringify((await team.open('ben')).view)).toContain('can no longer be changed')
  })

  test('when its time is over it is closed again, and the buttons are gone', async () => {
    const team = await closedWeek()
    await team.ask('Why?')
    await team.markDelivered()
    expect(words(await team.shown(`report:weekly:${team.memberId('ben')}:${FRIDAY}`))).toContain(
      'report.open',
    )
    await team.tickAt('2026-03-09T17:00:00Z')
    expect((await team.question('ben'))?.text).toContain('The time to answer this is over')
    for (const key of [`report:weekly:${team.memberId('ben')}:${FRIDAY}`]) {
      expect((await team.message(key))!.version).toBeGreaterThan((await team.message(key))!.deliveredVersion)
      expect(words(await team.shown(key))).not.toContain('action_id')
    }
    expect(JSON.stringify((await team.open('ben')).view)).toContain('can no longer be changed')
  })

  test('another question is heard anew and waits for its own answer; an empty one takes it back', async () => {
    const team = await closedWeek()
    await team.ask('Why?')
    expect(await team.ask('Why?')).toEqual({ ok: true })
    await team.markDelivered()
    await team.ask('How?')
    expect((await team.question('ben', 1))?.text).toContain('stands below now')
    expect((await team.question('ben', 2))?.text).toContain('How?')
    await team.markDelivered()
    await team.ask('')
    expect((await team.question('ben', 2))?.text).toContain('has taken back a question')
    expect(JSON.stringify((await team.open('ben')).view)).toContain('can no longer be changed')
    await team.ask('How, then?')
    expect((await team.question('ben', 3))?.text).toContain('How, then?')
  })

  test('is for whoever leads the team, about others, once the week is closed, with time to answer', async () => {
    const team = await closedWeek()
    for (const who of [team.person('eva'), { ...team.boss, isGuest: true }, testPerson('T-ELSE', 'U-boss')])
      expect(await team.ask('x', 'ben', {}, who)).toMatchObject({ reason: 'not-allowed' })
    expect(await team.ask('x', 'ben', { on: day(FRIDAY) })).toMatchObject({ reason: 'past' })
    expect(await team.ask('x', 'ben', { on: day('2026-05-06') })).toMatchObject({ reason: 'far' })
    expect(await team.ask('x', 'ben', { name: 'other' })).toMatchObject({ reason: 'no-report' })
    expect(await team.ask('x', 'ben', { date: day('2026-03-13') })).toMatchObject({ reason: 'no-report' })
  })
})

describe('read and written about', () => {
  test('the member sees that it was read, and a comment comes under the report’s name', async () => {
    const team = await closedWeek()
    const seen = { memberId: team.memberId('ben'), revision: 1 }
    await markRead(team.context, team.boss, team.of, [seen])
    expect(await team.card('ben')).toMatchObject({
      receipt: { read: { byUserId: 'U-boss', changed: false } },
    })
    await commentOn(team.context, team.boss, team.of, seen, 'Well done')
    const key = `report-comment:weekly:${team.memberId('ben')}:${FRIDAY}:U-boss:1`
    expect((await team.shown(key))?.text).toMatch(/<@U-boss> on your weekly report for .*\n> Well done/)
    await team.ask('Why?')
    const ben = await team.open('ben')
    await ben.submit(typed(ben.view, { reply: 'So' }), ben.metadata, 'V3')
    expect(await team.card('ben')).toMatchObject({ receipt: { read: { changed: true } } })
  })
})
