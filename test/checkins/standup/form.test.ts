// The standup from click to receipt on real Postgres: opened, filled in, questioned, refused, and by forged payloads.

import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { checkView } from '../../../sandbox/checker/view.ts'
import { BOT } from '../../../src/app/features.ts'
import { blockers, standups } from '../../../src/checkins/standup/db/standups.sql.ts'
import { openStandup } from '../../../src/checkins/standup/flows/open-standup.ts'
import { STANDUP } from '../../../src/checkins/standup/slack/ids.ts'
import { standupView } from '../../../src/checkins/standup/slack/standup-form.ts'
import { metadataOf } from '../../../src/checkins/standup/slack/standup-metadata.ts'
import { addRoleMetrics } from '../../../src/numbers/db/metrics.ts'
import { dayTotals } from '../../../src/numbers/db/totals.ts'
import { presetMetric } from '../../../src/numbers/domain/presets.ts'
import type { HomeView } from '../../../src/slack/blocks.ts'
import { drawHome } from '../../../src/slack/home.ts'
import { targetPeriod } from '../../../src/targets/domain/target-period.ts'
import { setTarget } from '../../../src/targets/flows/set-target.ts'
import { typed, untouched } from '../../slack/untouched.ts'
import { testPerson } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import { at } from './at.ts'
import { day, standupTeam } from './team.ts'

const database = usesDatabase()

const MORNING = '2026-03-03T08:30:00Z'
const newTeam = () =>
  standupTeam(database.db, { zones: { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }, now: MORNING })
type Team = Awaited<ReturnType<typeof newTeam>>

const value = (team: Team, date = '2026-03-03') => JSON.stringify({ team: team.teamId, date })
const answersIn = async (team: Team) =>
  (await database.db.select().from(standups)).filter(({ workspaceId }) => workspaceId === team.workspaceId)

async function opened(team: Team, name = 'ben') {
  const person = at(team.context, team.person(name))
  await person.click(STANDUP.open, value(team))
  const view = person.seen.views.at(-1)!
  return { ...person, view, metadata: view.private_metadata! }
}

