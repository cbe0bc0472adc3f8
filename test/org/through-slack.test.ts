// A manager sets up and manages a team through Slack's commands, clicks and submits.

import { beforeEach, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import type { Person } from '../../src/core/person.ts'
import { METRICS } from '../../src/numbers/slack/ids.ts'
import { settingsOn } from '../../src/org/db/settings.ts'
import { teamOfChannel } from '../../src/org/db/teams.ts'
import { TEAM, TEAM_SETUP } from '../../src/org/slack/ids.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import type { ModalView } from '../../src/slack/blocks.ts'
import type { ActionRequest, CommandRequest, FormState, SubmitResult } from '../../src/slack/requests.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { filled, stateOf } from '../support/form-state.ts'
import { roleMetricsOf } from '../support/role-metrics.ts'
import {
  admin,
  ann,
  bot,
  CHANNEL,
  li,
  manager,
  salesWithoutTeams,
  setUp,
  stranger,
  WORKSPACE,
} from './people.ts'

const database = usesDatabase()
let context: TestContext
/** What the person saw: the current modal and all ephemeral replies. */
let modal: ModalView | null
let told: string[]

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  modal = null
  told = []
})

function call(who: Person): CommandRequest & ActionRequest {
  const show = async (view: ModalView) => {
    expect(checkView(view)).toEqual([])
    modal = view
  }
  const tell = (message: { text: string; blocks: unknown }) => {
    expect(checkMessage(message)).toEqual([])
    told.push(message.text)
  }
  return {
    who,
    now: context.clock.now(),
    t: BOT.translator(who.locale),
    triggerId: '',
    channelId: CHANNEL,
    rest: '',
    value: '',
    suffix: '',
    redrawHome: async () => {},
    view: modal && {
      viewId: 'V1',
      hash: 'h',
      metadata: modal.private_metadata ?? '',
      state: stateOf(modal),
    },
    open: show,
    push: show,
    update: show,
    reply: tell,
    replyEphemeral: async (message) => tell(message),
    later: () => {},
    tellPrivately: async () => true,
    postLiving: async () => null,
    sendFile: async () => true,
    replace: async (message) => tell(message),
  }
}

async function command(who: Person, word: string, rest = '', channelId = CHANNEL): Promise<void> {
  const entry = BOT.handlers.commands.find((of) => of.word === word || of.aliases.includes(word))!
  await entry.run({ ...call(who), rest, channelId }, context)
}

async function click(who: Person, actionId: string, value = ''): Promise<void> {
  await BOT.handlers.actions[actionId]!({ ...call(who), value }, context)
}

async function submit(
  who: Person,
  changes: Parameters<typeof filled>[1] = {},
  metadata = modal!.private_metadata!,
): Promise<SubmitResult> {
  const state: FormState = filled(stateOf(modal!), changes)
  const { now, t, triggerId, open } = call(who)
  const handler = BOT.handlers.submits[modal!.callback_id!]!
  const result = await handler({ who, now, t, triggerId, open, metadata, state, viewId: 'V1' }, context)
  if (result.kind === 'update') {
    expect(checkView(result.view)).toEqual([])
    modal = result.view
  }
  return result
}

async function event(type: string, payload: object): Promise<void> {
  await BOT.handlers.events[type]!(
    {
      workspaceId: WORKSPACE,
      now: context.clock.now(),
      botUserId: 'UPACESETTER',
      event: { type, ...payload },
      ...{ acting: async () => null, post: async () => {}, postLiving: async () => null, later: () => {} },
      redrawHome: async () => {},
    },
    context,
  )
}

const shown = () => JSON.stringify(modal)
const team = async () => (await teamOfChannel(context.db, WORKSPACE, CHANNEL))!

