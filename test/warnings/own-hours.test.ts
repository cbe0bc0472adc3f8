// Nobody is woken by a warning: what is new at night is told when the reader's own hours begin, and only if it still holds.
import { and, eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { readings } from '../../src/org/audit/db/readings.sql.ts'
import { saveOwnHolidays } from '../../src/org/db/own-holidays.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { saveSettings } from '../../src/org/db/settings.ts'
import { members } from '../../src/org/db/teams.sql.ts'
import { archiveTeams, insertTeam, reopenTeam } from '../../src/org/db/teams.ts'
import { loadTeamDays } from '../../src/org/flows/load-team-days.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import type { DueItem } from '../../src/schedule/db/due.ts'
import { warningEpisodes, warningRules } from '../../src/warnings/db/warnings.sql.ts'
import type { WarningAnswer } from '../../src/warnings/domain/answer.ts'
import { WAITING_DUE } from '../../src/warnings/domain/plan-evaluation.ts'
import { afterWorkingTime } from '../../src/warnings/domain/working-time.ts'
import { answerWarning } from '../../src/warnings/flows/answer-warning.ts'
import { evaluateTeams } from '../../src/warnings/flows/evaluate-teams.ts'
import { loadLadders } from '../../src/warnings/flows/load-ladders.ts'
import { loadReaderHours } from '../../src/warnings/flows/reader-hours.ts'
import { sendWaiting } from '../../src/warnings/flows/send-waiting.ts'
import { letWait } from '../../src/warnings/flows/waiting.ts'
import { day, standupTeam } from '../checkins/standup/team.ts'
import { testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { warningTeam } from './warning-team.ts'

const database = usesDatabase()

const NINE = { inBerlin: '2026-03-06T08:00:00Z', inNewYork: '2026-03-06T14:00:00Z' }

/** Far behind from the first day on; the urgent warning opens on Friday 6 March at nine in Berlin, at three in New York. */
async function farBehind(others: readonly string[] = []) {
  const team = await warningTeam(database.db, { others })
  const inNewYork = ['ben', ...others].map((name) => ({
    ...{ ...testPerson(team.workspaceId, `U-${name}`), zone: 'America/New_York' },
  }))
  await savePeople(database.db, inNewYork, team.context.clock.now())
  await team.replan('2026-03-02')
  const days = (made: number) => Object.fromEntries([2, 3, 4, 5, 6].map((date) => [`2026-03-0${date}`, made]))
  await team.calls('eva', days(10))
  for (const name of ['ben', ...others]) await team.calls(name, days(2))
  await team.mornings('2026-03-02', '2026-03-05')
  await team.tickAt(NINE.inBerlin)
  return team
}

/** Who was shown ben's numbers. */
const whoRead = async ({ workspaceId }: { workspaceId: string }) =>
  (await database.db.select().from(readings).where(eq(readings.workspaceId, workspaceId)))
    .filter(({ userId }) => userId === 'U-ben')
    .map(({ viewerUserId }) => viewerUserId)
    .sort()

test('the manager hears at nine in Berlin, the rep at nine in New York, each once', async () => {
  const team = await farBehind()
  expect(await team.deliver()).toEqual(['U-boss warning'])
  await team.tickAt('2026-03-06T13:59:00Z')
  expect((await team.deliver()).filter((sent) => sent.includes('U-ben'))).toEqual([])
  await team.tickAt(NINE.inNewYork)
  expect((await team.deliver()).filter((sent) => sent.includes('U-ben'))).toEqual(['U-ben warning'])
  await team.tickAt('2026-03-06T14:05:00Z')
  expect((await team.deliver()).filter((sent) => sent.includes('U-ben'))).toEqual([])
})

test.each([
  ['what is over before the rep wakes is told to the manager alone', 0],
  ['however long it has been open: when it opened does not say when the rep was told', 31],
])('%s', async (_, days) => {
  const team = await farBehind()
  await team.deliver()
  const openedAt = team.context.clock.now().subtract({ hours: 24 * days })
  await database.db.update(warningEpisodes).set({ openedAt })
  await team.calls('ben', { '2026-03-05': 100 })
  await team.tickAt('2026-03-06T10:05:00Z')
  expect(await team.events()).toContain('recovered')
  await team.tickAt(NINE.inNewYork)
  const sent = await team.deliver()
  expect(sent.filter((one) => one.includes('U-ben'))).toEqual([])
  expect(sent).toContain('U-boss resolved')
})

const UNTIL = day('2026-03-09')
/** What becomes of each one's warning while they sleep, and whether they are told of it when they wake. */
const OVERNIGHT: Record<string, { byDirector: WarningAnswer | null; isTold: boolean }> = {
  ben: { byDirector: null, isTold: true },
  putOff: { byDirector: { kind: 'snooze', until: UNTIL }, isTold: false },
  // Their own number is still behind, and they read who is on it.
  takenOn: {
    byDirector: { kind: 'acknowledge', action: 'Two demos', until: day('2026-03-20') },
    isTold: true,
  },
  noRisk: { byDirector: { kind: 'dismiss', note: 'a trade fair' }, isTold: false },
  behindHigher: { byDirector: null, isTold: false },
  recovered: { byDirector: null, isTold: false },
  left: { byDirector: null, isTold: false },
}

test('what became of a warning overnight decides whether its reader is told of it in the morning', async () => {
  const others = Object.keys(OVERNIGHT).filter((name) => name !== 'ben')
  const team = await farBehind(others)
  const toReps = async () =>
    (await team.deliver()).filter((sent) => others.concat('ben').some((name) => sent.includes(`U-${name} `)))
  expect(await toReps()).toEqual([])
  const ofPerson = async (name: string) =>
    (await team.open()).find(({ memberId }) => memberId === team.memberId(name))!.episodeId
  for (const [name, { byDirector }] of Object.entries(OVERNIGHT))
    if (byDirector)
      expect(await answerWarning(team.context, team.leads[2]!, await ofPerson(name), byDirector)).toEqual({
        ok: true,
      })
  await team.calls('recovered', { '2026-03-05': 100 })
  const hasLeft = { leftOn: day('2026-03-05') }
  await database.db
    .update(members)
    .set(hasLeft)
    .where(eq(members.memberId, team.memberId('left')))
  await team.tickAt('2026-03-06T08:05:00Z')
  // That the rule is muted from now on opens nothing new; what is open goes on.
  const muted = [{ from: '2026-03-06', to: '2026-03-31' }]
  await database.db.update(warningRules).set({ muted }).where(eq(warningRules.teamId, team.teamId))
  await team.tickAt(NINE.inNewYork)
  const higher = eq(warningEpisodes.episodeId, await ofPerson('behindHigher'))
  await database.db.update(warningEpisodes).set({ silenced: true }).where(higher)
  const told = Object.keys(OVERNIGHT).filter((name) => OVERNIGHT[name]!.isTold)
  expect(await toReps()).toEqual(told.map((name) => `U-${name} warning`).sort())
  // What was put off, or stood behind a higher one, is new to its reader when that is over, in their own hours. Summer time has begun.
  await team.mornings('2026-03-09', '2026-03-09')
  expect(await team.events()).toContain('snooze-over')
  expect((await toReps()).filter((sent) => !sent.includes('edit'))).toEqual([])
  await team.tickAt('2026-03-09T13:00:00Z')
  expect((await toReps()).filter((sent) => sent.endsWith('warning'))).toEqual([
    ...['U-behindHigher warning', 'U-putOff warning'],
  ])
  // Of what ends by a rule that is switched off nobody hears in the morning who has not heard of it before.
  await database.db.update(warningRules).set({ active: false }).where(eq(warningRules.teamId, team.teamId))
  await team.mornings('2026-03-10', '2026-03-10')
  expect(await team.events()).toContain('rule-off')
  await team.tickAt('2026-03-10T13:00:00Z')
  expect((await toReps()).filter((sent) => sent.includes('resolved')).sort()).toEqual([
    'U-behindHigher resolved',
    'U-ben resolved',
    'U-putOff resolved',
    'U-takenOn resolved',
  ])
})

test('whoever is on leave by the morning is told on the first day that they work; the delegate stands in for the manager', async () => {
  const team = await farBehind()
  const now = team.context.clock.now()
  await savePeople(database.db, [{ ...team.leads[0]!, zone: 'America/New_York' }], now)
  await database.db.delete(messages)
  const said = (await team.open()).map((warning) => ({
    ...{ warning, userId: 'U-boss', what: 'new' as const, date: day('2026-03-06') },
    at: Temporal.Instant.from(NINE.inNewYork),
  }))
  await database.db.transaction((tx) => letWait(tx, said, now))
  await team.setDelegate('U-deputy')
  for (const userId of ['U-ben', 'U-boss'])
    for (const date of ['2026-03-06', '2026-03-09']) await team.leave(userId, date)
  await team.tickAt('2026-03-06T10:05:00Z')
  expect(await team.deliver()).toContain('U-deputy warning')
  const toThem = async () => (await team.deliver()).filter((sent) => /^U-(ben|boss) warning/.test(sent))
  for (const at of [NINE.inNewYork, '2026-03-09T13:00:00Z', '2026-03-10T12:59:00Z']) {
    await team.tickAt(at)
    expect(await toThem()).toEqual([])
  }
  await team.tickAt('2026-03-10T13:00:00Z')
  expect(await toThem()).toEqual(['U-ben warning', 'U-boss warning'])
})

test('a team is paused and back at night: who knew of a warning hears of its end when they work again, others hear nothing', async () => {
  const team = await farBehind()
  expect(await team.deliver()).toEqual(['U-boss warning'])
  const { workspaceId, context } = team
  await archiveTeams(database.db, workspaceId, context.clock.now())
  const at = '2026-03-06T22:00:00Z'
  context.moveTo(at)
  const look = { date: day('2026-03-06'), now: Temporal.Instant.from(at), isMorning: false }
  await database.db.transaction((tx) => evaluateTeams(tx, context, [team], look))
  expect(await team.events()).toContain('paused')
  await reopenTeam(database.db, team)
  expect(await team.deliver()).toEqual(['U-boss edit'])
  await team.tickAt('2026-03-09T07:59:00Z')
  expect(await team.deliver()).toEqual([])
  await team.tickAt('2026-03-09T13:00:00Z')
  expect(await team.deliver()).toEqual(['U-boss resolved'])
})

test('whoever leads two teams has the hours from the first that begins to the last that ends, whichever team it is about', async () => {
  const team = await standupTeam(database.db, { zones: { boss: 'Europe/Berlin' }, now: NINE.inBerlin })
  const { workspaceId, context } = team
  const early = { workspaceId, teamId: crypto.randomUUID(), channelId: 'C-early' }
  await insertTeam(
    database.db,
    { ...early, managerUserId: 'U-boss', parentTeamId: null },
    context.clock.now(),
  )
  const settings = { ...team.settings, workingHours: { from: '07:00', to: '15:00' } }
  const since = { effectiveFrom: day('2026-01-01'), setBy: 'U-boss', setAt: context.clock.now() }
  await saveSettings(database.db, early, { ...since, settings })
  const readers = [team, early].map(({ teamId }) => ({ userId: 'U-boss', teamId }))
  const hours = await loadReaderHours(database.db, workspaceId, readers, new Map(), context.clock.now())
  const begins = (at: string) =>
    readers.map((reader) => hours.from(reader, Temporal.Instant.from(at)).toString())
  expect(begins('2026-03-06T05:00:00Z')).toEqual(Array(2).fill('2026-03-06T06:00:00Z'))
  expect(begins('2026-03-06T16:59:00Z')).toEqual(Array(2).fill('2026-03-06T16:59:00Z'))
  expect(begins('2026-03-06T17:00:00Z')).toEqual(Array(2).fill('2026-03-09T06:00:00Z'))
  // The clock that waits for their answer runs in the same hours: two hours from five on Friday end at eight on Monday.
  const today = day('2026-03-06')
  const days = [...(await loadTeamDays(database.db, [team, early], today)).values()]
  const ladders = [...(await loadLadders(database.db, days, context.clock.now())).values()]
  const due = ladders.map(({ inTeam: [boss] }) =>
    afterWorkingTime(Temporal.Instant.from('2026-03-06T16:00:00Z'), 120, boss!.schedule).toString(),
  )
  expect(due).toEqual(Array(2).fill('2026-03-09T07:00:00Z'))
})

test('the clock of a manager who keeps another country’s public holidays does not run on one', async () => {
  const team = await standupTeam(database.db, {
    zones: { boss: 'Europe/Berlin' },
    now: '2026-11-25T08:00:00Z',
  })
  const now = team.context.clock.now()
  const keeps = { from: day('2026-01-01'), place: { country: 'US', region: 'NY' } }
  await saveOwnHolidays(database.db, team.person('boss'), keeps, { by: 'U-boss', at: now })
  const days = [...(await loadTeamDays(database.db, [team], day('2026-11-25'))).values()]
  const { schedule } = (await loadLadders(database.db, days, now)).get(team.teamId)!.inTeam[0]!
  // Thanksgiving is on Thursday 26 November.
  const works = ['25', '26', '27', '28'].map((date) => schedule.worksOn(day(`2026-11-${date}`)))
  expect(works).toEqual([true, false, true, false])
})

test('with the clock set back past an hour that was served, what comes then is told all the same; that the chief reads it is on record by then', async () => {
  const team = await farBehind()
  await team.tickAt(NINE.inNewYork)
  await team.deliver()
  const [warning] = await team.open()
  const at = Temporal.Instant.from(NINE.inNewYork)
  const waits = { warning: warning!, at, date: day('2026-03-06') }
  const said = [
    { ...waits, userId: 'U-ben', what: 'repeated' as const },
    { ...waits, userId: 'U-chief', what: 'new' as const },
  ]
  const before = at.subtract({ minutes: 1 })
  await database.db.transaction((tx) => letWait(tx, said, before))
  expect(await whoRead(team)).not.toContain('U-chief')
  await team.tickAt('2026-03-06T14:01:00Z')
  expect(await whoRead(team)).toContain('U-chief')
  const sent = await team.deliver()
  for (const one of ['U-ben repeated', 'U-chief warning']) expect(sent).toContain(one)
})

test('what is worse by the reader’s morning is one message: no note beside the warning that is new to them', async () => {
  const team = await farBehind()
  const [warning] = await team.open()
  const now = Temporal.Instant.from(NINE.inBerlin)
  const at = Temporal.Instant.from(NINE.inNewYork)
  const note = [{ warning: warning!, userId: 'U-ben', what: 'raised' as const, at, date: day('2026-03-06') }]
  await database.db.transaction((tx) => letWait(tx, note, now))
  await team.tickAt(NINE.inNewYork)
  expect((await team.deliver()).filter((sent) => sent.includes('U-ben'))).toEqual(['U-ben warning'])
})

test('a snooze ends while another replica tells the rep who slept: the rep hears of it once', async () => {
  const team = await farBehind()
  const { context, workspaceId } = team
  await team.deliver()
  const [warning] = await team.open()
  await answerWarning(context, team.leads[2]!, warning!.episodeId, { kind: 'snooze', until: UNTIL })
  const now = Temporal.Instant.from('2026-03-09T13:00:00Z')
  context.moveTo(now.toString())
  const waits = { workspaceId, dueKey: `${WAITING_DUE}:U-ben:1:1`, date: day('2026-03-06') } as DueItem
  let [hasSent, telling] = [false, Promise.resolve()]
  await database.db.transaction(async (tx) => {
    await evaluateTeams(tx, context, [team], { date: day('2026-03-09'), now, isMorning: true })
    telling = database.db.transaction(async (other) => {
      await sendWaiting(other, [waits], now, context)
    })
    telling.then(() => (hasSent = true)).catch(() => {})
    await vi.waitFor(async () => expect(hasSent || (await isSomebodyWaiting())).toBe(true))
    // As the outbox would: for it the warning is still put off.
    const toRep = and(eq(messages.workspaceId, workspaceId), eq(messages.toUserId, 'U-ben'))
    await database.db.update(messages).set({ state: 'dropped', nextAttemptAt: null }).where(toRep)
  })
  await telling
  expect(await team.events()).toContain('snooze-over')
  expect((await team.deliver()).filter((sent) => sent.includes('U-ben'))).toEqual(['U-ben warning'])
})

/** For a lock that another transaction has. */
const isSomebodyWaiting = async () => {
  const rows = await database.db.execute(sql`select from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`)
  return rows.length > 0
}

test('a warning that is just being posted when it ends may have been read: its end is told', async () => {
  const team = await farBehind()
  await database.db.update(messages).set({ sendingSince: team.context.clock.now() })
  await team.calls('ben', { '2026-03-05': 100 })
  await team.tickAt('2026-03-06T10:05:00Z')
  expect(await team.deliver()).toContain('U-boss resolved')
})

test('the end of what has been open for over a month is told, though its message is kept no longer', async () => {
  const team = await farBehind()
  await team.deliver()
  await database.db.delete(messages)
  const monthAgo = team.context.clock.now().subtract({ hours: 24 * 31 })
  await database.db.update(warningEpisodes).set({ openedAt: monthAgo })
  await team.calls('ben', { '2026-03-05': 100 })
  await team.tickAt('2026-03-06T10:05:00Z')
  expect(await team.deliver()).toContain('U-boss resolved')
})
