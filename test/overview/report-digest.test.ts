// A report's digest on real Postgres: sent once at the close to whoever leads the team, edited by what changes, and answered in place.
import { describe, expect, test } from 'vitest'
import { createAction } from '../../src/actions/flows/create-action.ts'
import { BOT } from '../../src/app/features.ts'
import { commentOn, markRead } from '../../src/checkins/flows/review-answers.ts'
import { announce } from '../../src/core/changes.ts'
import { numbersChanged } from '../../src/numbers/flows/changes.ts'
import { readingsOf } from '../../src/org/audit/db/readings.ts'
import { loadMember } from '../../src/org/db/members.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { loadTeam, setManager } from '../../src/org/db/teams.ts'
import { managerChanged } from '../../src/org/flows/changes.ts'
import { leaveTeam } from '../../src/org/flows/leave-team.ts'
import type { ReportDigestFacts } from '../../src/overview/domain/report-digest.ts'
import { reportDigest } from '../../src/overview/flows/facts/report-digest.ts'
import { readReports } from '../../src/overview/flows/read-reports.ts'
import { showDigestFigures } from '../../src/overview/flows/show-digest-figures.ts'
import { renderReportDigest } from '../../src/overview/slack/report-digest.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { closedWeekOf, FRIDAY } from '../checkins/reports/closed-week.ts'
import { day } from '../checkins/standup/team.ts'
import { typed } from '../slack/untouched.ts'
import { testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()

async function week() {
  const team = await closedWeekOf(database.db)
  const key = `report-digest:weekly:${team.teamId}:${FRIDAY}`
  return {
    ...{ ...team, key },
    ref: { teamId: team.teamId, name: 'weekly', date: day(FRIDAY) },
    seen: { memberId: team.memberId('ben'), revision: 1 },
    digest: async (at = key) => ((await team.facts(at)) as unknown as ReportDigestFacts).digest!,
    text: async () => (await team.shown(key))!.text,
    version: async (at = key) => (await team.message(at))?.version ?? 0,
  }
}

describe('at the close', () => {
  test('whoever leads the team gets one message: who is in, who is not, and the way to the reports', async () => {
    const team = await week()
    expect(await team.message(team.key)).toMatchObject({ kind: 'report-digest', toUserId: 'U-boss' })
    expect(await team.digest()).toMatchObject({
      answered: 1,
      expected: 2,
      missing: [{ name: 'eva', nudge: 'no' }],
      unread: 1,
      reports: 1,
    })
    expect(await team.text()).toContain('weekly report for Fri, Mar 6: 1 of 2 in')
    expect(JSON.stringify(await team.shown(team.key))).toContain('Read 1 report')
    const ben = { workspaceId: team.workspaceId, userId: 'U-ben' }
    expect(await readingsOf(database.db, ben, day(FRIDAY), 9)).toMatchObject([
      { viewerUserId: 'U-boss', sent: ['numbers', 'report'] },
    ])
  })

  test('the team stands against what should be in of the week’s targets, with whose part is how large', async () => {
    const team = await week()
    const draft = {
      value: 880,
      split: 'equal',
      weights: new Map(),
      byHand: null,
      role: null,
      time: { by: 'days', weights: null },
      monthsByHand: null,
      reason: '',
    } as const
    const period = targetPeriod('month', day('2026-03-02'), 1)
    const wanted = { teamId: team.teamId, metricKey: 'calls', period, userId: null, draft }
    team.context.moveTo('2026-03-01T09:00:00Z')
    const set = await setTarget(team.context, team.boss, wanted, { version: 0, sourceKey: 'w' })
    expect(set).toMatchObject({ ok: true })
    team.context.moveTo('2026-03-07T09:00:00Z')
    const { week: standings, month, uncounted } = await team.digest()
    expect(standings).toMatchObject([
      { metric: { key: 'calls' }, actual: 42, target: 200, gap: -138, others: 0, complete: false },
    ])
    // Eva is asked for Friday's numbers on Monday: until then they are held against nobody.
    expect(standings[0]!.parts.map(({ userId, gap }) => [userId, gap])).toEqual([
      ['U-eva', -80],
      ['U-ben', -58],
    ])
    expect(uncounted).toEqual([{ until: day('2026-03-05'), names: ['eva'] }])
    expect(month).toHaveLength(1)
    const said = await team.text()
    expect(said).toContain('*Calls* 42\u00a0/\u00a0200 this week (21%) · March 5%, 23% of pace')
    expect(said).toContain('−138 against what should be in by now = eva −80, ben −58')
    expect(said).toContain('Counted until Thursday, later numbers are not in yet: eva')
    const figures = await showDigestFigures(team.context, team.boss, team.ref)
    expect(figures?.week).toHaveLength(1)
    expect(await showDigestFigures(team.context, team.person('eva'), team.ref)).toBeNull()
    team.context.moveTo('2026-03-09T12:00:00Z')
    expect(await team.digest()).toMatchObject({ uncounted: [], week: [{ gap: -158, complete: true }] })
    expect(await team.text()).toContain('−158 = eva −100, ben −58')
  })

  test('it comes once, also where the day is planned again; long after the close it does not come', async () => {
    const team = await week()
    await team.replan('2026-03-05')
    await team.tickAt('2026-03-07T10:00:00Z')
    // Posted once, and edited when Friday was over.
    expect(await team.version()).toBe(2)
    await team.tickAt('2026-03-07T22:00:00Z')
    expect(await team.version()).toBe(2)
  })
})

describe('it changes with', () => {
  test('a report that comes late, and one that is asked back and answered', async () => {
    const team = await week()
    await team.ask('Please send it', 'eva', { revision: 0 })
    expect((await team.digest()).questions).toMatchObject([{ name: 'eva', state: 'open' }])
    expect(await team.text()).toContain('You asked *eva* a question')
    await team.markDelivered()
    const before = await team.version()
    const eva = await team.open('eva')
    await eva.submit(
      typed(eva.view, { 'section:plan': 'Visits', reply: 'Sorry, here it is' }),
      eva.metadata,
      'V5',
    )
    expect(await team.version()).toBe(before + 1)
    expect(await team.digest()).toMatchObject({
      answered: 2,
      missing: [],
      questions: [{ state: 'answered' }],
    })
    expect(await team.text()).toMatch(/\*eva\* has answered your question\.\n> Sorry, here it is/)
  })

  test('a question says whose it is, unless the reader asked it', async () => {
    const team = await week()
    await team.ask('What helped?')
    const leader = (await loadTeam(database.db, team.workspaceId, team.teamId))!
    const readBy = async (userId: string) => {
      const at = { now: team.context.clock.now(), isPosted: true }
      const digest = await reportDigest(database.db, leader, team.ref, userId, at)
      const facts = { kind: 'report-digest' as const, digest, managerUserId: 'U-boss' }
      return renderReportDigest(facts, BOT.translator('en')).text
    }
    expect(await readBy('U-boss')).toContain('You asked *ben* a question: the report is open')
    expect(await readBy('U-deputy')).toContain('<@U-boss> asked *ben* a question: the report is open')
    const chief = testPerson(team.workspaceId, 'U-deputy')
    await setManager(database.db, team, 'U-deputy')
    expect(await readReports(team.context, chief, team.ref)).toMatchObject({
      reports: [{ asked: { askedBy: 'U-boss' } }],
    })
  })

  test('what was read or written', async () => {
    const team = await week()
    await markRead(team.context, team.boss, team.of, [team.seen])
    expect(await team.digest()).toMatchObject({ unread: 0 })
    const read = await team.version()
    await commentOn(team.context, team.boss, team.of, team.seen, 'Well done')
    expect(await team.version()).toBe(read + 1)
  })

  test('a request for support', async () => {
    const team = await week()
    const before = await team.version()
    const request = (text: string, dueOn: string) =>
      database.db.transaction((tx) =>
        createAction(
          tx,
          team.context,
          {
            ...{ workspaceId: team.workspaceId, teamId: team.teamId, ownerUserId: 'U-boss' },
            ...{ text, dueOn: day(dueOn), createdBy: 'U-ben', helperUserIds: [] },
            origin: {
              kind: 'support-request',
              reference: `weekly:${FRIDAY}:${team.memberId('ben')}:${text}`,
            },
          },
          '/kpi report',
        ),
      )
    await request('Approve 5 % for Acme', '2026-03-05')
    expect(await team.version()).toBe(before + 1)
    // It is handed on in the form of its item.
    expect(JSON.stringify(await team.shown(team.key))).toContain('todo.change#menu')
    const line = /\*ben\* .*Approve 5 % for Acme .*<@U-boss>.* · \*overdue\*/
    expect(await team.text()).toMatch(line)
    // What is due on a Saturday can wait until Monday.
    await request('Send the slides', '2026-03-07')
    team.context.moveTo('2026-03-08T09:00:00Z')
    expect((await team.digest()).support.map(({ overdue }) => overdue)).toEqual([true, false])
    // Who asked has left: the request is still there for whoever has it.
    expect(await leaveTeam(team.context, team.person('ben'), team.teamId)).toMatchObject({ ok: true })
    team.context.moveTo('2026-03-13T18:00:00Z')
    const later = { name: 'weekly', date: day('2026-03-13') }
    const of = (await loadTeam(database.db, team.workspaceId, team.teamId))!
    const next = await reportDigest(database.db, of, later, 'U-boss', {
      ...{ now: team.context.clock.now(), isPosted: true },
    })
    expect(next?.support[0]).toMatchObject({ name: 'ben', text: 'Approve 5 % for Acme' })
  })

  test('numbers of its week, until the next report is due', async () => {
    const team = await week()
    const member = (await loadMember(database.db, team.workspaceId, team.memberId('eva')))!
    const entered = async (date: string, now: string) => {
      const before = await team.version()
      team.context.moveTo(now)
      await database.db.transaction((tx) =>
        announce(tx, team.context, numbersChanged, {
          ...{ member, date: day(date), enteredIn: day('2026-03-09'), changed: [], act: null },
        }),
      )
      return (await team.version()) - before
    }
    await team.markDelivered()
    expect(await entered('2026-03-09', '2026-03-09T08:00:00Z')).toBe(0)
    expect(await entered(FRIDAY, '2026-03-13T09:00:00Z')).toBe(0)
    expect(await entered(FRIDAY, '2026-03-12T09:00:00Z')).toBe(1)
  })

  test('who leads the team: the next one gets it, and the former one’s says so', async () => {
    const team = await week()
    const handOverTo = async (toUserId: string) => {
      const { managerUserId: fromUserId } = (await loadTeam(database.db, team.workspaceId, team.teamId))!
      await savePeople(database.db, [testPerson(team.workspaceId, toUserId)], team.context.clock.now())
      await setManager(database.db, team, toUserId)
      const ref = { workspaceId: team.workspaceId, teamId: team.teamId }
      await database.db.transaction((tx) =>
        announce(tx, team.context, managerChanged, { team: ref, fromUserId, toUserId }),
      )
    }
    await handOverTo('U-next')
    expect(await team.message(`${team.key}:2`)).toMatchObject({ toUserId: 'U-next' })
    await team.markDelivered()
    expect(await team.text()).toContain('You no longer lead this team: <@U-next>')
    // A week of many leaders: the fourth and the fifth get it, too, and who has had one gets no second.
    for (const userId of ['U-third', 'U-fourth', 'U-boss', 'U-fifth']) await handOverTo(userId)
    expect(await team.message(`${team.key}:4`)).toMatchObject({ toUserId: 'U-fourth' })
    expect(await team.message(`${team.key}:5`)).toMatchObject({ toUserId: 'U-fifth' })
    expect(await team.message(`${team.key}:6`)).toBeNull()
  })
})

describe('the reports', () => {
  test('are read one by one; only by whoever leads the team, which their people can see', async () => {
    const team = await week()
    const found = (await readReports(team.context, team.boss, team.ref))!
    expect(found.reports).toMatchObject([
      { name: 'ben', state: 'unread', sections: { results: 'Two deals' }, numbers: [{ value: 42 }] },
    ])
    expect(found.missing).toMatchObject([{ name: 'eva', nextDay: day('2026-03-09') }])
    for (const who of [team.person('eva'), { ...team.boss, isGuest: true }, testPerson('T-ELSE', 'U-boss')])
      expect(await readReports(team.context, who, team.ref)).toBeNull()
    const ben = { workspaceId: team.workspaceId, userId: 'U-ben' }
    expect(await readingsOf(database.db, ben, day('2026-03-07'), 9)).toMatchObject([
      { viewerUserId: 'U-boss', opened: ['numbers', 'plan', 'report'] },
    ])
  })
})
