// Everyone who is added to a team, gets another role or is taken out is told by whom; who leaves is asked no more.

import { beforeEach, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { changeMembers, type MembersChange } from '../../src/org/flows/change-members.ts'
import { leaveTeam } from '../../src/org/flows/leave-team.ts'
import { syncPerson } from '../../src/org/flows/sync-person.ts'
import { renderMemberRemoved, renderMembersChanged } from '../../src/org/slack/membership-messages.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import type { MemberAddedFacts } from '../../src/setup/domain/message-facts.ts'
import { renderMemberAdded, renderMemberRoleChanged } from '../../src/setup/slack/membership-messages.ts'
import { waiting } from '../org/due.ts'
import { admin, ann, li, manager, salesWithoutTeams, setUp, stranger, teamOn } from '../org/people.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { toldByDm, toldKinds } from '../support/told-by-dm.ts'

const database = usesDatabase()
let context: TestContext
let teamId: string

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  const done = await setUp(
    context,
    { name: 'North' },
    [manager, ann, li].map(({ userId }) => userId),
  )
  teamId = done.teamId
})

const change = (who: typeof manager, of: Partial<MembersChange>) =>
  changeMembers(context, who, teamId, { placed: [], removed: [], role: 'hunter', ...of })
const forgetMessages = () => context.db.delete(messages)
const textTo = async (userId: string) =>
  (await toldByDm(context)).filter((told) => told.userId === userId).map(({ message }) => message.text)

describe('who is added', () => {
  test('is told by whom, where, what is asked, who sees it and how to leave; not the one who added themself', async () => {
    expect(await toldKinds(context)).toEqual(['UANN member-added', 'ULI member-added'])
    const [text] = await textTo(ann.userId)
    for (const part of ['<@UMANAGER> has added you to *North* in <#C1>', '9:00', 'Calls', '/kpi leave-team'])
      expect(text).toContain(part)
    expect(text).toContain('names the top five')
    expect((await textTo(li.userId))[0]).toContain('/kpi 退出团队')
  })

  test('is told of the weekly report where the team has one', () => {
    const told = (weekly: MemberAddedFacts['weekly']) =>
      renderMemberAdded({ ...ADDED, weekly }, BOT.translator('en')).text
    expect(told({ weekday: 5, promptTime: '16:00' })).toContain('on Friday at 4:00 PM the weekly report')
    expect(told(null)).not.toContain('weekly report')
  })

  test('is told again on coming back, also on the same day', async () => {
    await change(manager, { removed: [ann.userId] })
    context.moveTo('2026-03-02T07:30:00Z')
    await change(manager, { placed: [ann.userId] })
    const told = await toldByDm(context)
    const toAnn = told.filter(({ userId, kind }) => userId === ann.userId && kind === 'member-added')
    expect(new Set(toAnn.map(({ key }) => key)).size).toBe(2)
  })

  test('by an admin: the manager is told too, and who gets another role', async () => {
    await forgetMessages()
    await change(admin, { placed: [stranger.userId, ann.userId], removed: [li.userId], role: 'analyst' })
    expect(await toldKinds(context)).toEqual([
      'UANN member-role-changed',
      'ULI member-removed',
      'UMANAGER members-changed',
      'USTRANGER member-added',
    ])
    const [text] = await textTo(manager.userId)
    for (const part of ['<@UADMIN> has changed', 'New in the team: <@USTRANGER>', 'New role: <@UANN>'])
      expect(text).toContain(part)
    expect(text).toContain('Removed: <@ULI>')
  })

  test('and left again before the message went out is told nothing', async () => {
    await change(manager, { removed: [ann.userId] })
    expect(await toldKinds(context)).toEqual(['UANN member-removed', 'ULI member-added'])
  })
})

