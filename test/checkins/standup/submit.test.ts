// Handing in a standup on real Postgres: once, in time or late, edited until the close, and what it leaves behind.
import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { blockers, planItems, standups } from '../../../src/checkins/standup/db/standups.sql.ts'
import { openStandup, openTodaysStandup } from '../../../src/checkins/standup/flows/open-standup.ts'
import { submitStandup } from '../../../src/checkins/standup/flows/submit-standup.ts'
import { activity } from '../../../src/numbers/db/activity.sql.ts'
import { dayTotals } from '../../../src/numbers/db/totals.ts'
import { testPerson } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import { day, standupTeam } from './team.ts'

const database = usesDatabase()

/** Tuesday 3 March 2026, 9:30 in Berlin: the prompt was at 9:00, the close is at 11:00. */
const MORNING = '2026-03-03T08:30:00Z'
const TUESDAY = '2026-03-03'
const WEDNESDAY = '2026-03-04'
const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }
const newTeam = (now = MORNING) => standupTeam(database.db, { zones, now })
type Team = Awaited<ReturnType<typeof newTeam>>

const entry = async (team: Team, date: string) =>
  (
    await database.db
      .select()
      .from(standups)
      .where(and(eq(standups.memberId, team.memberId('ben')), eq(standups.date, day(date))))
  )[0]
const linesOf = async (team: Team) =>
  (
    await database.db
      .select()
      .from(planItems)
      .where(eq(planItems.memberId, team.memberId('ben')))
      .orderBy(planItems.date, planItems.position)
  ).map(({ date, text, outcome }) => `${date} ${text}: ${outcome}`)
const open = async (team: Team, date: string) => {
  const opened = await openStandup(team.context, team.person('ben'), { teamId: team.teamId, date: day(date) })
  if (!opened.ok) throw new Error(opened.reason)
  return opened.form
}
const blockersOf = (team: Team) =>
  database.db.select().from(blockers).where(eq(blockers.workspaceId, team.workspaceId))

describe('when it may be submitted', () => {
  test.each([
    ['the evening before', '2026-03-02T16:00:00Z', 'answered'],
    ['in the morning', MORNING, 'answered'],
    ['after the close', '2026-03-03T10:00:00Z', 'late'],
    ['shortly before midnight', '2026-03-03T22:59:00Z', 'late'],
  ])('%s it is taken', async (_when, now, state) => {
    const team = await newTeam(now)
    expect(await team.submit(team.person('ben'), TUESDAY, {})).toEqual({ ok: true })
    expect(await entry(team, TUESDAY)).toMatchObject({
      state,
      revision: 1,
      streakDays: state === 'late' ? 0 : 1,
    })
  })

  test.each([
    ['before 17:00 of the day before', '2026-03-02T15:59:00Z', 'too-early'],
    ['from midnight on', '2026-03-03T23:00:00Z', 'over'],
  ])('%s it is not', async (_when, now, reason) => {
    const team = await newTeam(now)
    expect(await team.submit(team.person('ben'), TUESDAY, {})).toEqual({ ok: false, reason })
    expect(await entry(team, TUESDAY)).toBeUndefined()
  })

  test('edited until the close, not after; a late one is final', async () => {
    const team = await newTeam()
    const ben = team.person('ben')
    await team.submit(ben, TUESDAY, { plan: ['one'] })
    team.context.moveTo('2026-03-03T09:59:00Z')
    expect(await team.submit(ben, TUESDAY, { plan: ['two'] }, { viewId: 'V2' })).toEqual({ ok: true })
    team.context.moveTo('2026-03-03T10:00:00Z')
    const after = await team.submit(ben, TUESDAY, { plan: ['three'] }, { viewId: 'V3' })
    expect(after).toEqual({ ok: false, reason: 'closed' })
    expect(await linesOf(team)).toEqual(['2026-03-03 two: null'])
    const late = await newTeam('2026-03-03T12:00:00Z')
    await late.submit(late.person('ben'), TUESDAY, {})
    const again = await late.submit(late.person('ben'), TUESDAY, { plan: ['x'] }, { viewId: 'V2' })
    expect(again).toEqual({ ok: false, reason: 'closed' })
  })

  test('an answer takes the place of a missed one, until midnight', async () => {
    const team = await newTeam('2026-03-02T09:00:00Z')
    await team.replan(TUESDAY)
    await team.tickAt('2026-03-03T08:00:00Z')
    await team.tickAt('2026-03-03T10:00:00Z')
    expect(await entry(team, TUESDAY)).toMatchObject({ state: 'missed', revision: 0 })
    await team.submit(team.person('ben'), TUESDAY, {}, { revision: 0 })
    expect(await entry(team, TUESDAY)).toMatchObject({ state: 'late', revision: 1 })
    const summary = await team.facts(`summary:${team.teamId}:${TUESDAY}`)
    expect(summary).toMatchObject({ missing: ['eva'], answers: [{ name: 'ben', late: true }] })
  })

  test('on leave there is nothing to hand in', async () => {
    const team = await newTeam()
    await team.leave('U-ben', TUESDAY)
    expect(await team.submit(team.person('ben'), TUESDAY, {})).toEqual({ ok: false, reason: 'excused' })
  })

  test('by daylight saving: the night the clocks change, the close is at 11:00 on the wall', async () => {
    const team = await newTeam('2026-03-30T08:59:00Z')
    expect(await team.submit(team.person('ben'), '2026-03-30', {})).toEqual({ ok: true })
    expect(await entry(team, '2026-03-30')).toMatchObject({ state: 'answered' })
    const late = await newTeam('2026-03-30T09:00:00Z')
    await late.submit(late.person('ben'), '2026-03-30', {})
    expect(await entry(late, '2026-03-30')).toMatchObject({ state: 'late' })
  })
})

