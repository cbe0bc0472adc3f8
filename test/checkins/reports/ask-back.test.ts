// A question back about a report on real Postgres: it opens again for one member until a named time, and counts as before.

import { describe, expect, test } from 'vitest'
import { checkView } from '../../../sandbox/checker/view.ts'
import { BOT } from '../../../src/app/features.ts'
import { commentOn, markRead } from '../../../src/checkins/flows/review-answers.ts'
import { reports } from '../../../src/checkins/reports/feature.ts'
import { REPORT } from '../../../src/checkins/reports/slack/ids.ts'
import { dayTotals } from '../../../src/numbers/db/totals.ts'
import { readReports } from '../../../src/overview/flows/read-reports.ts'
import { askBackView } from '../../../src/overview/slack/reports-view.ts'
import { typed } from '../../slack/untouched.ts'
import { testPerson } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import { at } from '../standup/at.ts'
import { day } from '../standup/team.ts'
import { closedWeekOf, FRIDAY } from './closed-week.ts'

const database = usesDatabase()

const words = JSON.stringify
const closedWeek = () => closedWeekOf(database.db)

describe('asked back about a closed week', () => {
  test('the member is asked, finds the question on top, and answers it; nothing counts anew', async () => {
    const team = await closedWeek()
    expect(await team.ask('What about <!here> Acme?')).toEqual({ ok: true })
    expect(words(await team.question('ben'))).toMatch(/asks about your weekly report .*Answer/)
    expect((await team.question('ben'))?.text).toContain('until Mon, Mar 9, 6:00 PM')
    await team.markDelivered()
    const ben = await team.open('ben')
    expect(checkView(ben.view)).toEqual([])
    const drawn = JSON.stringify(ben.view.blocks)
    expect(drawn).toContain('&lt;!here&gt; Acme')
    expect(drawn.indexOf('Acme?')).toBeLessThan(drawn.indexOf('Two deals'))
    expect(drawn).not.toContain('number::')
    const state = typed(ben.view, {
      reply: 'Signs on Tuesday',
      'section:plan': 'Acme',
    })
    const forged = { ...state, 'number::calls': { field: { type: 'plain_text_input', value: '99' } } }
    expect(await ben.submit(forged as never, ben.metadata, 'V2')).toEqual({ kind: 'close' })
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
  test('a question that is edited stays until the same day, also where the member’s evening is the team’s next morning', async () => {
    const team = await closedWeekOf(database.db, { ben: 'Europe/Berlin', eva: 'America/Los_Angeles' })
    expect(await team.ask('Why?', 'eva')).toMatchObject({ ok: true })
    const read = await readReports(team.context, team.boss, {
      ...{ teamId: team.teamId, name: 'weekly', date: day(FRIDAY) },
    })
    const eva = read!.missing.find(({ name }) => name === 'eva')!
    const view = askBackView(read!, { revision: 0, ...eva }, BOT.translator('en'))
    expect(JSON.stringify(view)).toContain('"initial_date":"2026-03-09"')
  })

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
