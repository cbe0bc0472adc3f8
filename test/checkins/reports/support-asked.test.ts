// By when, and of whom, support is asked for in a report: never in the past, and never of oneself where anybody else leads.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openActionsOf } from '../../../src/actions/db/action-items.ts'
import { changeAction } from '../../../src/actions/flows/change-action.ts'
import { reports } from '../../../src/checkins/reports/feature.ts'
import { askBack } from '../../../src/checkins/reports/flows/ask-back.ts'
import { REPORT } from '../../../src/checkins/reports/slack/ids.ts'
import { savePeople } from '../../../src/org/db/people.ts'
import { teams } from '../../../src/org/db/teams.sql.ts'
import { DEFAULT_REPORT } from '../../../src/org/domain/team.ts'
import { typed } from '../../slack/untouched.ts'
import { testPerson } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import { at } from '../standup/at.ts'
import { day, standupTeam } from '../standup/team.ts'

const database = usesDatabase()

const FRIDAY = '2026-03-06'

/** The manager reports in the team; nobody is told of anything. */
async function reporting(now: string) {
  const zones = { boss: 'Europe/Berlin', ben: 'Europe/Berlin' }
  const settings = { reports: { weekly: DEFAULT_REPORT } }
  const team = await standupTeam(database.db, { zones, now, settings })
  const open = async (name: string) => {
    const person = at(team.context, team.person(name), reports, REPORT.form)
    await person.click(REPORT.open, JSON.stringify({ team: team.teamId, checkin: 'weekly', date: FRIDAY }))
    const view = person.seen.views.at(-1)!
    return { ...person, view, metadata: view.private_metadata! }
  }
  return {
    ...team,
    open,
    /** `by` null: as the form has it. */
    ask: async (name: string, by: string | null = null) => {
      const { view, submit, metadata } = await open(name)
      const date = by && { type: 'datepicker', selected_date: by }
      const state = typed(view, { support: 'Approve 5 %' })
      return submit({ ...state, ...(date && { 'support-by': { field: date } }) }, metadata)
    },
    todoOf: (userId: string) => openActionsOf(database.db, team.workspaceId, userId),
  }
}

test('in a report that is asked for days later it is due from today on', async () => {
  const team = await reporting('2026-03-11T09:00:00Z')
  const asked = { teamId: team.teamId, name: 'weekly', date: day(FRIDAY), revision: 0, on: day('2026-03-12') }
  await askBack(team.context, team.person('boss'), {
    ...{ ...asked, memberId: team.memberId('ben'), question: 'Please send it' },
  })
  expect(JSON.stringify(await team.ask('ben', '2026-03-10'))).toContain('still to come')
  expect(await team.todoOf('U-boss')).toEqual([])
  expect(await team.ask('ben')).toEqual({ kind: 'close' })
  expect(await team.todoOf('U-boss')).toMatchObject([{ text: 'Approve 5 %', dueOn: day('2026-03-16') }])
})

test('it goes to whoever acts for the team, never to whoever asks', async () => {
  const team = await reporting('2026-03-06T15:05:00Z')
  const { workspaceId, context } = team
  const [delegate, admin] = ['U-stands-in', 'U-admin'].map((userId) =>
    testPerson(workspaceId, userId, { isAdmin: userId === 'U-admin' }),
  )
  await savePeople(database.db, [delegate!, admin!], context.clock.now())
  expect(await team.ask('boss')).toEqual({ kind: 'close' })
  expect([await team.todoOf('U-boss'), await team.todoOf('U-admin')]).toMatchObject([
    [],
    [{ createdBy: 'U-boss' }],
  ])
  await team.leave('U-boss', FRIDAY)
  await database.db.update(teams).set({ delegateUserId: 'U-stands-in' }).where(eq(teams.teamId, team.teamId))
  expect(await team.ask('ben')).toEqual({ kind: 'close' })
  const [asked] = await team.todoOf('U-stands-in')
  expect(asked).toMatchObject({ createdBy: 'U-ben', asStandIn: true })
  const wish = { ownerUserId: 'U-stands-in' }
  const [own] = await team.todoOf('U-admin')
  const passed = await changeAction(context, admin!, own!.actionId, wish, '/kpi todo')
  expect(passed).toMatchObject({ ok: true })
})
