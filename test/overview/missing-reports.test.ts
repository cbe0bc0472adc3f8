// Who has not reported before the close, on real Postgres: told once to whoever leads the team, nudged with one press, one message in all.
import { expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { reports } from '../../src/checkins/reports/feature.ts'
import { REPORT } from '../../src/checkins/reports/slack/ids.ts'
import { readingsOf } from '../../src/org/audit/db/readings.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { setDelegate } from '../../src/org/db/teams.ts'
import { DEFAULT_REPORT, type ReportSettings } from '../../src/org/domain/team.ts'
import type { ReportDigestFacts } from '../../src/overview/domain/report-digest.ts'
import { at } from '../checkins/standup/at.ts'
import { day, standupTeam } from '../checkins/standup/team.ts'
import { saidIn } from '../checkins/standup/told.ts'
import { typed } from '../slack/untouched.ts'
import { testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()

const FRIDAY = '2026-03-06'
const BERLIN = 'Europe/Berlin'

/** Friday at four in Berlin; it closes at six. */
async function reporting(
  zones: Record<string, string> = { ben: BERLIN, eva: BERLIN, boss: BERLIN },
  weekly: Partial<ReportSettings> = {},
  zone = BERLIN,
) {
  const settings = { reports: { weekly: { ...DEFAULT_REPORT, ...weekly } }, zone }
  const team = await standupTeam(database.db, { zones, now: '2026-03-05T07:00:00Z', settings })
  const boss = testPerson(team.workspaceId, 'U-boss', { name: 'boss', zone: BERLIN })
  if (!('boss' in zones)) await savePeople(database.db, [boss], team.context.clock.now())
  await team.replan(FRIDAY)
  // Four in Shanghai, six there, then four in Berlin.
  await team.tickAt(`${FRIDAY}T08:00:00Z`)
  await team.tickAt(`${FRIDAY}T10:00:00Z`)
  await team.tickAt(`${FRIDAY}T15:00:00Z`)
  await team.markDelivered()
  const key = `report-digest:weekly:${team.teamId}:${FRIDAY}`
  const value = JSON.stringify({ team: team.teamId, checkin: 'weekly', date: FRIDAY })
  const as = (name: string) =>
    at(team.context, name === 'boss' ? boss : team.person(name), reports, REPORT.form)
  const facts = async () => (await team.facts(key)) as unknown as ReportDigestFacts | null
  return {
    ...{ ...team, key, as },
    press: async (name = 'boss') => {
      const person = as(name)
      await person.click(REPORT.nudge, value)
      return person.seen.said.join()
    },
    reports: async (name: string) => {
      const person = as(name)
      await person.click(REPORT.open, value)
      const view = person.seen.views.at(-1)!
      const answer = typed(view, { 'section:results': 'Two deals' })
      expect(await person.submit(answer, view.private_metadata ?? '')).toEqual({ kind: 'close' })
    },
    digest: async () => (await facts())?.digest ?? null,
    shown: async () =>
      JSON.stringify(
        BOT.messages.get('report-digest')!.render((await facts()) as never, BOT.translator('en')),
      ),
    nudge: (name: string) => team.facts(`report-nudge:weekly:${team.memberId(name)}:${FRIDAY}`),
    told: async (kind: string) =>
      (await saidIn(database.db, team.workspaceId)).filter((one) => one.startsWith(kind)).length,
  }
}

test('an hour before the close: one message names who is missing, and one press asks them all, once', async () => {
  const team = await reporting()
  await team.reports('ben')
  await team.tickAt(`${FRIDAY}T15:59:00Z`)
  expect(await team.message(team.key)).toBeNull()
  await team.tickAt(`${FRIDAY}T16:00:00Z`)
  expect(await team.digest()).toMatchObject({
    ...{ answered: 1, expected: 3, ownMissing: true, missing: [{ name: 'eva', nudge: 'can' }] },
  })
  expect(await team.shown()).toMatch(/1 of 3 in so far, closes at 6:00.PM/)
  await team.markDelivered()
  expect(await Promise.all([team.press(), team.press()])).toContain('')
  expect(await team.press()).toContain('has been asked already')
  expect(await team.nudge('eva')).toMatchObject({ phase: 'open', byUserId: 'U-boss' })
  expect(await team.nudge('boss')).toBeNull()
  expect(await team.digest()).toMatchObject({ missing: [{ name: 'eva', nudge: 'done' }] })
  expect(await team.shown()).not.toContain(REPORT.nudge)
  await team.markDelivered()
  await team.reports('eva')
  expect(await team.nudge('eva')).toMatchObject({ phase: 'answered' })
  expect(await team.digest()).toMatchObject({ answered: 2, missing: [], ownMissing: true })
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  expect(await team.digest()).toMatchObject({ answered: 2, expected: 3, closesAt: null })
  expect(await team.shown()).toContain('2 of 3 in\\n')
  expect(await team.told('report-digest')).toBe(1)
  expect(await team.told('report-nudge')).toBe(1)
})

test('a delegate who stands in from then on gets it at the close, and the manager keeps theirs', async () => {
  const team = await reporting({ ben: BERLIN, eva: BERLIN, deputy: BERLIN })
  await setDelegate(database.db, team, 'U-deputy')
  await team.tickAt(`${FRIDAY}T16:00:00Z`)
  expect(await team.message(team.key)).toMatchObject({ toUserId: 'U-boss' })
  expect(await team.message(`${team.key}:2`)).toBeNull()
  await team.markDelivered()
  await team.leave('U-boss', FRIDAY)
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  expect(await team.message(`${team.key}:2`)).toMatchObject({ toUserId: 'U-deputy' })
  for (const key of [team.key, `${team.key}:2`]) {
    const { digest } = (await team.facts(key)) as unknown as ReportDigestFacts
    expect(digest).toMatchObject({ answered: 0, expected: 3, closesAt: null })
  }
  const ben = { workspaceId: team.workspaceId, userId: 'U-ben' }
  expect((await readingsOf(database.db, ben, day(FRIDAY), 9)).map((one) => one.viewerUserId).sort()).toEqual([
    'U-boss',
    'U-deputy',
  ])
})

test('where everybody is in there is nothing to say before the close', async () => {
  const team = await reporting({ ben: BERLIN })
  await team.reports('ben')
  await team.tickAt(`${FRIDAY}T16:30:00Z`)
  expect(await team.message(team.key)).toBeNull()
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  expect(await team.digest()).toMatchObject({ answered: 1, expected: 1 })
})

test('who was missing and takes the day off is missing no more, also where nobody is left to report', async () => {
  const team = await reporting({ eva: BERLIN })
  await team.tickAt(`${FRIDAY}T16:00:00Z`)
  expect(await team.digest()).toMatchObject({ missing: [{ name: 'eva', nudge: 'can' }] })
  await team.markDelivered()
  const { version } = (await team.message(team.key))!
  const value = JSON.stringify({ team: team.teamId, checkin: 'weekly', date: FRIDAY })
  await team.as('eva').click(REPORT.offToday, value)
  expect((await team.message(team.key))!.version).toBe(version + 1)
  expect(await team.digest()).toMatchObject({ expected: 0, missing: [] })
  const shown = await team.shown()
  expect(shown).toContain('nobody is expected to report')
  expect(shown).not.toMatch(/eva|report\.nudge/)
})

test('who is asked later is not missing yet, and whose time is over is not nudged', async () => {
  const zones = { wei: 'Asia/Shanghai', ben: BERLIN, ann: 'America/New_York' }
  const team = await reporting(zones)
  await team.tickAt(`${FRIDAY}T16:00:00Z`)
  const digest = await team.digest()
  expect(digest).toMatchObject({ answered: 0, expected: 3 })
  expect(digest?.missing.map(({ name, nudge }) => `${name} ${nudge}`).sort()).toEqual(['ben can', 'wei no'])
  await team.press()
  expect([await team.nudge('wei'), await team.nudge('ann')]).toEqual([null, null])
  expect(await team.nudge('ben')).toMatchObject({ phase: 'open' })
})

test('half an hour after the prompt of a short report, and not at all of a shorter one', async () => {
  const short = await reporting({ ben: BERLIN }, { closeAfterMinutes: 45 })
  await short.tickAt(`${FRIDAY}T15:29:00Z`)
  expect(await short.message(short.key)).toBeNull()
  await short.tickAt(`${FRIDAY}T15:30:00Z`)
  expect(await short.digest()).toMatchObject({ missing: [{ name: 'ben' }] })
  const shorter = await reporting({ ben: BERLIN }, { closeAfterMinutes: 30 })
  await shorter.tickAt(`${FRIDAY}T15:29:00Z`)
  expect(await shorter.message(shorter.key)).toBeNull()
})

test('a member cannot ask the others, and what comes after the close reaches nobody', async () => {
  const team = await reporting()
  await team.tickAt(`${FRIDAY}T16:00:00Z`)
  expect(await team.press('ben')).toContain('Only whoever leads this team')
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  expect(await team.press()).not.toBe('')
  expect(await team.told('report-nudge')).toBe(0)
})

test('where somebody is asked later, in another zone, it comes at the close by the team’s clock, and says so', async () => {
  const team = await reporting({ ben: BERLIN, ann: 'America/Los_Angeles' })
  await team.reports('ben')
  await team.tickAt(`${FRIDAY}T16:59:00Z`)
  expect(await team.message(team.key)).toBeNull()
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  expect(await team.digest()).toMatchObject({ answered: 1, expected: 2, later: 1, missing: [] })
  expect(await team.shown()).toContain('1 person is asked later')
  await team.markDelivered()
  await team.replan('2026-03-07')
  await team.tickAt('2026-03-07T00:00:00Z')
  await team.tickAt('2026-03-07T02:00:00Z')
  expect(await team.digest()).toMatchObject({
    expected: 2,
    later: 0,
    missing: [{ name: 'ann', nudge: 'no' }],
  })
  expect(await team.told('report-digest')).toBe(1)
})

test('where all are asked later than the team’s clock says, it waits for the first who closes', async () => {
  const team = await reporting({ ben: BERLIN, ann: 'America/Los_Angeles' }, {}, 'Asia/Shanghai')
  await team.reports('ben')
  await team.tickAt(`${FRIDAY}T16:59:00Z`)
  expect(await team.message(team.key)).toBeNull()
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  expect(await team.digest()).toMatchObject({
    answered: 1,
    expected: 2,
    later: 1,
    missing: [],
    closesAt: null,
  })
})