describe('the ordinary way', () => {
  test('card, form, answer; the form closes and the receipt is said', async () => {
    const team = await newTeam()
    const ben = await opened(team)
    const state = typed(ben.view, { 'number::calls': '42', plan: 'Call Acme\nVisit Bolt' })
    expect(await ben.submit(state, ben.metadata)).toEqual({ kind: 'close' })
    expect(await team.facts(`standup:${team.memberId('ben')}:2026-03-03`)).toMatchObject({
      receipt: { numbers: [{ value: 42 }], plan: ['Call Acme', 'Visit Bolt'] },
    })
    expect(await ben.submit(state, ben.metadata)).toEqual({ kind: 'close' })
    expect(await answersIn(team)).toMatchObject([{ revision: 1 }])
  })

  test('numbers that have a target come first, and what is usual is told from one’s own days', async () => {
    const team = await newTeam()
    const ben = team.person('ben')
    for (const [index, visits] of [2, 3, 3, 4, 3].entries()) {
      team.context.moveTo(`2026-02-0${index + 2}T08:30:00Z`)
      await team.submit(ben, `2026-02-0${index + 2}`, { numbers: { visits } }, { digest: String(index) })
    }
    const set = await setTarget(
      team.context,
      testPerson(team.workspaceId, 'U-boss'),
      {
        ...{ teamId: team.teamId, metricKey: 'visits', userId: ben.userId },
        period: targetPeriod('month', day('2026-02-06'), 1),
        draft: {
          ...{ value: 60, split: 'equal', weights: new Map(), byHand: null, role: null, monthsByHand: null },
          ...{ time: { by: 'days', weights: null }, reason: '' },
        },
      },
      { version: 0, sourceKey: 'seed' },
    )
    expect(set).toMatchObject({ ok: true })
    team.context.moveTo('2026-02-10T08:30:00Z')
    const opened = await openStandup(team.context, ben, { teamId: team.teamId, date: day('2026-02-10') })
    if (!opened.ok) throw new Error(opened.reason)
    expect(opened.form.numbers.map(({ metric, own }) => [metric.key, own])).toEqual([
      ['visits', { low: 2, high: 4 }],
      ['calls', null],
    ])
    const view = JSON.stringify(
      standupView(opened.form, metadataOf(opened.form, false), BOT.translator('en')),
    )
    expect(view).toContain('Usually 2 to 4 for you')
    expect(view.match(/focus_on_load/g)).toHaveLength(1)
  })

  test('the next day the lines are boxes to tick', async () => {
    const team = await newTeam()
    const ben = await opened(team)
    await ben.submit(typed(ben.view, { plan: 'Call Acme\nVisit Bolt' }), ben.metadata)
    team.context.moveTo('2026-03-04T08:30:00Z')
    await ben.shortcut()
    const view = ben.seen.views.at(-1)!
    const boxes = JSON.parse(JSON.stringify(view.blocks.find(({ block_id }) => block_id === 'done:1')))
    const [acme] = boxes.element.options as { value: string; text: { text: string } }[]
    expect(acme!.text.text).toBe('Call Acme')
    await ben.submit(typed(view, { 'done:1': [acme!.value] }), view.private_metadata!, 'V2')
    expect(await team.facts(`summary:${team.teamId}:2026-03-04`)).toMatchObject({
      answers: [{ done: ['Call Acme'], plan: ['Visit Bolt'] }],
    })
  })

  test('by command; when nothing is open the command says when', async () => {
    const team = await newTeam()
    const ben = at(team.context, team.person('ben'))
    await ben.command()
    expect(ben.seen.views).toHaveLength(1)
    await team.submit(team.person('ben'), '2026-03-03', {})
    team.context.moveTo('2026-03-03T12:00:00Z')
    await ben.command()
    expect(ben.seen.said).toEqual([
      'There is nothing to fill in right now. The next one opens on Tue, Mar 3 at 5:00 PM.',
    ])
    const nobody = at(team.context, testPerson(team.workspaceId, 'U-nobody'))
    await nobody.command()
    expect(nobody.seen.said[0]).toMatch(/not in a team yet/)
  })

  test('from the Home tab: it shows the answer at once', async () => {
    const team = await newTeam()
    const ben = at(team.context, team.person('ben'))
    await ben.click(STANDUP.open, value(team), null)
    const view = ben.seen.views[0]!
    await ben.submit(typed(view, { plan: 'Call Acme' }), view.private_metadata!)
    expect(JSON.stringify(ben.seen.homes)).toContain('is in. You can change it')
    expect(checkView(ben.seen.homes[0])).toEqual([])
  })
})

