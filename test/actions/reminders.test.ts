// The reminder in the morning: once a day, only on the owner's working day, edited when something is done.
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ACTIONS_DUE, OWNER_MORNING, planActionReminders } from '../../src/actions/domain/plan-reminders.ts'
import { overdueItems } from '../../src/actions/flows/overdue-items.ts'
import { remindOwners } from '../../src/actions/flows/remind-owners.ts'
import { ACTION_ITEMS } from '../../src/actions/slack/ids.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { loadTeamDays } from '../../src/org/flows/load-team-days.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import type { DueItem } from '../../src/schedule/db/due.ts'
import { takeLeave } from '../numbers/small-team.ts'
import { usesDatabase } from '../support/database.ts'
import { todoTeam } from './todo.ts'

const database = usesDatabase()

type Todo = Awaited<ReturnType<typeof todoTeam>>

/** The tick in the team's morning, and who has got a reminder by now, with the text. */
async function morning({ context, workspaceId, teamId, told }: Todo, at: string) {
  context.moveTo(at)
  const now = context.clock.now()
  const item = {
    ...{ workspaceId, teamId, dueKey: `${ACTIONS_DUE}:${teamId}`, kind: ACTIONS_DUE, memberId: null },
    ...{ date: now.toZonedDateTimeISO('Europe/Berlin').toPlainDate(), dueAt: now },
  } as DueItem
  const [outcome] = await context.db.transaction((tx) => remindOwners(tx, [item], now, context))
  expect(outcome?.state).toBe('done')
  const reminders = (await told()).filter(({ kind }) => kind === 'actions-due')
  return reminders.map(({ userId, message }) => [userId, message.text.split('\n')[0]])
}

describe('the reminder', () => {
  test('comes on the day on which something is due, not before, and once a day', async () => {
    const team = await todoTeam(database.db)
    await team.add('UAnn', 'call Hengxin on Wednesday')
    await team.add('UAnn', 'write to Acme on Wednesday')
    expect(await morning(team, '2026-03-03T08:00:00Z')).toEqual([])
    const wednesday = [['UAnn', '*2 things* are due:']]
    expect(await morning(team, '2026-03-04T08:00:00Z')).toEqual(wednesday)
    expect(await morning(team, '2026-03-04T10:00:00Z')).toEqual(wednesday)
  })

  test('also goes to a manager who reports in no team', async () => {
    const team = await todoTeam(database.db)
    await team.add('UBOSS', 'plan the review tomorrow')
    expect(await morning(team, '2026-03-03T08:00:00Z')).toEqual([['UBOSS', '*One thing* is due:']])
  })

  test('does not come on leave or on a weekend, and comes on the day after', async () => {
    const team = await todoTeam(database.db)
    await team.add('UAnn', 'call Hengxin tomorrow')
    await team.add('ULiu', 'call Acme on Friday')
    await takeLeave(database.db, team.members[0]!, '2026-03-03', '2026-03-06')
    expect(await morning(team, '2026-03-03T08:00:00Z')).toEqual([])
    expect(await morning(team, '2026-03-07T08:00:00Z')).toEqual([])
    expect((await morning(team, '2026-03-09T08:00:00Z')).map(([userId]) => userId).sort()).toEqual([
      'UAnn',
      'ULiu',
    ])
  })

  test('waits for the morning of whoever lives further west', async () => {
    const team = await todoTeam(database.db, [{ name: 'Ann', more: { zone: 'America/New_York' } }])
    await team.add('UAnn', 'call Hengxin tomorrow')
    expect(await morning(team, '2026-03-03T08:00:00Z')).toEqual([])
    expect(await morning(team, '2026-03-03T14:00:00Z')).toEqual([['UAnn', '*One thing* is due:']])
  })

  test('comes at their own morning to an owner who lives where nobody of the team does', async () => {
    const team = await todoTeam(database.db, [{ name: 'Ann' }], { zone: 'Asia/Shanghai' })
    const { context, workspaceId } = team
    await savePeople(database.db, [{ ...team.boss, zone: 'Europe/Berlin' }], context.clock.now())
    await team.add('UBOSS', 'plan the review on Wednesday')
    const owned = async () =>
      (await database.db.select().from(dueItems).where(eq(dueItems.workspaceId, workspaceId))).filter(
        ({ kind }) => kind === OWNER_MORNING,
      )
    expect(await morning(team, '2026-03-03T01:00:00Z')).toEqual([])
    expect(await owned()).toEqual([])
    // Nine in Shanghai, two in Berlin.
    for (const minute of ['00', '01']) {
      expect(await morning(team, `2026-03-04T01:${minute}:00Z`)).toEqual([])
      expect((await owned()).map(({ dueAt }) => `${dueAt}`)).toEqual(['2026-03-04T08:00:00Z'])
    }
    context.moveTo('2026-03-04T08:00:00Z')
    for (let times = 0; times < 2; times++) {
      const now = context.clock.now()
      const all = await owned()
      const outcomes = await context.db.transaction((tx) => remindOwners(tx, all, now, context))
      expect(outcomes).toMatchObject([{ state: 'done' }])
      const told = (await team.told()).filter(({ kind }) => kind === 'actions-due')
      expect(told.map(({ userId }) => userId)).toEqual(['UBOSS'])
    }
  })

  test('is edited as things are done, and says when nothing is left', async () => {
    const team = await todoTeam(database.db)
    const { workspaceId, as, stored } = team
    await team.add('UAnn', 'call Hengxin tomorrow')
    await morning(team, '2026-03-03T08:00:00Z')
    const key = { workspaceId, messageKey: 'actions-due:UAnn:2026-03-03' }
    const before = (await findMessage(database.db, key))!.version
    await database.db.execute(sql`update messages set ts = '1.1' where workspace_id = ${workspaceId}`)
    await as('UAnn').command('todo')
    await as('UAnn').click(ACTION_ITEMS.done, `message action ${(await stored())[0]!.actionId}`)
    expect((await findMessage(database.db, key))!.version).toBe(before + 1)
    const [reminder] = (await team.told()).filter(({ kind }) => kind === 'actions-due')
    expect(reminder!.message.text).toBe(':white_check_mark: Nothing is due any more.')
  })

  test('is planned for the morning of each zone of the team', async () => {
    const team = await todoTeam(database.db, [
      { name: 'Ann', more: { zone: 'America/New_York' } },
      { name: 'Liu' },
    ])
    const date = Temporal.PlainDate.from('2026-03-03')
    const day = (await loadTeamDays(database.db, [team], date)).get(team.teamId)!
    expect(planActionReminders(day).map(({ dueAt }) => dueAt.toString())).toEqual([
      '2026-03-03T08:00:00Z',
      '2026-03-03T14:00:00Z',
    ])
  })
})

describe('overdue items', () => {
  test('are told with the working days of their owners', async () => {
    const team = await todoTeam(database.db)
    await team.add('UAnn', 'call Hengxin today')
    await team.add('UBOSS', '<@ULiu> call Acme today')
    await team.add('ULiu', 'call Gil on Friday')
    await takeLeave(database.db, team.members[1]!, '2026-03-03', '2026-03-03')
    const overdue = async (at: string) => {
      team.context.moveTo(at)
      return overdueItems(database.db, team.context, [team])
    }
    expect(await overdue('2026-03-02T20:00:00Z')).toEqual([])
    expect((await overdue('2026-03-04T08:00:00Z')).map(({ item, days }) => [item.text, days])).toEqual([
      ['call Hengxin', 2],
      ['call Acme', 1],
    ])
  })
})
