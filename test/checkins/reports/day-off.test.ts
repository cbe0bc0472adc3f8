// Who takes the day of the weekly report off, on real Postgres: below the prompt, by command, in time for another day.
import { expect, test } from 'vitest'
import { answerCounts } from '../../../src/checkins/flows/answer-counts.ts'
import { reportKind } from '../../../src/checkins/reports/domain/report-kind.ts'
import { reports } from '../../../src/checkins/reports/feature.ts'
import { REPORT } from '../../../src/checkins/reports/slack/ids.ts'
import { savePeople } from '../../../src/org/db/people.ts'
import { DEFAULT_REPORT } from '../../../src/org/domain/team.ts'
import { changeExtraDay } from '../../../src/org/flows/change-extra-days.ts'
import { cancelLeave, recordLeave } from '../../../src/org/flows/record-leave.ts'
import { savePerson } from '../../../src/org/flows/save-person.ts'
import type { ReportDigest } from '../../../src/overview/domain/report-digest.ts'
import { loadTeamReport } from '../../../src/overview/flows/team-report.ts'
import { typed } from '../../slack/untouched.ts'
import { testPerson } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import { at } from '../standup/at.ts'
import { day, standupTeam } from '../standup/team.ts'

const database = usesDatabase()

const THURSDAY = '2026-03-05'
const FRIDAY = '2026-03-06'

/** On Thursday at eight, in Berlin. */
async function reporting(more: Record<string, string> = {}) {
  const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin', ...more }
  const settings = { reports: { weekly: DEFAULT_REPORT } }
  const team = await standupTeam(database.db, { zones, now: `${THURSDAY}T07:00:00Z`, settings })
  await team.replan(THURSDAY)
  const ben = at(team.context, team.person('ben'), reports, REPORT.form)
  const value = JSON.stringify({ team: team.teamId, checkin: 'weekly', date: FRIDAY })
  const key = (kind: string) => `${kind}:weekly:${team.memberId('ben')}:${FRIDAY}`
  return {
    ...{ ...team, ben, value },
    offToday: () => ben.click(REPORT.offToday, value),
    isOff: () => {
      const who = team.person('ben')
      const leave = { from: day(FRIDAY), to: day(FRIDAY), part: 'whole' as const }
      return recordLeave(team.context, who, who.userId, leave)
    },
    card: () => team.facts(key('report')),
    counts: async () => {
      const week = { from: day('2026-03-02'), to: day('2026-03-08') }
      const { workspaceId, teamId } = team
      return (await answerCounts(database.db, reportKind('weekly'), workspaceId, [teamId], week)).get(teamId)
    },
    reminder: () => team.facts(key('report-remind')),
    digest: () => team.facts(`report-digest:weekly:${team.teamId}:${FRIDAY}`),
    summary: () => team.facts(`report-summary:weekly:${team.teamId}:${FRIDAY}`),
  }
}

test('“Off today” excuses: the buttons go, nobody waits for the report, and it says so', async () => {
  const team = await reporting()
  await team.tickAt(`${FRIDAY}T15:00:00Z`)
  await team.markDelivered()
  expect(await team.card()).toMatchObject({ phase: 'prompt' })
  await Promise.all([team.offToday(), team.offToday()])
  expect(team.ben.seen.said).toHaveLength(1)
  expect(team.ben.seen.said.join()).toContain('Mar 6')
  expect(await team.card()).toMatchObject({ phase: 'excused' })
  await team.tickAt(`${FRIDAY}T16:30:00Z`)
  expect(await team.reminder()).toBeNull()
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  expect(await team.summary()).toMatchObject({ closed: true, expected: 1, missing: ['eva'], away: ['ben'] })
  await team.offToday()
  expect(team.ben.seen.said).toHaveLength(1)
})

test('who is known to be off is asked the day before, and missing there stays missing', async () => {
  const team = await reporting()
  await team.isOff()
  await team.tickAt(`${THURSDAY}T15:00:00Z`)
  await team.markDelivered()
  expect(await team.card()).toMatchObject({ phase: 'prompt' })
  await team.tickAt(`${FRIDAY}T08:00:00Z`)
  expect(await team.card()).toMatchObject({ phase: 'over' })
  await team.offToday()
  expect(team.ben.seen.said.join()).toContain('closed by now')
})

test('leave from the evening before excuses, without a prompt', async () => {
  const team = await reporting()
  await team.tickAt(`${THURSDAY}T17:00:00Z`)
  await team.isOff()
  await team.tickAt(`${FRIDAY}T15:00:00Z`)
  expect(await team.card()).toBeNull()
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  expect(await team.summary()).toMatchObject({ missing: ['eva'], away: ['ben'] })
})

test('leave that is put on record after the close excuses as well: nobody is missing any more', async () => {
  const team = await reporting()
  await team.tickAt(`${FRIDAY}T15:00:00Z`)
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  expect(await team.summary()).toMatchObject({ missing: ['ben', 'eva'], away: [] })
  await team.tickAt('2026-03-09T07:00:00Z')
  const who = testPerson(team.workspaceId, 'U-boss')
  const leave = { from: day(FRIDAY), to: day(FRIDAY), part: 'whole' as const }
  expect(await team.counts()).toEqual({ answered: 0, expected: 2 })
  expect(await recordLeave(team.context, who, team.person('ben').userId, leave)).toMatchObject({ ok: true })
  expect(await team.counts()).toEqual({ answered: 0, expected: 1 })
  expect(await team.summary()).toMatchObject({ missing: ['eva'], away: ['ben'] })
})

