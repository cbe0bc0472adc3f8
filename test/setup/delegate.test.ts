// The delegate of a team: who may name one, what they may do meanwhile, and what they may not.
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { loadTeam } from '../../src/org/db/teams.ts'
import { recordLeave } from '../../src/org/flows/record-leave.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { changeTeam } from '../../src/setup/flows/change-team.ts'
import { loadSetup } from '../../src/setup/flows/load-setup.ts'
import { type SetupInput, setUpTeam } from '../../src/setup/flows/set-up-team.ts'
import { initialInput } from '../../src/setup/slack/setup-form.ts'
import {
  admin,
  ann,
  CHANNEL,
  guest,
  li,
  manager,
  openSetup,
  salesWithoutTeams,
  setUp,
  WORKSPACE,
} from '../org/people.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()
let context: TestContext
let teamId: string

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  teamId = (await setUp(context)).teamId
})

const team = () => loadTeam(context.db, WORKSPACE, teamId)
const change = async (who: typeof manager, more: Partial<SetupInput>) =>
  changeTeam(context, who, teamId, CHANNEL, { ...initialInput(await openSetup(context, manager)), ...more })
const managerIsAway = async () => {
  const today = Temporal.PlainDate.from('2026-03-02')
  const leave = await recordLeave(context, manager, manager.userId, { from: today, to: today, part: 'whole' })
  expect(leave).toMatchObject({ ok: true })
}

test('the manager names a delegate: it holds at once, the delegate is told, and it is recorded', async () => {
  expect(await change(manager, { delegateUserId: ann.userId })).toMatchObject({ ok: true })
  expect(await team()).toMatchObject({ delegateUserId: ann.userId })
  const told = await context.db.select().from(messages).where(eq(messages.kind, 'delegate-named'))
  expect(told.map(({ toUserId }) => toUserId)).toEqual([ann.userId])
  expect(await change(manager, { delegateUserId: null })).toMatchObject({ ok: true })
  expect(await team()).toMatchObject({ delegateUserId: null })
  const events = (await context.db.select().from(auditEvents))
    .filter(({ kind }) => kind === 'delegate-changed')
    .map(({ before, after }) => [before, after])
  expect(events).toEqual([
    [null, ann.userId],
    [ann.userId, null],
  ])
})

test.each([
  ['a guest', guest.userId],
  ['an app', 'UBOT'],
  ['somebody deactivated', 'UGONE'],
  ['somebody unknown', 'UNOBODY'],
  ['the manager', manager.userId],
])('%s cannot be the delegate', async (_, delegateUserId) => {
  expect(await change(manager, { delegateUserId })).toEqual({ ok: false, reason: 'not-a-delegate' })
  context.channels.set('C-new', [manager.userId])
  const start = initialInput(await openSetup(context, manager, 'C-new'))
  expect(await setUpTeam(context, manager, 'C-new', { ...start, delegateUserId })).toMatchObject({
    reason: 'not-a-delegate',
  })
})

test('a delegate who has left in the meantime does not block the form', async () => {
  await change(manager, { delegateUserId: ann.userId })
  context.people.set(ann.userId, { ...ann, deactivated: true })
  expect(await change(manager, { memberUserIds: [li.userId] })).toMatchObject({ ok: true })
})

test('the form opens for the delegate while the manager is away, and is refused before and after', async () => {
  await change(manager, { delegateUserId: ann.userId })
  const opened = async () => (await loadSetup(context, ann, CHANNEL)).ok
  expect(await opened()).toBe(false)
  await managerIsAway()
  expect(await opened()).toBe(true)
  context.moveTo('2026-03-03T07:00:00Z')
  expect(await opened()).toBe(false)
  expect(await change(ann, {})).toEqual({ ok: false, reason: 'not-allowed' })
})

test('the delegate who acts hands on neither the team, nor the delegation, nor the sight of its numbers', async () => {
  await change(manager, { delegateUserId: ann.userId })
  await managerIsAway()
  const refused = { ok: false, reason: 'not-your-lines' }
  context.channels.set('C-above', [ann.userId])
  const above = await setUpTeam(
    context,
    ann,
    'C-above',
    initialInput(await openSetup(context, ann, 'C-above')),
  )
  const parentTeamId = above.ok ? above.teamId : ''
  for (const more of [{ managerUserId: ann.userId }, { delegateUserId: li.userId }, { parentTeamId }])
    expect(await change(ann, more)).toEqual(refused)
  expect(await team()).toMatchObject({ managerUserId: manager.userId, delegateUserId: ann.userId })
  const { settings } = initialInput(await openSetup(context, manager))
  expect(await change(ann, { settings: { ...settings, promptTime: '08:30' } })).toMatchObject({ ok: true })
  expect(await change(admin, { managerUserId: ann.userId })).toMatchObject({ ok: true })
  expect(await team()).toMatchObject({ managerUserId: ann.userId, delegateUserId: null })
})