describe('who may submit', () => {
  test('strangers, people of other workspaces and teams, and those who left are refused', async () => {
    const team = await newTeam()
    const other = await newTeam()
    const refused = { ok: false, reason: 'not-a-member' }
    const nobody = testPerson(team.workspaceId, 'U-nobody')
    expect(await team.submit(nobody, TUESDAY, {})).toEqual(refused)
    expect(await team.submit(other.person('ben'), TUESDAY, {})).toEqual(refused)
    expect(await team.submit({ ...team.person('ben'), deactivated: true }, TUESDAY, {})).toEqual(refused)
    expect(await team.submit(team.person('ben'), '2024-12-31', {})).toEqual(refused)
    const opened = await openStandup(team.context, nobody, { teamId: team.teamId, date: day(TUESDAY) })
    expect(opened).toEqual({ ok: false, reason: 'no-team' })
  })
})

describe('submitted twice', () => {
  test('the same submit twice, also at the same moment, is one answer and one entry of each number', async () => {
    const team = await newTeam()
    const ben = team.person('ben')
    const answer = { plan: ['Call Acme'], numbers: { calls: 12 }, newBlockers: ['No budget'] }
    const results = await Promise.all(
      Array.from({ length: 4 }, () => team.submit(ben, TUESDAY, answer, { revision: 0 })),
    )
    expect(results).toEqual(Array(4).fill({ ok: true }))
    expect(await entry(team, TUESDAY)).toMatchObject({ revision: 1 })
    expect(await linesOf(team)).toEqual(['2026-03-03 Call Acme: null'])
    expect(await blockersOf(team)).toHaveLength(1)
    const entries = await database.db
      .select()
      .from(activity)
      .where(eq(activity.memberId, team.memberId('ben')))
    expect(entries).toHaveLength(1)
  })

  test('a form that was opened before another answer came does not overwrite it', async () => {
    const team = await newTeam()
    const ben = team.person('ben')
    await team.submit(ben, TUESDAY, { plan: ['first'] }, { viewId: 'V1', revision: 0 })
    const stale = await team.submit(ben, TUESDAY, { plan: ['second'] }, { viewId: 'V2', revision: 0 })
    expect(stale).toEqual({ ok: false, reason: 'answered-elsewhere' })
    // The same form again, corrected because its acknowledgement was lost, is the person's last word.
    const same = await team.submit(ben, TUESDAY, { plan: ['third'] }, { viewId: 'V1', revision: 0 })
    expect(same).toEqual({ ok: true })
    expect(await linesOf(team)).toEqual(['2026-03-03 third: null'])
  })

  test('a form with errors changes nothing', async () => {
    const team = await newTeam()
    const outcome = await submitStandup(team.context, {
      who: team.person('ben'),
      teamId: team.teamId,
      date: day(TUESDAY),
      viewId: 'V1',
      digest: 'x',
      revision: 0,
      read: (metrics) => ({ ok: false, problem: metrics.map(({ key }) => key) }),
    })
    expect(outcome).toEqual({ ok: false, reason: 'unread', problem: ['calls', 'visits'] })
    expect(await entry(team, TUESDAY)).toBeUndefined()
    expect(await team.message(`standup:${team.memberId('ben')}:${TUESDAY}`)).toBeNull()
  })
})

