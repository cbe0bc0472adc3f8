// The weekly report from prompt to close on real Postgres: asked on Friday, filled in already, reminded, edited, late, missed, shown in the channel.
import { describe, expect, test } from 'vitest'
import { openActionsOf } from '../../../src/actions/db/action-items.ts'
import { changeAction } from '../../../src/actions/flows/change-action.ts'
import { createAction } from '../../../src/actions/flows/create-action.ts'
import { BOT } from '../../../src/app/features.ts'
import type { ReportSummaryFacts } from '../../../src/checkins/reports/domain/message-facts.ts'
import { reports } from '../../../src/checkins/reports/feature.ts'
import { REPORT } from '../../../src/checkins/reports/slack/ids.ts'
import { renderReportSummary } from '../../../src/checkins/reports/slack/report-summary.ts'
import { openStandup } from '../../../src/checkins/standup/flows/open-standup.ts'
import { dayTotals } from '../../../src/numbers/db/totals.ts'
import { savePeople } from '../../../src/org/db/people.ts'
import { DEFAULT_REPORT, type ReportSettings } from '../../../src/org/domain/team.ts'
import { leaveTeam } from '../../../src/org/flows/leave-team.ts'
import { planDueItems } from '../../../src/schedule/db/due.ts'
import { typed, untouched } from '../../slack/untouched.ts'
import { testPerson } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import { at } from '../standup/at.ts'
import { day, standupTeam } from '../standup/team.ts'

const database = usesDatabase()

const FRIDAY = '2026-03-06'
const en = BOT.translator('en')

async function newTeam(
  reportsOf: Record<string, ReportSettings> = { weekly: DEFAULT_REPORT },
  now = '2026-03-05T07:00:00Z',
) {
  const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }
  const team = await standupTeam(database.db, { zones, now, settings: { reports: reportsOf } })
  await team.replan('2026-03-05')
  const key = (what: string, name: string, date = FRIDAY, kind = 'weekly') =>
    `${what}:${kind}:${name === 'team' ? team.teamId : team.memberId(name)}:${date}`
  return {
    ...team,
    card: (name: string, date = FRIDAY, kind = 'weekly') => team.facts(key('report', name, date, kind)),
    reminder: (name: string) => team.facts(key('report-remind', name)),
    summary: async (date = FRIDAY, kind = 'weekly') =>
      (await team.facts(key('report-summary', 'team', date, kind))) as unknown as ReportSummaryFacts | null,
    /** Plans lines on Thursday, and says on Friday what became of them. */
    week: async (name: string) => {
      team.context.moveTo('2026-03-05T08:30:00Z')
      await team.submit(team.person(name), '2026-03-05', { plan: ['Offer for Acme', 'Visit Bolt'] })
      team.context.moveTo('2026-03-06T08:30:00Z')
      const lines = await team.facts(`standup:${team.memberId(name)}:2026-03-05`)
      expect(lines).toMatchObject({ receipt: { plan: ['Offer for Acme', 'Visit Bolt'] } })
      await team.submit(team.person(name), FRIDAY, {
        ...{ doneNote: 'Called Rheintal', plan: ['Fair in Ulm'], newBlockers: ['Price list is old'] },
      })
    },
    as: (name: string) => at(team.context, team.person(name), reports, REPORT.form),
    value: (date = FRIDAY, checkin = 'weekly') => JSON.stringify({ team: team.teamId, checkin, date }),
  }
}
type Team = Awaited<ReturnType<typeof newTeam>>

async function opened(team: Team, name: string, value = team.value()) {
  const person = team.as(name)
  await person.click(REPORT.open, value)
  const view = person.seen.views.at(-1)!
  return { ...person, view, metadata: view.private_metadata! }
}

