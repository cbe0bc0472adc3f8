// What came to whoever stood in for a manager goes back when that ends, and both are told once; what is their own stays.
import { describe, expect, test } from 'vitest'
import { createAction } from '../../src/actions/flows/create-action.ts'
import { handBack } from '../../src/actions/flows/pass-on.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { loadTeam } from '../../src/org/db/teams.ts'
import { changeDelegate, changeLeads, handOver } from '../../src/org/flows/hand-over.ts'
import { leaveTeam } from '../../src/org/flows/leave-team.ts'
import { takeLeave } from '../numbers/small-team.ts'
import { testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { todoTeam } from './todo.ts'

const database = usesDatabase()

/** The manager is on leave this week, the delegate has an item of their own, and Ann leaves one behind. */
async function standing(delegateUserId: string) {
  const team = await todoTeam(database.db, [{ name: 'Ann' }, { name: 'Liu' }])
  const { workspaceId, teamId, context, members, people } = team
  await savePeople(
    database.db,
    [testPerson(workspaceId, 'UOUT', { name: 'Out', isAdmin: true })],
    context.clock.now(),
  )
  const loaded = async () => (await loadTeam(database.db, workspaceId, teamId))!
  const delegate = async (toUserId: string | null) => {
    const before = await loaded()
    await database.db.transaction((tx) =>
      changeDelegate(tx, context, before, toUserId, { byUserId: 'UANY', screen: '/kpi setup' }),
    )
  }
  const lead = async (toUserId: string) => {
    const before = await loaded()
    await database.db.transaction((tx) =>
      handOver(tx, context, before, toUserId, { byUserId: 'UOUT', screen: 'message:manager-wanted' }),
    )
  }
  const leads = async (chosen: { managerUserId: string; delegateUserId: string | null }) => {
    const before = await loaded()
    await database.db.transaction((tx) =>
      changeLeads(tx, context, before, chosen, { byUserId: 'UOUT', screen: '/kpi setup' }),
    )
  }
  const flagged = async () =>
    (await team.stored()).filter(({ asStandIn }) => asStandIn).map(({ text }) => text)
  const morning = async (at: string) => {
    context.moveTo(at)
    const now = await loaded()
    await database.db.transaction((tx) => handBack(tx, context, [now]))
  }
  const owners = async () =>
    Object.fromEntries((await team.stored()).map(({ text, ownerUserId }) => [text, ownerUserId]))
  const said = async () =>
    (await team.told())
      .filter(({ kind, message }) => kind === 'actions-passed-on' && !/ left /u.test(message.text))
      .map(({ userId, message }) => [userId, message.text.replaceAll(team.channelId, 'C')])
      .sort()
  await delegate(delegateUserId)
  await takeLeave(database.db, { ...members[0]!, userId: 'UBOSS' }, '2026-03-02', '2026-03-06')
  await database.db.transaction((tx) =>
    createAction(
      tx,
      context,
      {
        ...{ workspaceId, teamId, ownerUserId: delegateUserId, createdBy: 'ULiu', helperUserIds: [] },
        ...{ text: 'own', dueOn: Temporal.PlainDate.from('2026-03-06') },
        origin: { kind: 'person', reference: null },
      },
      '/kpi todo',
    ),
  )
  await team.add('UAnn', 'call Hengxin by Friday')
  expect(await leaveTeam(context, people.UAnn!, teamId)).toMatchObject({ ok: true })
  expect(await owners()).toEqual({ own: delegateUserId, 'call Hengxin': delegateUserId })
  return { ...team, delegate, lead, leads, flagged, morning, owners, said }
}

const NAMED = '<#C>'

describe('whoever stood in', () => {
  test('hands back on the morning of the first working day on which the manager is there again, once', async () => {
    const { members, morning, owners, said } = await standing('ULiu')
    await takeLeave(database.db, { ...members[0]!, userId: 'UBOSS' }, '2026-03-10', '2026-03-13')
    // Of leave, and a Saturday.
    for (const at of ['2026-03-06T07:00:00Z', '2026-03-07T07:00:00Z']) await morning(at)
    expect(await owners()).toEqual({ own: 'ULiu', 'call Hengxin': 'ULiu' })
    expect(await said()).toEqual([])
    for (const at of ['2026-03-09T07:00:00Z', '2026-03-10T07:00:00Z']) await morning(at)
    expect(await owners()).toEqual({ own: 'ULiu', 'call Hengxin': 'UBOSS' })
    expect(await said()).toEqual([
      [
        'UBOSS',
        `Welcome back. You have the open item of ${NAMED} that <@ULiu> had meanwhile; hand on what suits others with \`/kpi todo\`:\n• call Hengxin`,
      ],
      ['ULiu', `<@UBOSS> is back and has the open item of ${NAMED} that you had meanwhile:\n• call Hengxin`],
    ])
  })

  test('hands it to the next stand-in while the manager is away, and that one hands it back', async () => {
    const { delegate, morning, owners, said } = await standing('ULiu')
    await delegate('UOUT')
    expect(await owners()).toEqual({ own: 'ULiu', 'call Hengxin': 'UOUT' })
    expect((await said()).map(([userId, text]) => [userId, text?.split('. ')[0]])).toEqual([
      ['ULiu', `You no longer stand in for the manager of ${NAMED}`],
      ['UOUT', `<@ULiu> no longer stands in for the manager of ${NAMED}`],
    ])
    await morning('2026-03-09T07:00:00Z')
    expect(await owners()).toEqual({ own: 'ULiu', 'call Hengxin': 'UBOSS' })
  })

  test.each(['named alone', 'with the set-up form'])(
    'and becomes the manager, %s, keeps all of it',
    async (how) => {
      const { lead, leads, morning, owners, flagged, said } = await standing('ULiu')
      expect(await flagged()).toEqual(['call Hengxin'])
      await (how === 'named alone' ? lead('ULiu') : leads({ managerUserId: 'ULiu', delegateUserId: null }))
      expect(await flagged()).toEqual([])
      await morning('2026-03-09T07:00:00Z')
      expect(await owners()).toEqual({ own: 'ULiu', 'call Hengxin': 'ULiu' })
      expect(await said()).toEqual([])
    },
  )

  test('hands it to a new manager who is here at once, and stays the delegate', async () => {
    const { lead, owners, said } = await standing('ULiu')
    await lead('UAnn')
    expect(await owners()).toEqual({ own: 'ULiu', 'call Hengxin': 'UAnn' })
    expect((await said()).map(([userId]) => userId)).toEqual(['UAnn', 'ULiu'])
  })

  test('from outside the team has nothing of it any more; what was handed on meanwhile stays', async () => {
    const { context, delegate, owners, add, as, stored } = await standing('UOUT')
    await add('ULiu', 'write to Acme by Friday')
    context.moveTo('2026-03-09T07:00:00Z')
    await delegate(null)
    expect(await owners()).toEqual({ own: 'UBOSS', 'call Hengxin': 'UBOSS', 'write to Acme': 'ULiu' })
    expect((await stored()).some(({ asStandIn }) => asStandIn)).toBe(false)
    expect(await as('UBOSS').command('todo')).toContain('call Hengxin')
  })
})