describe('setting up', () => {
  test('by the command in three clicks: the form, Save, Done', async () => {
    await command(manager, 'setup')
    expect(await submit(manager)).toMatchObject({ kind: 'update' })
    expect(shown()).toContain('*C1* is set up with 3 people')
    expect((await team()).managerUserId).toBe(manager.userId)
  })

  test('by the invitation, in Chinese, with more options', async () => {
    const wang = { ...manager, userId: 'UWANG', locale: 'zh-CN', zone: 'Asia/Shanghai' } as const
    context.people.set(wang.userId, wang)
    context.channels.get(CHANNEL)!.push(wang.userId)
    await event('member_joined_channel', { user: 'USOMEONE', channel: CHANNEL, inviter: wang.userId })
    expect(await context.db.select().from(messages)).toEqual([])
    await event('member_joined_channel', { user: 'UPACESETTER', channel: CHANNEL, inviter: wang.userId })
    expect(await context.db.select().from(messages)).toMatchObject([{ toUserId: wang.userId }])
    await click(wang, TEAM_SETUP.open, CHANNEL)
    await click(wang, TEAM_SETUP.moreOptions, 'more')
    expect(shown()).toContain('团队时区')
    await submit(wang, { measure: { selected_option: { value: 'metric:visits' } }, name: { value: '华东' } })
    expect(shown()).toContain('“华东”设置完成')
    expect(shown()).toContain('2027 年中国的放假安排尚未公布')
    const { teamId } = await team()
    const today = Temporal.PlainDate.from('2026-03-02')
    expect(await settingsOn(context.db, WORKSPACE, teamId, today)).toMatchObject({
      name: '华东',
      locale: 'zh-CN',
      zone: 'Asia/Shanghai',
      holidayCountry: 'CN',
      measure: { kind: 'metric', metric: 'visits' },
    })
  })

  test('errors come back at their fields, and nothing is saved', async () => {
    await command(manager, 'setup')
    expect(await submit(manager, { members: { selected_users: [ann.userId, bot.userId] } })).toEqual({
      kind: 'errors',
      errors: { members: expect.stringContaining('Build bot') },
    })
    expect(await submit(manager, { name: { value: '' } })).toMatchObject({ kind: 'errors' })
    expect(await teamOfChannel(context.db, WORKSPACE, CHANNEL)).toBeNull()
  })

  test('an outdated form or forged metadata changes nothing', async () => {
    await command(manager, 'setup')
    const before = modal!.private_metadata!
    await setUp(context)
    expect(await submit(manager)).toMatchObject({ kind: 'errors' })
    const forged = JSON.stringify({ ...JSON.parse(before), channelId: 'C-ELSEWHERE' })
    expect(await submit(manager, {}, forged)).toMatchObject({ kind: 'errors' })
    expect(await submit(stranger, {}, before)).toMatchObject({ kind: 'errors' })
  })

  test('says where it cannot', async () => {
    await command(manager, '设置', '', 'D1')
    await command(manager, 'setup', '', 'C-ELSEWHERE')
    await setUp(context)
    await command(ann, 'setup')
    expect(modal).toBeNull()
    expect(told).toEqual([
      expect.stringContaining('team’s channel'),
      expect.stringContaining('/invite'),
      expect.stringContaining(`<@${manager.userId}>`),
    ])
  })
})