describe('plan', () => {
  test('the next form shows the lines; done and dropped are settled, the rest is carried on', async () => {
    const team = await newTeam()
    const ben = team.person('ben')
    await team.submit(ben, TUESDAY, { plan: ['Call Acme', 'Visit Bolt', 'Write offer'] })
    team.context.moveTo('2026-03-04T08:30:00Z')
    const form = await open(team, WEDNESDAY)
    expect(form.items.map(({ text }) => text)).toEqual(['Call Acme', 'Visit Bolt', 'Write offer'])
    const [acme, bolt] = form.items.map(({ itemId }) => itemId)
    const told = {
      doneItemIds: [acme!],
      droppedItemIds: [bolt!],
      plan: ['Prepare fair'],
      doneNote: 'Fixed CRM',
    }
    await team.submit(ben, WEDNESDAY, told)
    expect(await linesOf(team)).toEqual([
      '2026-03-03 Call Acme: done',
      '2026-03-03 Visit Bolt: dropped',
      '2026-03-03 Write offer: carried',
      '2026-03-04 Write offer: null',
      '2026-03-04 Prepare fair: null',
    ])
    expect(await team.facts(`summary:${team.teamId}:${WEDNESDAY}`)).toMatchObject({
      answers: [
        {
          saidDid: { done: 1, planned: 3 },
          done: ['Call Acme', 'Fixed CRM'],
          plan: ['Write offer', 'Prepare fair'],
        },
      ],
    })
  })

  test('an edit shows the earlier answer and replaces it', async () => {
    const team = await newTeam()
    const ben = team.person('ben')
    await team.submit(ben, TUESDAY, { plan: ['Call Acme', 'Visit Bolt'] })
    team.context.moveTo('2026-03-04T08:30:00Z')
    const [acme, bolt] = (await open(team, WEDNESDAY)).items.map(({ itemId }) => itemId)
    await team.submit(ben, WEDNESDAY, {
      doneItemIds: [acme!],
      plan: ['New'],
      doneNote: 'note',
      numbers: { calls: 7 },
    })
    const form = await open(team, WEDNESDAY)
    expect(form).toMatchObject({ revision: 1, plan: ['New'], doneNote: 'note', late: false })
    expect(form.items.map(({ text, outcome }) => [text, outcome])).toEqual([
      ['Call Acme', 'done'],
      ['Visit Bolt', 'carried'],
    ])
    expect(form.numbers.map(({ metric, value }) => [metric.key, value])).toEqual([
      ['calls', 7],
      ['visits', null],
    ])
    await team.submit(ben, WEDNESDAY, { doneItemIds: [bolt!], plan: [] }, { viewId: 'V2', revision: 1 })
    expect(await linesOf(team)).toEqual([
      '2026-03-03 Call Acme: carried',
      '2026-03-03 Visit Bolt: done',
      '2026-03-04 Call Acme: null',
    ])
  })

  test('a missed day in between loses nothing', async () => {
    const team = await newTeam()
    await team.submit(team.person('ben'), TUESDAY, { plan: ['Call Acme'] })
    team.context.moveTo('2026-03-05T08:30:00Z')
    expect((await open(team, '2026-03-05')).items.map(({ text }) => text)).toEqual(['Call Acme'])
  })

  test('yesterday filed late, after today was filed early: the lines of both stand', async () => {
    const team = await newTeam('2026-03-03T16:30:00Z')
    const ben = team.person('ben')
    await team.submit(ben, WEDNESDAY, { plan: ['tomorrow'] })
    await team.submit(ben, TUESDAY, { plan: ['today'] })
    expect(await linesOf(team)).toEqual(['2026-03-03 today: null', '2026-03-04 tomorrow: null'])
  })

  test('more than twenty open lines are refused with their number', async () => {
    const team = await newTeam()
    const plan = Array.from({ length: 21 }, (_, index) => `line ${index}`)
    const refused = { ok: false, reason: 'too-many-lines', lines: 21 }
    expect(await team.submit(team.person('ben'), TUESDAY, { plan })).toEqual(refused)
    expect(await entry(team, TUESDAY)).toBeUndefined()
  })
})

describe('numbers', () => {
  test('are of the previous working day (on Monday of Friday), and an edit corrects them in the ledger', async () => {
    const team = await newTeam('2026-03-02T08:30:00Z')
    const ben = team.person('ben')
    const monday = '2026-03-02'
    expect((await open(team, monday)).numbersDate.toString()).toBe('2026-02-27')
    await team.submit(ben, monday, { numbers: { calls: 40, visits: 0 } })
    await team.submit(ben, monday, { numbers: { calls: 35, visits: 0 } }, { viewId: 'V2' })
    const totals = await dayTotals(database.db, team.workspaceId, team.memberId('ben'), day('2026-02-27'))
    expect(totals).toMatchObject({ calls: { value: 35, late: false }, visits: { value: 0 } })
    const entries = await database.db
      .select()
      .from(activity)
      .where(eq(activity.memberId, team.memberId('ben')))
      .orderBy(activity.enteredAt)
    expect(entries.map(({ numbers, corrects }) => [numbers, corrects])).toEqual([
      [{ calls: 40, visits: 0 }, null],
      [{ calls: -5 }, { calls: entries[0]!.sourceId }],
    ])
  })

  test('a late or unusual number carries its mark; what was kept is not asked about again', async () => {
    const team = await newTeam('2026-03-03T12:00:00Z')
    const ben = team.person('ben')
    await team.submit(ben, TUESDAY, { numbers: { calls: 400 }, confirmed: { calls: 400 } })
    const totals = await dayTotals(database.db, team.workspaceId, team.memberId('ben'), day('2026-03-02'))
    expect(totals.calls).toMatchObject({ value: 400, late: true, implausible: true })
    const early = await newTeam()
    await early.submit(early.person('ben'), TUESDAY, { numbers: { calls: 400 }, confirmed: { calls: 400 } })
    const [calls] = (await open(early, TUESDAY)).numbers
    expect(calls).toMatchObject({ value: 400, confirmed: true })
  })
})