describe('who leaves', () => {
  test('is asked no more, and the manager is told', async () => {
    await forgetMessages()
    expect(await waiting(context, teamId)).toContain('UANN 2026-03-02 08:00Z')
    expect(await leaveTeam(context, ann, teamId)).toMatchObject({ ok: true, teamName: 'North' })
    expect(await waiting(context, teamId)).not.toContainEqual(expect.stringContaining('UANN'))
    expect(await teamOn(context, teamId, '2026-03-03')).toEqual([li.userId, manager.userId])
    expect(await textTo(manager.userId)).toEqual([expect.stringContaining('<@UANN> has left *North*')])
    expect(await textTo(ann.userId)).toEqual([])
  })

  test('twice, or from a team of others, changes nothing', async () => {
    await leaveTeam(context, ann, teamId)
    await forgetMessages()
    for (const who of [ann, stranger, admin, { ...li, workspaceId: 'T2' }])
      expect(await leaveTeam(context, who, teamId)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await toldKinds(context)).toEqual([])
    expect(await teamOn(context, teamId, '2026-03-03')).toEqual([li.userId, manager.userId])
  })

  test('as a manager who reports stays the manager', async () => {
    await forgetMessages()
    expect(await leaveTeam(context, manager, teamId)).toMatchObject({ ok: true })
    expect(await toldKinds(context)).toEqual([])
    expect(await change(manager, { placed: [stranger.userId] })).toMatchObject({ ok: true })
  })

  test('because the account was deactivated gets no message', async () => {
    await forgetMessages()
    context.people.set(ann.userId, { ...ann, deactivated: true })
    await syncPerson(context, ann, null)
    expect(await toldKinds(context)).toEqual([])
  })
})

const ADDED: MemberAddedFacts = {
  ...{ kind: 'member-added', teamName: '<!channel> & '.repeat(60), channelId: 'C1', byUserId: 'UBY' },
  ...{ managerUserId: 'UM', directorUserIds: Array.from({ length: 40 }, (_, n) => `UDIRECTOR${n}`) },
  ...{ promptTime: '09:00', checkinName: '', zoneRule: 'member', boardNames: 'none' },
  weekly: { weekday: 5, promptTime: '16:00' },
  numbers: Array.from({ length: 25 }, () => ({ ...presetFor('hunter', 'EUR')[0]!, label: '&'.repeat(40) })),
}
const many = { count: 2000, userIds: Array.from({ length: 50 }, (_, n) => `U0${String(n).padStart(9, '0')}`) }
const nobody = { count: 0, userIds: [] }

test('who sees the answers: the channel only where the team shows names there', () => {
  const seenBy = (boardNames: MemberAddedFacts['boardNames']) =>
    renderMemberAdded({ ...ADDED, directorUserIds: [], boardNames }, BOT.translator('en')).text
  expect(seenBy('none')).toContain('<@UM>. The summary in <#C1> only counts answers')
  expect(seenBy('top')).toContain('<@UM> and everyone in <#C1>. The board there names the top five.')
  expect(seenBy('all')).toContain('The board there names everyone.')
})

describe.each(LOCALES)('in %s Slack takes', (locale) => {
  const t = BOT.translator(locale)
  const { teamName, byUserId, numbers } = ADDED
  const lists = { joined: many, moved: many, left: many }
  test.each([
    ['what a new member is told', renderMemberAdded(ADDED, t)],
    ['and without numbers', renderMemberAdded({ ...ADDED, zoneRule: 'team', numbers: [] }, t)],
    [
      'a new role',
      renderMemberRoleChanged(
        { kind: 'member-role-changed', teamName, byUserId, role: 'analyst', numbers },
        t,
      ),
    ],
    [
      'a removal',
      renderMemberRemoved({ kind: 'member-removed', teamName, byUserId, managerUserId: 'UM' }, t),
    ],
    ['a change', renderMembersChanged({ kind: 'members-changed', teamName, byUserId, ...lists }, t)],
    [
      'that someone left',
      renderMembersChanged(
        {
          ...{ kind: 'members-changed', teamName, byUserId, joined: nobody, moved: nobody },
          left: { count: 1, userIds: [byUserId] },
        },
        t,
      ),
    ],
  ])('%s', (_, message) => {
    expect(checkMessage(message)).toEqual([])
    expect(message.text).not.toContain('<!channel>')
    expect([...message.text].length).toBeLessThan(4000)
  })
})