describe('managing the team', () => {
  beforeEach(async () => {
    await setUp(context, { holidayCountry: null })
  })

  test('settings changed from the form apply from the day it says', async () => {
    await command(manager, 'setup')
    await submit(manager, { prompt: { selected_time: '10:00' } })
    expect(shown()).toContain('apply from Tue, Mar 3')
  })

  test('people: from the confirmation, and by the command', async () => {
    await click(manager, TEAM.toMembers, (await team()).teamId)
    expect(shown()).toContain(`<@${ann.userId}>`)
    await submit(manager, {
      place: { selected_users: [li.userId] },
      role: { selected_option: { value: 'analyst' } },
    })
    expect(shown()).toContain(`New role: <@${li.userId}>`)
    await click(manager, TEAM.toMembers, (await team()).teamId)
    expect(await submit(manager)).toMatchObject({ kind: 'errors' })
    modal = null
    await command(ann, 'members')
    await click(ann, TEAM.toMembers, (await team()).teamId)
    await click(admin, TEAM.toMembers, 'not-a-team')
    await click(admin, TEAM.toMembers, crypto.randomUUID())
    expect(modal).toBeNull()
    expect(told).toHaveLength(4)
  })

  test('people: a form of the manager handed in by another is refused', async () => {
    await command(manager, 'members')
    const changes = { place: { selected_users: [stranger.userId] } }
    expect(await submit(stranger, changes)).toMatchObject({ kind: 'errors' })
    expect(await submit({ ...manager, workspaceId: 'T2' }, changes)).toMatchObject({ kind: 'errors' })
  })

  test('metrics: the list, its menus, and both forms', async () => {
    const asked = async () => {
      const metrics = await roleMetricsOf(context.db, WORKSPACE, (await team()).teamId, 'hunter')
      return metrics.map(({ key, label, names }) => label ?? Object.values(names)[0] ?? key)
    }
    await command(manager, '指标')
    await click(manager, METRICS.menu, 'down calls')
    await click(manager, METRICS.menu, 'off proposals')
    expect((await asked()).slice(0, 3)).toEqual(['followUps', 'calls', 'visits'])
    await click(manager, METRICS.menu, 'edit calls')
    await submit(manager, { name: { value: 'Dials' } })
    await click(manager, METRICS.add)
    expect(await submit(manager, { name: { value: 'dials' } })).toEqual({
      kind: 'errors',
      errors: { name: expect.any(String) },
    })
    await submit(manager, { name: { value: 'Demos' } })
    expect(shown()).toContain('*Demos*')
    expect(await asked()).toEqual(expect.arrayContaining(['Dials', 'Demos']))
    const before = shown()
    await click(ann, METRICS.menu, 'off calls')
    await click(ann, METRICS.menu, 'edit calls')
    expect(shown()).toBe(before)
    expect(told).toHaveLength(2)
  })

  test('leave: by form, in one line, and taken back', async () => {
    await command(ann, 'leave', '2026-03-10..2026-03-12')
    await command(ann, '请假', '2026-03-11')
    await command(ann, 'leave', 'some time soon')
    expect(told).toEqual([
      expect.stringContaining('Mar 10'),
      expect.stringContaining('already recorded'),
      expect.stringContaining('/kpi leave'),
    ])
    await command(manager, 'leave')
    expect(await submit(manager)).toMatchObject({ kind: 'errors', errors: { who: expect.any(String) } })
    await submit(manager, { who: { selected_user: li.userId }, from: { selected_date: '2026-03-20' } })
    expect(shown()).toContain(`✅ Recorded for <@${li.userId}>`)
    const [leaveId] = shown().match(/(?<="value":")[0-9a-f-]{36}/)!
    await click(manager, TEAM.cancelLeave, leaveId)
    expect(shown()).toContain(`✅ Cancelled for <@${ann.userId}>`)
    await click(manager, TEAM.cancelLeave, leaveId)
    expect(shown()).toContain('cancelled already')
    await command(stranger, 'leave')
    expect(told.at(-1)).toContain('You are in no team')
  })

  test('days: set, listed, and taken back', async () => {
    await command(manager, 'days')
    await submit(manager, {
      date: { selected_date: '2026-03-07' },
      kind: { selected_option: { value: 'on' } },
    })
    expect(shown()).toContain('Sat, Mar 7, 2026 · works')
    expect(await submit(manager, { date: { selected_date: '2026-02-01' } })).toMatchObject({ kind: 'errors' })
    await click(manager, TEAM.normalDay, '2026-03-07')
    expect(shown()).toContain('as usual again')
    await click(ann, TEAM.normalDay, '2026-03-08')
    expect(told).toEqual([expect.stringContaining('Only the manager')])
  })

  test('what happens in Slack: a person is deactivated, the channel archived, the bot removed', async () => {
    await event('user_change', { user: { id: ann.userId, name: 'Ann', deleted: true } })
    await command(manager, 'members')
    expect(shown()).toContain('Ann (deactivated in Slack)')
    await event('channel_archive', { channel: CHANNEL, user: 'U1' })
    await event('member_left_channel', { user: 'USOMEONE', channel: CHANNEL })
    await event('channel_left', { channel: CHANNEL })
    await event('tokens_revoked', { tokens: { oauth: ['U1'] } })
    const problems = (await context.db.select().from(messages))
      .filter(({ kind }) => kind === 'delivery-problem')
      .map(({ subject }) => (subject as { problem: string }).problem)
    expect(problems.sort()).toEqual(['channel-archived', 'not-in-channel'])
    expect(await teamOfChannel(context.db, WORKSPACE, CHANNEL)).not.toBeNull()
    await event('app_uninstalled', {})
    expect(await teamOfChannel(context.db, WORKSPACE, CHANNEL)).toBeNull()
  })
})
