// A day off of the whole team that is put on record when some have answered: the standup closes all the same, and its summary is finished.
import { expect, test } from 'vitest'
import { savePeople } from '../../../src/org/db/people.ts'
import { changeExtraDay } from '../../../src/org/flows/change-extra-days.ts'
import { testPerson } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import { day, standupTeam } from './team.ts'

const database = usesDatabase()

const TUESDAY = '2026-03-03'

/** In Berlin, asked from nine to eleven; at half past nine the manager gives everyone the day off. */
async function offFromHalfPastNine(answering: readonly string[]) {
  const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }
  const team = await standupTeam(database.db, { zones, now: `${TUESDAY}T06:00:00Z` })
  const boss = testPerson(team.workspaceId, 'U-boss')
  await savePeople(database.db, [boss], team.context.clock.now())
  await team.replan(TUESDAY)
  await team.tickAt(`${TUESDAY}T08:00:00Z`)
  await team.markDelivered()
  for (const name of answering)
    expect(await team.submit(team.person(name), TUESDAY, {})).toMatchObject({ ok: true })
  team.context.moveTo(`${TUESDAY}T08:30:00Z`)
  const off = { date: day(TUESDAY), kind: 'off' as const }
  expect(await changeExtraDay(team.context, boss, team.teamId, off)).toEqual({ ok: true })
  await team.tickAt(`${TUESDAY}T10:00:00Z`)
  return {
    summary: await team.facts(`summary:${team.teamId}:${TUESDAY}`),
    board: await team.facts(`board:${team.teamId}:2026-03-02`),
  }
}

test('what was answered stands in a closed summary, nobody is missing, and the board waits for the next day', async () => {
  expect(await offFromHalfPastNine(['ben'])).toMatchObject({
    summary: {
      ...{ closed: true, expected: 1, missing: [] },
      ...{ answers: [{ name: 'ben', late: false }], away: [{ name: 'eva', reason: 'holiday' }] },
    },
    board: null,
  })
})

test('where nobody has answered nothing is said', async () => {
  expect(await offFromHalfPastNine([])).toEqual({ summary: null, board: null })
})