describe('a Friday', () => {
  test('at four everybody is asked, with what is known of their week; two presses and it is in', async () => {
    const team = await newTeam()
    await team.week('ben')
    await team.tickAt('2026-03-06T14:59:00Z')
    expect(await team.card('ben')).toBeNull()
    await team.tickAt('2026-03-06T15:00:00Z')
    expect(await team.card('ben')).toMatchObject({
      phase: 'prompt',
      known: { done: ['Called Rheintal'], blockers: ['Price list is old'], saidDid: { done: 0, planned: 2 } },
    })
    const ben = await opened(team, 'ben')
    expect(await ben.submit(untouched(ben.view), ben.metadata)).toEqual({ kind: 'close' })
    expect(await team.card('ben')).toMatchObject({
      phase: 'receipt',
      receipt: {
        sections: {
          ...{ results: 'Called Rheintal', challenges: 'Price list is old' },
          plan: 'Offer for Acme\nVisit Bolt\nFair in Ulm',
        },
      },
    })
    expect(await team.summary()).toMatchObject({ expected: 2, closed: false, answers: [{ name: 'ben' }] })
  })

  test('items of the list that were done this week, those due next week and milestones are filled in', async () => {
    const team = await newTeam()
    const { workspaceId, teamId, context } = team
    const add = (text: string, dueOn: string, weight: number | null = null) =>
      context.db.transaction((tx) =>
        createAction(
          tx,
          context,
          {
            ...{ workspaceId, teamId, ownerUserId: 'U-ben', createdBy: 'U-ben', helperUserIds: [] },
            ...{ text, weight, dueOn: day(dueOn), origin: { kind: 'person', reference: null } },
          },
          '/kpi todo',
        ),
      )
    const contract = await add('Contract with Acme', FRIDAY, 3)
    for (const [text, dueOn] of [
      ['Pilot', '2026-03-12'],
      ['Roll-out', '2026-04-30'],
    ] as const)
      await add(text, dueOn, 1)
    await changeAction(context, team.person('ben'), contract.actionId, { close: 'done' }, '/kpi todo')
    await team.tickAt('2026-03-06T15:00:00Z')
    const milestones = { done: 1, total: 3, percent: 60 }
    expect(await team.card('ben')).toMatchObject({ known: { milestones } })
    await team.as('ben').click(REPORT.asItStands, team.value())
    expect(await team.card('ben')).toMatchObject({
      receipt: {
        sections: {
          ...{ results: 'Contract with Acme\nMilestones this quarter: 1 of 3, 60%', plan: 'Pilot' },
        },
      },
    })
  })

  test('“As it stands” submits the same with one press, and a second press changes nothing', async () => {
    const team = await newTeam()
    await team.week('ben')
    await team.tickAt('2026-03-06T15:00:00Z')
    const ben = team.as('ben')
    await ben.click(REPORT.asItStands, team.value())
    await ben.click(REPORT.asItStands, team.value())
    expect(ben.seen).toMatchObject({ views: [], said: [] })
    expect(await team.card('ben')).toMatchObject({ receipt: { sections: { results: 'Called Rheintal' } } })
    const eva = team.as('eva')
    await eva.click(REPORT.asItStands, team.value())
    expect(eva.seen.views).toHaveLength(1)
    expect(await team.card('eva')).toMatchObject({ phase: 'prompt' })
  })

  test('who is silent is reminded, then missed; late it is taken until midnight, and marked', async () => {
    const team = await newTeam()
    await team.tickAt('2026-03-06T15:00:00Z')
    const ben = await opened(team, 'ben')
    await ben.submit(typed(ben.view, { 'section:results': 'Two deals' }), ben.metadata)
    await team.tickAt('2026-03-06T16:30:00Z')
    expect(await team.reminder('ben')).toBeNull()
    expect(await team.reminder('eva')).toMatchObject({ phase: 'open' })
    const edit = await opened(team, 'ben')
    await edit.submit(typed(edit.view, { 'section:results': 'Three deals' }), edit.metadata, 'V2')
    await team.tickAt('2026-03-06T17:00:00Z')
    expect(await team.summary()).toMatchObject({
      ...{ closed: true, missing: ['eva'], answers: [{ sections: { results: 'Three deals' } }] },
    })
    await team.markDelivered()
    const closed = await edit.submit(typed(edit.view, { 'section:results': 'Four' }), edit.metadata, 'V3')
    expect(closed).toMatchObject({ kind: 'errors' })
    expect(await team.card('eva')).toMatchObject({ phase: 'missed' })
    const eva = await opened(team, 'eva')
    await eva.submit(typed(eva.view, { 'section:market': 'Bolt lowers prices' }), eva.metadata)
    expect(await team.summary()).toMatchObject({
      ...{ missing: [], revised: {}, answers: [{ late: false }, { late: true, name: 'eva' }] },
    })
    team.context.moveTo('2026-03-06T23:01:00Z')
    await eva.click(REPORT.open, team.value())
    expect(JSON.stringify(eva.seen.views.at(-1))).toContain('can no longer be changed')
  })

  test('it can be filed from eight in the morning, shows in the channel at four, and asks no more', async () => {
    const team = await newTeam()
    await team.tickAt('2026-03-06T06:59:00Z')
    const early = team.as('ben')
    await early.click(REPORT.open, team.value())
    expect(JSON.stringify(early.seen.views)).toContain('too early')
    team.context.moveTo('2026-03-06T07:30:00Z')
    const ben = await opened(team, 'ben')
    await ben.submit(typed(ben.view, { 'section:plan': 'Offers' }), ben.metadata)
    expect(await team.summary()).toBeNull()
    await team.tickAt('2026-03-06T15:00:00Z')
    expect(await team.summary()).toMatchObject({ answers: [{ name: 'ben' }], expected: 2 })
    await team.tickAt('2026-03-06T16:30:00Z')
    expect(await team.reminder('ben')).toBeNull()
  })

  test('who is away on Friday is asked on Thursday, and the channel has one summary of all', async () => {
    const team = await newTeam()
    await team.leave('U-eva', FRIDAY)
    await team.replan('2026-03-05')
    await team.tickAt('2026-03-05T15:00:00Z')
    expect(await team.card('ben')).toBeNull()
    const eva = await opened(team, 'eva')
    await eva.submit(typed(eva.view, { 'section:results': 'Two deals' }), eva.metadata)
    await team.tickAt('2026-03-05T17:00:00Z')
    expect(await team.summary()).toMatchObject({ closed: false, answers: [{ name: 'eva' }], expected: 2 })
    await team.tickAt('2026-03-06T15:00:00Z')
    await team.tickAt('2026-03-06T17:00:00Z')
    expect(await team.summary()).toMatchObject({ closed: true, missing: ['ben'], answers: [{ name: 'eva' }] })
  })

  test('who is away all week is neither asked nor missed', async () => {
    const team = await newTeam()
    for (const date of ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', FRIDAY])
      await team.leave('U-eva', date)
    await team.replan('2026-03-05')
    for (const instant of ['2026-03-06T15:00:00Z', '2026-03-06T17:00:00Z']) await team.tickAt(instant)
    expect(await team.card('eva')).toBeNull()
    expect(await team.summary()).toMatchObject({ closed: true, missing: ['ben'], expected: 1 })
  })

  test('it asks for Friday’s numbers, and Monday’s standup does not ask for them again', async () => {
    const team = await newTeam()
    await team.tickAt('2026-03-06T15:00:00Z')
    const ben = await opened(team, 'ben')
    await ben.submit(typed(ben.view, { 'number::calls': '42' }), ben.metadata)
    const totals = await dayTotals(database.db, team.workspaceId, team.memberId('ben'), day(FRIDAY))
    expect(totals).toMatchObject({ calls: { value: 42, late: false } })
    expect(await team.card('ben')).toMatchObject({ receipt: { numbers: [{ value: 42 }] } })
    team.context.moveTo('2026-03-09T08:15:00Z')
    const monday = { teamId: team.teamId, date: day('2026-03-09') }
    const formOf = async (name: string) => {
      const form = await openStandup(team.context, team.person(name), monday)
      return form.ok && { asked: form.form.numbers.length, reported: form.form.numbersReported }
    }
    expect(await formOf('ben')).toEqual({ asked: 0, reported: true })
    expect(await formOf('eva')).toEqual({ asked: 2, reported: false })
    await team.submit(team.person('ben'), '2026-03-09', { plan: ['Offers'] })
    expect(await team.facts(`standup:${team.memberId('ben')}:2026-03-09`)).toMatchObject({
      receipt: { numbers: [{ value: 42 }], numbersDate: day(FRIDAY) },
    })
  })

  test('an empty form is not taken, and says what would be enough', async () => {
    const team = await newTeam()
    await team.tickAt('2026-03-06T15:00:00Z')
    const ben = await opened(team, 'ben')
    const refused = await ben.submit(untouched(ben.view), ben.metadata)
    expect(JSON.stringify(refused)).toContain('Nothing is filled in yet')
  })

  test('a team that has it off is asked nothing, and `/kpi report` says so', async () => {
    const team = await newTeam({ weekly: { ...DEFAULT_REPORT, on: false } })
    await team.tickAt('2026-03-06T15:00:00Z')
    expect(await team.card('ben')).toBeNull()
    const ben = team.as('ben')
    await ben.command()
    expect(ben.seen.said[0]).toContain('Your team has no weekly report')
  })
})

describe('a team that was there before there were weekly reports', () => {
  const offered = async (reportsOf: Record<string, ReportSettings>) => {
    const team = await newTeam(reportsOf)
    const { workspaceId, teamId } = team
    const boss = { ...testPerson(workspaceId, 'U-boss'), name: 'boss' }
    await savePeople(database.db, [boss], team.context.clock.now())
    const dueAt = Temporal.Instant.from('2026-03-05T09:00:00Z')
    const item = {
      dueKey: `report-offer:${teamId}`,
      kind: 'report-offer',
      memberId: null,
      date: day('2026-03-05'),
    }
    await planDueItems(database.db, [{ workspaceId, teamId, dueAt, ...item }])
    await team.tickAt('2026-03-05T09:00:00Z')
    return team.message(`report-offer:${teamId}`)
  }

  test('has its manager told that there are, unless somebody has decided about it', async () => {
    expect(await offered({})).toMatchObject({ kind: 'report-offer', toUserId: 'U-boss' })
    expect(await offered({ weekly: { ...DEFAULT_REPORT, on: false } })).toBeNull()
  })
})

describe('last week’s', () => {
  test('is shown to who wrote it', async () => {
    const team = await newTeam()
    await team.tickAt('2026-03-06T15:00:00Z')
    const ben = await opened(team, 'ben')
    await ben.submit(typed(ben.view, { 'section:results': 'Two deals' }), ben.metadata)
    await ben.command('last week')
    expect(ben.seen.said).toEqual([expect.stringContaining('There is no earlier report')])
    team.context.moveTo('2026-03-10T09:00:00Z')
    await ben.command('last week')
    expect(ben.seen.said[1]).toContain('Two deals')
    const eva = team.as('eva')
    await eva.command('上周')
    expect(eva.seen.said).toEqual([expect.stringContaining('There is no earlier report')])
  })
})

describe('support that somebody asks for', () => {
  const requested = async () => {
    const team = await newTeam()
    await team.tickAt('2026-03-06T15:00:00Z')
    const ben = await opened(team, 'ben')
    const fields = { 'section:challenges': 'Discounts', support: 'Approve 5 % for Acme\nJoin the Bolt call' }
    const state = typed(ben.view, fields)
    await ben.submit(state, ben.metadata)
    const todo = () => openActionsOf(database.db, team.workspaceId, 'U-boss')
    return { team, ben, state, todo }
  }

  test('becomes an item of the manager’s, due in three working days, once', async () => {
    const { team, ben, state, todo } = await requested()
    await ben.submit(state, ben.metadata)
    expect(await todo()).toMatchObject([
      { text: 'Approve 5 % for Acme', ownerUserId: 'U-boss', dueOn: day('2026-03-11'), createdBy: 'U-ben' },
      { text: 'Join the Bolt call' },
    ])
    expect(await team.card('ben')).toMatchObject({ receipt: { support: [{ state: 'open' }, {}] } })
  })

  test('is taken back by an edit, and what stays keeps its item', async () => {
    const { team, todo } = await requested()
    const [first] = await todo()
    const again = await opened(team, 'ben')
    await again.submit(typed(again.view, { support: 'Approve 5 % for Acme\nA demo' }), again.metadata, 'V2')
    expect((await todo()).map(({ text }) => text)).toEqual(['Approve 5 % for Acme', 'A demo'])
    expect((await todo())[0]!.actionId).toBe(first!.actionId)
  })

  test('goes to whom the member names, if that one is of the team', async () => {
    const { team, todo } = await requested()
    const again = await opened(team, 'ben')
    const named = (userId: string) => typed(again.view, { 'support-from': userId })
    const stranger = await again.submit(named('U0STRANGER'), again.metadata, 'V2')
    expect(JSON.stringify(stranger)).toContain('somebody of this team')
    await again.submit(named('U-eva'), again.metadata, 'V3')
    expect(await todo()).toEqual([])
    expect(await openActionsOf(database.db, team.workspaceId, 'U-eva')).toHaveLength(2)
  })

  test('stands in the channel until it is done, also the week after', async () => {
    const { team, todo } = await requested()
    const shown = async (date = FRIDAY) => renderReportSummary((await team.summary(date))!, en).text
    expect(await shown()).toContain('Approve 5 % for Acme · <@U-boss> by Wed, Mar 11')
    await team.tickAt('2026-03-13T15:00:00Z')
    const askedOf = (name: string) => team.card(name, '2026-03-13')
    expect(await askedOf('ben')).toMatchObject({
      known: { support: [{ text: 'Approve 5 % for Acme' }, {}] },
    })
    expect(await askedOf('eva')).toMatchObject({ known: { support: [] } })
    const eva = await opened(team, 'eva', team.value('2026-03-13'))
    await eva.submit(typed(eva.view, { 'section:plan': 'Offers' }), eva.metadata)
    expect(await shown('2026-03-13')).toContain('Approve 5 % for Acme')
    const [item] = await todo()
    const boss = { ...team.person('ben'), userId: 'U-boss' }
    const closed = await changeAction(team.context, boss, item!.actionId, { close: 'done' }, '/kpi todo')
    expect(closed).toMatchObject({ ok: true })
    expect(await shown()).toContain('Approve 5 % for Acme · <@U-boss> has done it')
    expect(await shown('2026-03-13')).not.toContain('Approve 5 % for Acme')
    expect(await askedOf('ben')).toMatchObject({ known: { support: [{ text: 'Join the Bolt call' }] } })
    // Who asked for it leaves, and is of the team no more the week after.
    expect(await leaveTeam(team.context, team.person('ben'), team.teamId)).toMatchObject({ ok: true })
    await team.tickAt('2026-03-20T15:00:00Z')
    const next = await opened(team, 'eva', team.value('2026-03-20'))
    await next.submit(typed(next.view, { 'section:plan': 'Fair' }), next.metadata)
    expect(await shown('2026-03-20')).toMatch(/ben.*Join the Bolt call/)
  })
})

describe('a third kind is data: a pipeline check on Wednesday with three questions', () => {
  const PIPELINE: ReportSettings = {
    ...{ ...DEFAULT_REPORT, weekday: 3, promptTime: '10:00', closeAfterMinutes: 60 },
    ...{ asksNumbers: false, title: 'Pipeline check' },
    questions: [
      { key: 'new', text: 'Which deals are new?' },
      { key: 'stuck', text: 'Which are stuck, and why?' },
      { key: 'close', text: 'What will close this month?' },
    ],
  }
  const WEDNESDAY = '2026-03-11'

  test('it is asked, answered, reminded, closed and shown under its name, beside the weekly report', async () => {
    const team = await newTeam({ weekly: DEFAULT_REPORT, pipeline: PIPELINE })
    await team.tickAt('2026-03-06T15:00:00Z')
    expect(await team.card('ben')).toMatchObject({ phase: 'prompt' })
    await team.tickAt('2026-03-11T09:00:00Z')
    expect(await team.card('ben', WEDNESDAY, 'pipeline')).toMatchObject({ phase: 'prompt' })
    const ben = await opened(team, 'ben', team.value(WEDNESDAY, 'pipeline'))
    expect(ben.view.title.text).toBe('Pipeline check')
    const labels = ben.view.blocks.flatMap((block) => ('label' in block ? [block.label?.text] : []))
    expect(labels).toEqual(PIPELINE.questions.map(({ text }) => text))
    await ben.submit(typed(ben.view, { 'section:stuck': 'Acme: no budget' }), ben.metadata)
    await team.tickAt('2026-03-11T10:00:00Z')
    const shown = renderReportSummary((await team.summary(WEDNESDAY, 'pipeline'))!, en).text
    expect(shown).toContain('Pipeline check')
    expect(shown).toContain('Which are stuck, and why?: Acme: no budget')
    expect(await team.summary(WEDNESDAY, 'pipeline')).toMatchObject({ closed: true, missing: ['eva'] })
  })
})