describe('numbers', () => {
  const unusual = { 'number::calls': '412', plan: 'Call Acme', blocker: 'No budget' }

  test('an unusual one is asked about on top of the form; kept, it is saved once and marked', async () => {
    const team = await newTeam()
    const ben = await opened(team)
    const asked = await ben.submit(typed(ben.view, unusual), ben.metadata)
    if (asked.kind !== 'push') throw new Error(asked.kind)
    expect(checkView(asked.view)).toEqual([])
    expect(JSON.stringify(asked.view)).toMatch(/Keep 412.*Calls: 412\?\*\\nAbove 100 is asked about/)
    expect(await answersIn(team)).toEqual([])
    for (const _ of ['once', 'and again'])
      expect(await ben.keep(asked.view.private_metadata!)).toEqual({ kind: 'clear', redrawHome: false })
    // The form below, submitted again in another window, is the same submit.
    expect(await ben.submit(typed(ben.view, unusual), ben.metadata)).toEqual({ kind: 'close' })
    expect(await answersIn(team)).toMatchObject([{ revision: 1 }])
    const totals = await dayTotals(database.db, team.workspaceId, team.memberId('ben'), day('2026-03-02'))
    expect(totals.calls).toMatchObject({ value: 412, implausible: true })
    expect(await team.facts(`standup:${team.memberId('ben')}:2026-03-03`)).toMatchObject({
      receipt: { plan: ['Call Acme'] },
    })
  })

  test('money far from the own days before is asked about, typed as people write it', async () => {
    const team = await newTeam()
    await addRoleMetrics(database.db, team, 'hunter', [presetMetric('newRevenue', 'EUR')!])
    await database.db.execute(sql`
      insert into daily_totals (workspace_id, team_id, date, member_id, totals)
      select ${team.workspaceId}, ${team.teamId}::uuid, '2026-02-23'::date + n, ${team.memberId('ben')}::uuid, '{"newRevenue": 200000}'
      from generate_series(0, 4) n`)
    const ben = await opened(team)
    const asked = await ben.submit(typed(ben.view, { 'number::newRevenue': '20k' }), ben.metadata)
    if (asked.kind !== 'push') throw new Error(asked.kind)
    expect(JSON.stringify(asked.view)).toMatch(
      /New revenue: .*20,000\?\*\\nBelow .*400 or above .*6,000 is asked about/,
    )
    expect((await ben.keep(asked.view.private_metadata!)).kind).toBe('clear')
    const usual = await opened(team)
    const again = await usual.submit(
      typed(usual.view, { 'number::newRevenue': '€1.500,50' }),
      usual.metadata,
      'V2',
    )
    expect(again).toEqual({ kind: 'close' })
    const totals = await dayTotals(database.db, team.workspaceId, team.memberId('ben'), day('2026-03-02'))
    expect(totals.newRevenue).toMatchObject({ value: 150_050, implausible: false })
  })

  test('with more text than a question can carry, the form itself asks and keeps all of it', async () => {
    const team = await newTeam()
    const ben = await opened(team)
    const plan = Array.from({ length: 10 }, (_, line) => `${line} ${'x'.repeat(290)}`).join('\n')
    const asked = await ben.submit(typed(ben.view, { ...unusual, plan, note: 'y'.repeat(900) }), ben.metadata)
    if (asked.kind !== 'update') throw new Error(asked.kind)
    expect(checkView(asked.view)).toEqual([])
    expect(JSON.stringify(asked.view.blocks)).toContain('Calls: 412?')
    expect(untouched(asked.view)).toMatchObject({ plan: { field: { value: plan } } })
    expect(await ben.submit(untouched(asked.view), asked.view.private_metadata!)).toEqual({ kind: 'close' })
    expect(await answersIn(team)).toMatchObject([{ revision: 1 }])
  })

  test('what is kept too late, or forged, is refused in words over the form', async () => {
    const team = await newTeam()
    const other = await newTeam()
    const ben = await opened(team)
    const asked = await ben.submit(typed(ben.view, unusual), ben.metadata)
    if (asked.kind !== 'push') throw new Error(asked.kind)
    const kept = asked.view.private_metadata!
    const refused = { kind: 'update', view: expect.objectContaining({ type: 'modal' }) }
    for (const forged of [
      '',
      '{}',
      kept.replace(team.teamId, other.teamId),
      kept.replace('"412"', '"413"'),
      kept.replace('"412"', '"4120"'),
    ])
      expect(await ben.keep(forged)).toEqual(refused)
    team.context.moveTo('2026-03-03T23:00:00Z')
    expect(await ben.keep(kept)).toEqual(refused)
    expect(await answersIn(team)).toEqual([])
    expect(await answersIn(other)).toEqual([])
  })

  test('an impossible one is an error at its field, and nothing is saved', async () => {
    const team = await newTeam()
    const ben = await opened(team)
    const result = await ben.submit(typed(ben.view, { 'number::calls': '3.5' }), ben.metadata)
    expect(result).toEqual({ kind: 'errors', errors: { 'number::calls': 'Please give a whole number.' } })
    expect(await answersIn(team)).toEqual([])
  })
})

