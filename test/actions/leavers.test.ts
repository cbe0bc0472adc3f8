// Whoever leaves a team leaves no item behind: the open ones go to who acts for it, and both are told.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { createAction } from '../../src/actions/flows/create-action.ts'
import { ACTION_ITEMS } from '../../src/actions/slack/ids.ts'
import type { Person } from '../../src/core/person.ts'
import { insertMembers } from '../../src/org/db/members.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import { insertTeam, loadTeam } from '../../src/org/db/teams.ts'
import { handOver } from '../../src/org/flows/hand-over.ts'
import { leaveTeam } from '../../src/org/flows/leave-team.ts'
import { savePerson } from '../../src/org/flows/save-person.ts'
import { takeLeave } from '../numbers/small-team.ts'
import { testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { todoTeam } from './todo.ts'

const database = usesDatabase()

type Todo = Awaited<ReturnType<typeof todoTeam>>

const leave = async ({ context, people, teamId }: Todo, userId: string) =>
  expect(await leaveTeam(context, people[userId]!, teamId)).toMatchObject({ ok: true })

const toldOfIt = async ({ told }: Todo) =>
  (await told())
    .filter(({ kind }) => kind === 'actions-passed-on')
    .map(({ userId, message }) => [userId, message.text])
    .sort()

/** A request for support, and what it says. */
async function request(
  { workspaceId, teamId, context, members }: Todo,
  { by, of }: { by: string; of: string },
) {
  const { text } = await database.db.transaction((tx) =>
    createAction(
      tx,
      context,
      {
        ...{ workspaceId, teamId, ownerUserId: of, helperUserIds: [], createdBy: by },
        ...{ text: 'approve 5 %', dueOn: Temporal.PlainDate.from('2026-03-06') },
        origin: { kind: 'support-request', reference: `weekly:2026-02-27:${members[0]!.memberId}:1` },
      },
      '/kpi report',
    ),
  )
  return text
}

describe('a leaver’s open items', () => {
  test('go to the manager, and both are told; what is closed stays theirs', async () => {
    const team = await todoTeam(database.db)
    await team.add('UAnn', 'call Hengxin by Friday')
    await team.add('UAnn', 'write to Acme by Friday')
    await team.add('ULiu', 'send the offer by Friday')
    await team.as('UAnn').command('todo')
    await team.as('UAnn').click(ACTION_ITEMS.done, `message action ${(await team.stored())[1]!.actionId}`)
    await leave(team, 'UAnn')
    expect((await team.stored()).map(({ text, ownerUserId, state }) => [text, ownerUserId, state])).toEqual([
      ['call Hengxin', 'UBOSS', 'open'],
      ['write to Acme', 'UAnn', 'done'],
      ['send the offer', 'ULiu', 'open'],
    ])
    expect(await toldOfIt(team)).toEqual([
      ['UAnn', `You left <#${team.channelId}>. <@UBOSS> has your open item now:\n• call Hengxin`],
      [
        'UBOSS',
        `<@UAnn> left <#${team.channelId}>. You have their open item now; hand on what suits others with \`/kpi todo\`:\n• call Hengxin`,
      ],
    ])
  })

  test('nobody is told where nothing is open', async () => {
    const team = await todoTeam(database.db)
    await team.add('ULiu', 'send the offer by Friday')
    await leave(team, 'UAnn')
    expect(await toldOfIt(team)).toEqual([])
  })

  test('of the same team are passed on once; those of another team stay', async () => {
    const team = await todoTeam(database.db)
    await team.add('UAnn', 'call Hengxin by Friday')
    await leave(team, 'UAnn')
    await team.add('UBOSS', 'plan the review by Friday')
    expect((await team.stored()).map(({ ownerUserId }) => ownerUserId)).toEqual(['UBOSS', 'UBOSS'])
    expect(await toldOfIt(team)).toHaveLength(2)
  })

  test('go to the manager’s stand-in where there is one, also while the manager is away', async () => {
    const team = await todoTeam(database.db, [{ name: 'Ann' }, { name: 'Liu', more: { isAdmin: true } }])
    const boss = { ...team.members[0]!, userId: 'UBOSS' }
    await takeLeave(database.db, boss, '2026-03-02', '2026-03-20')
    await team.add('UAnn', 'call Hengxin by Friday')
    await leave(team, 'UAnn')
    expect(await team.stored()).toMatchObject([{ ownerUserId: 'ULiu' }])
  })

  test('of a former manager go to the next one, unless they still belong to the team or are above it', async () => {
    const of = async (change: (team: Todo) => Promise<unknown> = async () => {}) => {
      const team = await todoTeam(database.db, [{ name: 'Ann' }, { name: 'Liu' }])
      await team.add('UBOSS', 'plan the review by Friday')
      await change(team)
      const [before] = [(await loadTeam(database.db, team.workspaceId, team.teamId))!]
      await database.db.transaction((tx) =>
        handOver(tx, team.context, before, 'ULiu', { byUserId: 'UANY', screen: '/kpi setup' }),
      )
      const [item] = await team.stored()
      return { owner: item!.ownerUserId, told: await toldOfIt(team), channel: team.channelId }
    }
    const { owner, told, channel } = await of()
    expect(owner).toBe('ULiu')
    expect(told).toEqual([
      [
        'UBOSS',
        `You no longer lead <#${channel}>. <@ULiu> has your open item of this team now:\n• plan the review`,
      ],
      [
        'ULiu',
        `<@UBOSS> no longer leads <#${channel}>. You have their open item of this team now; hand on what suits others with \`/kpi todo\`:\n• plan the review`,
      ],
    ])
    const above = await of(async ({ workspaceId, teamId, context }) => {
      const company = { workspaceId, teamId: crypto.randomUUID(), channelId: `C${teamId}-all` }
      await insertTeam(
        database.db,
        { ...company, managerUserId: 'UBOSS', parentTeamId: null },
        context.clock.now(),
      )
      await database.db.update(teams).set({ parentTeamId: company.teamId }).where(eq(teams.teamId, teamId))
    })
    expect(above).toMatchObject({ owner: 'UBOSS', told: [] })
    const reporting = await of(({ workspaceId, teamId, members, context }) =>
      insertMembers(
        database.db,
        [{ ...members[0]!, workspaceId, teamId, memberId: crypto.randomUUID(), userId: 'UBOSS' }],
        context.clock.now(),
      ),
    )
    expect(reporting).toMatchObject({ owner: 'UBOSS', told: [] })
  })

  test('that the next one has asked for go to whoever is above, else they stay', async () => {
    const handedToLiu = async (isAdmin: boolean) => {
      const team = await todoTeam(database.db, [
        { name: 'Ann' },
        { name: 'Liu' },
        { name: 'Eve', more: { isAdmin } },
      ])
      const asked = await request(team, { by: 'ULiu', of: 'UBOSS' })
      await team.add('UBOSS', 'plan the review by Friday')
      const before = (await loadTeam(database.db, team.workspaceId, team.teamId))!
      await database.db.transaction((tx) =>
        handOver(tx, team.context, before, 'ULiu', { byUserId: 'UANY', screen: '/kpi setup' }),
      )
      const owners = (await team.stored()).map(({ text, ownerUserId }) => `${text}: ${ownerUserId}`).sort()
      const told = (await toldOfIt(team)).map(([userId, text]) => [userId, text!.includes(asked)])
      return { owners, told }
    }
    expect(await handedToLiu(true)).toEqual({
      owners: ['approve 5 %: UEve', 'plan the review: ULiu'],
      told: [
        ['UBOSS', true],
        ['UBOSS', false],
        ['UEve', true],
        ['ULiu', false],
      ],
    })
    expect((await handedToLiu(false)).owners).toEqual(['approve 5 %: UBOSS', 'plan the review: ULiu'])
  })

  test('that a director has of a team below go on with the team above', async () => {
    const team = await todoTeam(database.db, [{ name: 'Ann' }, { name: 'Liu' }])
    const { workspaceId, teamId, context } = team
    const above = { workspaceId, teamId: crypto.randomUUID(), channelId: `C${teamId}-all` }
    const director = testPerson(workspaceId, 'UDIR', { name: 'Dir' })
    await savePeople(database.db, [director], context.clock.now())
    await insertTeam(
      database.db,
      { ...above, managerUserId: 'UDIR', parentTeamId: null },
      context.clock.now(),
    )
    await database.db.update(teams).set({ parentTeamId: above.teamId }).where(eq(teams.teamId, teamId))
    await request(team, { by: 'UAnn', of: 'UDIR' })
    const before = (await loadTeam(database.db, workspaceId, above.teamId))!
    await database.db.transaction((tx) =>
      handOver(tx, context, before, 'ULiu', { byUserId: 'UANY', screen: '/kpi setup' }),
    )
    expect(await team.stored()).toMatchObject([{ ownerUserId: 'UBOSS' }])
    expect((await toldOfIt(team)).map(([userId]) => userId)).toEqual(['UBOSS', 'UDIR'])
  })

  test('of a manager and a director who report in no team are passed on when they are deactivated, once', async () => {
    const team = await todoTeam(database.db, [{ name: 'Ann' }, { name: 'Liu', more: { isAdmin: true } }])
    const { workspaceId, context } = team
    const director = testPerson(workspaceId, 'UDIR', { name: 'Dir' })
    await savePeople(database.db, [director], context.clock.now())
    await request(team, { by: 'UAnn', of: 'UDIR' })
    await team.add('UBOSS', 'plan the review by Friday')
    const owners = async () => (await team.stored()).map(({ text, ownerUserId }) => `${text}: ${ownerUserId}`)
    const gone = (person: Person) =>
      database.db.transaction((tx) => savePerson(tx, context, { ...person, deactivated: true }))
    await gone(director)
    expect((await owners()).sort()).toEqual(['approve 5 %: UBOSS', 'plan the review: UBOSS'])
    // A deactivated account reads nothing.
    expect(await toldOfIt(team)).toEqual([
      [
        'UBOSS',
        expect.stringMatching(
          /^The account of <@UDIR> has been deactivated\. You have their open item in <#/,
        ),
      ],
    ])
    for (let times = 0; times < 2; times++) {
      await gone(team.boss)
      expect((await owners()).sort()).toEqual(['approve 5 %: ULiu', 'plan the review: ULiu'])
      expect((await toldOfIt(team)).map(([userId]) => userId)).toEqual(['UBOSS', 'ULiu'])
    }
  })
})
