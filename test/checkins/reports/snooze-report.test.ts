// “In 15 minutes” below a report's prompt, on real Postgres: one reminder, that ends with the close, and none near the close.
import { expect, test } from 'vitest'
import { reports } from '../../../src/checkins/reports/feature.ts'
import { REPORT } from '../../../src/checkins/reports/slack/ids.ts'
import { DEFAULT_REPORT } from '../../../src/org/domain/team.ts'
import { usesDatabase } from '../../support/database.ts'
import { at } from '../standup/at.ts'
import { standupTeam } from '../standup/team.ts'
import { saidIn } from '../standup/told.ts'

const database = usesDatabase()

const FRIDAY = '2026-03-06'

/** At four on Friday, in Berlin. */
async function prompted() {
  const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }
  const settings = { reports: { weekly: DEFAULT_REPORT } }
  const team = await standupTeam(database.db, { zones, now: '2026-03-05T07:00:00Z', settings })
  await team.replan(FRIDAY)
  await team.tickAt(`${FRIDAY}T15:00:00Z`)
  await team.markDelivered()
  const value = JSON.stringify({ team: team.teamId, checkin: 'weekly', date: FRIDAY })
  const ben = at(team.context, team.person('ben'), reports, REPORT.form)
  return {
    ...{ ...team, ben, value },
    presses: (id: string) => ben.click(id, value),
    card: () => team.facts(`report:weekly:${team.memberId('ben')}:${FRIDAY}`),
    reminders: async () =>
      (await saidIn(database.db, team.workspaceId)).filter((one) => one.startsWith('report-reminder')).length,
    snoozed: () => team.facts(`report-snooze:weekly:${team.memberId('ben')}:${FRIDAY}`),
  }
}

test('“In 15 minutes” reminds once, however often it is pressed, and the reminder ends with the close', async () => {
  const team = await prompted()
  await Promise.all([team.presses(REPORT.snooze), team.presses(REPORT.snooze)])
  expect(team.ben.seen.said).toEqual([])
  expect((await team.card())?.snoozedUntil?.toString()).toBe(`${FRIDAY}T15:15:00Z`)
  await team.tickAt(`${FRIDAY}T15:14:00Z`)
  expect(await team.reminders()).toBe(0)
  await team.tickAt(`${FRIDAY}T15:15:00Z`)
  expect(await team.snoozed()).toMatchObject({ phase: 'open' })
  await team.tickAt(`${FRIDAY}T15:16:00Z`)
  expect(await team.reminders()).toBe(1)
  await team.markDelivered()
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  expect(await team.snoozed()).toMatchObject({ phase: 'closed' })
})

test('shortly before the close nobody can put it off any more', async () => {
  const team = await prompted()
  team.context.moveTo(`${FRIDAY}T16:56:00Z`)
  await team.presses(REPORT.snooze)
  expect(team.ben.seen.said.join()).toContain('It closes at 6:00 PM')
  expect((await team.card())?.snoozedUntil).toBeNull()
})

test('nobody puts off the report of another, and what is forged is refused', async () => {
  const team = await prompted()
  const mia = at(team.context, { ...team.person('ben'), userId: 'U-nobody' }, reports, REPORT.form)
  await mia.click(REPORT.snooze, team.value)
  expect(mia.seen.said).toHaveLength(1)
  await mia.click(REPORT.snooze, 'forged')
  expect(mia.seen.said).toHaveLength(2)
  expect(await team.card()).toMatchObject({ phase: 'prompt', snoozedUntil: null })
})