describe('refused', () => {
  test('a form left open past midnight keeps what was typed, with a sentence', async () => {
    const team = await newTeam()
    const ben = await opened(team)
    team.context.moveTo('2026-03-03T23:00:00Z')
    const result = await ben.submit(untouched(ben.view), ben.metadata)
    expect(result).toEqual({ kind: 'errors', errors: { plan: expect.stringMatching(/day is over/) } })
  })

  test('metadata and buttons that are not ours, or of a team of others', async () => {
    const team = await newTeam()
    const other = await newTeam()
    const ben = await opened(team)
    const refused = { kind: 'errors', errors: { plan: expect.any(String) } }
    expect(await ben.submit(untouched(ben.view), 'not ours')).toEqual(refused)
    const foreign = ben.metadata.replace(team.teamId, other.teamId)
    expect(await ben.submit(untouched(ben.view), foreign)).toEqual(refused)
    for (const date of ['2024-12-31', '2026-03-02', '2026-03-05'])
      expect(await ben.submit(untouched(ben.view), ben.metadata.replace('2026-03-03', date))).toEqual(refused)
    for (const forged of ['', '{}', '{"team":"x","date":"2026-03-03"}', value(team, '2026-02-30')])
      await ben.click(STANDUP.open, forged)
    expect(ben.seen.said).toHaveLength(4)
    await ben.click(STANDUP.open, value(other))
    expect(JSON.stringify(ben.seen.views.at(-1))).toContain('You are not in this team')
    expect(await answersIn(team)).toEqual([])
    expect(await answersIn(other)).toEqual([])
  })

  test('a helper who is oneself, an app, gone, or unknown', async () => {
    const team = await newTeam()
    team.context.people.set('U-app', testPerson(team.workspaceId, 'U-app', { isBot: true }))
    team.context.people.set('U-gone', testPerson(team.workspaceId, 'U-gone', { deactivated: true }))
    const ben = await opened(team)
    for (const helper of ['U-ben', 'U-app', 'U-gone', 'U-nobody']) {
      const result = await ben.submit(typed(ben.view, { blocker: 'No budget', helper }), ben.metadata)
      expect(result).toEqual({ kind: 'errors', errors: { helper: expect.any(String) } })
    }
    expect(await answersIn(team)).toEqual([])
  })
})

describe('help', () => {
  test('the buttons under the request; anybody else is told so, a forged one too', async () => {
    const team = await newTeam()
    const ben = await opened(team)
    await ben.submit(typed(ben.view, { blocker: 'No budget', helper: 'U-eva' }), ben.metadata)
    const [blocker] = (await database.db.select().from(blockers)).filter(
      ({ workspaceId }) => workspaceId === team.workspaceId,
    )
    const key = `help:${blocker!.blockerId}:U-eva`
    await ben.click(STANDUP.help, blocker!.blockerId)
    await ben.click(STANDUP.help, 'forged')
    expect(ben.seen.said).toEqual([
      'This is your own blocker. Press Solved once it is out of the way.',
      expect.stringMatching(/no longer valid/),
    ])
    const eva = at(team.context, team.person('eva'))
    await eva.click(STANDUP.help, blocker!.blockerId)
    expect(await team.facts(key)).toMatchObject({ state: 'helped' })
    await eva.click(STANDUP.solved, blocker!.blockerId)
    expect(await team.facts(key)).toMatchObject({ state: 'closed' })
    await eva.click(STANDUP.help, blocker!.blockerId)
    expect(eva.seen.said).toEqual(['This is settled. Thank you.'])
  })
})

describe('the Home tab', () => {
  test('opens with the standup and my numbers, in my language; the messages tab is left alone', async () => {
    const team = await newTeam()
    await team.submit(team.person('ben'), '2026-03-03', { numbers: { calls: 42 } })
    const homes: HomeView[] = []
    const open = (event: object) =>
      BOT.handlers.events.app_home_opened!(
        {
          workspaceId: team.workspaceId,
          now: team.context.clock.now(),
          botUserId: 'UBOT',
          event,
          ...{
            acting: async () => null,
            post: async () => {},
            postLiving: async () => null,
            later: () => {},
          },
          redrawHome: async (userId) => {
            const who = team.context.people.get(userId)
            if (who) homes.push(await drawHome(BOT.home, who, BOT.translator(who.locale), team.context))
          },
        },
        team.context,
      )
    await open({ type: 'app_home_opened', user: 'U-ben', tab: 'home' })
    await open({ type: 'app_home_opened', user: 'U-ben', tab: 'messages' })
    await open({ type: 'app_home_opened', user: 'U-unknown', tab: 'home' })
    expect(homes).toHaveLength(1)
    const text = JSON.stringify(homes[0])
    expect(text).toContain('Calls *42*')
    expect(text).toContain('This week')
    expect(checkView(homes[0])).toEqual([])
  })
})