test('digest, summary and the director’s message count alike: of who is gone nothing, and a leave that is cancelled later makes nobody missing', async () => {
  const team = await reporting({ cal: 'Europe/Berlin' })
  const boss = testPerson(team.workspaceId, 'U-boss')
  await savePeople(database.db, [boss], team.context.clock.now())
  await team.tickAt(`${THURSDAY}T17:00:00Z`)
  const leave = await team.isOff()
  await team.tickAt(`${FRIDAY}T15:00:00Z`)
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  const counted = async () => {
    const [summary, told] = [await team.summary(), await team.digest()]
    const { answered, expected, missing } = (told as unknown as { digest: ReportDigest }).digest
    const named = missing.map(({ name }) => name).sort()
    return {
      summary: [summary!.expected, [...(summary!.missing as string[])].sort()],
      digest: [expected, named],
      rollup: await team.counts(),
      answered,
    }
  }
  const both = {
    answered: 0,
    summary: [2, ['cal', 'eva']],
    digest: [2, ['cal', 'eva']],
    rollup: { answered: 0, expected: 2 },
  }
  expect(await counted()).toEqual(both)
  team.context.moveTo('2026-03-07T09:00:00Z')
  expect(await cancelLeave(team.context, boss, leave.ok ? leave.leave.leaveId : '')).toMatchObject({
    ok: true,
  })
  expect(await counted()).toEqual(both)
  const eva = { ...team.person('eva'), deactivated: true }
  await database.db.transaction((tx) => savePerson(tx, team.context, eva))
  expect(await counted()).toEqual({
    answered: 0,
    summary: [1, ['cal']],
    digest: [1, ['cal']],
    rollup: { answered: 0, expected: 1 },
  })
})

test('a day off of the whole team that is set on the day itself excuses everybody, whoever was prompted', async () => {
  const team = await reporting()
  await team.tickAt(`${FRIDAY}T15:00:00Z`)
  await team.markDelivered()
  team.context.moveTo(`${FRIDAY}T15:10:00Z`)
  const boss = testPerson(team.workspaceId, 'U-boss')
  const off = { date: day(FRIDAY), kind: 'off' as const }
  expect(await changeExtraDay(team.context, boss, team.teamId, off)).toEqual({ ok: true })
  expect(await team.card()).toMatchObject({ phase: 'excused' })
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  expect(await team.reminder()).toBeNull()
  const digest = await loadTeamReport(
    database.db,
    team,
    { name: 'weekly', date: day(FRIDAY) },
    team.context.clock.now(),
  )
  expect(digest).toMatchObject({ answered: [], missing: [], later: 0 })
  expect(await team.counts()).toBeUndefined()
  expect([await team.summary(), await team.digest()]).toEqual([null, null])
})

test('what was filed before is closed and read all the same', async () => {
  const team = await reporting()
  await team.tickAt(`${FRIDAY}T15:00:00Z`)
  await team.ben.click(REPORT.open, team.value)
  const form = team.ben.seen.views.at(-1)!
  const filed = await team.ben.submit(typed(form, { 'section:results': 'Two deals' }), form.private_metadata!)
  expect(filed).toEqual({ kind: 'close' })
  team.context.moveTo(`${FRIDAY}T15:10:00Z`)
  const boss = testPerson(team.workspaceId, 'U-boss')
  await savePeople(database.db, [boss], team.context.clock.now())
  const off = { date: day(FRIDAY), kind: 'off' as const }
  expect(await changeExtraDay(team.context, boss, team.teamId, off)).toEqual({ ok: true })
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  expect(await team.summary()).toMatchObject({ closed: true, missing: [], answers: [{ name: 'ben' }] })
  expect(await team.digest()).toMatchObject({ digest: { answered: 1, missing: [], unread: 1 } })
})

test('one that is set on the day before is asked for on that day', async () => {
  const team = await reporting()
  const boss = testPerson(team.workspaceId, 'U-boss')
  const off = { date: day(FRIDAY), kind: 'off' as const }
  expect(await changeExtraDay(team.context, boss, team.teamId, off)).toEqual({ ok: true })
  await team.tickAt(`${THURSDAY}T15:00:00Z`)
  await team.markDelivered()
  expect(await team.card()).toMatchObject({ phase: 'prompt' })
  await team.tickAt(`${THURSDAY}T17:00:00Z`)
  expect(await team.summary()).toMatchObject({ closed: true, expected: 2, missing: ['ben', 'eva'] })
})

test('nobody takes a day off for another, and what is forged is refused', async () => {
  const team = await reporting()
  await team.tickAt(`${FRIDAY}T15:00:00Z`)
  const stranger = at(team.context, { ...team.person('ben'), userId: 'U-nobody' }, reports, REPORT.form)
  await stranger.click(
    REPORT.offToday,
    JSON.stringify({ team: team.teamId, checkin: 'weekly', date: FRIDAY }),
  )
  await stranger.click(REPORT.offToday, 'forged')
  expect(stranger.seen.said).toHaveLength(2)
  expect(await team.card()).toMatchObject({ phase: 'prompt' })
})