describe('receipt', () => {
  test('shows the streak, the place on the board and the change since the previous working day', async () => {
    const team = await newTeam('2026-03-02T08:30:00Z')
    const [ben, eva] = [team.person('ben'), team.person('eva')]
    await team.submit(ben, '2026-03-02', { numbers: { calls: 30 } })
    team.context.moveTo(MORNING)
    await team.submit(eva, TUESDAY, { numbers: { calls: 50 } })
    await team.submit(ben, TUESDAY, { numbers: { calls: 42 }, plan: ['Call Acme'] })
    expect(await team.facts(`standup:${team.memberId('ben')}:${TUESDAY}`)).toMatchObject({
      phase: 'receipt',
      receipt: {
        late: false,
        streakDays: 2,
        place: { rank: 2, of: 2, tied: false, metric: { key: 'calls' } },
        change: { metric: { key: 'calls' }, difference: 12 },
        numbers: [{ metric: { key: 'calls' }, value: 42 }],
        plan: ['Call Acme'],
        editable: true,
      },
    })
    team.context.moveTo('2026-03-03T10:00:00Z')
    expect(await team.facts(`standup:${team.memberId('ben')}:${TUESDAY}`)).toMatchObject({
      receipt: { editable: false },
    })
  })

  test('an answer of the evening before is shown in the channel from the prompt time on', async () => {
    const team = await newTeam('2026-03-02T16:30:00Z')
    await team.replan(TUESDAY)
    await team.submit(team.person('ben'), TUESDAY, { plan: ['Call Acme'] })
    expect(await team.message(`standup:${team.memberId('ben')}:${TUESDAY}`)).not.toBeNull()
    expect(await team.message(`summary:${team.teamId}:${TUESDAY}`)).toBeNull()
    await team.tickAt('2026-03-03T08:00:00Z')
    expect(await team.facts(`summary:${team.teamId}:${TUESDAY}`)).toMatchObject({
      answers: [{ name: 'ben' }],
      missing: [],
    })
    expect(await team.message(`standup:${team.memberId('ben')}:${TUESDAY}`)).toMatchObject({ version: 1 })
  })
})

describe("today's standup", () => {
  const today = (team: Team) => openTodaysStandup(team.context, team.person('ben'))

  test('is the one that is open: of today, late, of tomorrow from the evening on', async () => {
    const team = await newTeam()
    const dateAt = async (instant: string) => {
      team.context.moveTo(instant)
      const opened = await today(team)
      return opened.ok ? `${opened.form.date}${opened.form.late ? ' late' : ''}` : opened.reason
    }
    expect(await dateAt(MORNING)).toBe('2026-03-03')
    expect(await dateAt('2026-03-03T12:00:00Z')).toBe('2026-03-03 late')
    team.context.moveTo(MORNING)
    await team.submit(team.person('ben'), TUESDAY, {})
    expect(await dateAt('2026-03-03T09:30:00Z')).toBe('2026-03-03')
    expect(await dateAt('2026-03-03T12:00:00Z')).toBe('nothing-open')
    expect(await dateAt('2026-03-03T16:00:00Z')).toBe('2026-03-04')
  })

  test('says when the next one opens, and that a stranger has none', async () => {
    const team = await newTeam()
    await team.submit(team.person('ben'), TUESDAY, {})
    team.context.moveTo('2026-03-03T12:00:00Z')
    expect(await today(team)).toMatchObject({ reason: 'nothing-open', zone: 'Europe/Berlin' })
    const opened = await today(team)
    expect(!opened.ok && 'opensAt' in opened && opened.opensAt?.toString()).toBe('2026-03-03T16:00:00Z')
    const nobody = testPerson(team.workspaceId, 'U-nobody')
    expect(await openTodaysStandup(team.context, nobody)).toEqual({ ok: false, reason: 'no-team' })
  })
})
