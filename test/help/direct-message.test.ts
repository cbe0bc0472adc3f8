// What people write to the bot: numbers are logged, commands are run, anything else gets help; each is answered once.
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { type Heard, hand, type Move, payloadOf, perform, tried } from '../security/listeners.ts'
import { buildWorld, HOME, ROLES, type World } from '../security/world.ts'
import { usesDatabase } from '../support/database.ts'

type Role = keyof typeof ROLES
const database = usesDatabase()
let world: World
beforeAll(async () => {
  world = await buildWorld(database.db)
})

/** Everything is taken back afterwards. */
const asRep = (
  what: (context: Context) => Promise<void>,
  locale: Locale = 'en',
  role: Role = 'another rep',
) =>
  tried(world.context, async (context) => {
    const person = world.context.people.get(`${HOME} ${ROLES[role]}`)!
    await savePeople(context.db, [{ ...person, locale }], context.clock.now())
    await what(context)
  })
const by = (role: Role) => ({ userId: ROLES[role], workspaceId: HOME })
const does = (context: Context, move: Move, role: Role = 'another rep') => perform(context, by(role), move)
const writes = (context: Context, text: string, more: object = {}, role: Role = 'another rep') =>
  does(context, { kind: 'message', text, more }, role)

function toldIn({ told, errors }: Heard): string {
  expect(errors).toEqual([])
  return (told as { text?: string }[]).map(({ text }) => text ?? '').join('\n')
}
interface Button {
  action_id: string
  text: { text: string }
  value: string
}
const buttonsIn = ({ told }: Heard): Button[] =>
  (told as { blocks?: { elements?: Button[] }[] }[]).flatMap(({ blocks = [] }) =>
    blocks.flatMap(({ elements = [] }) => elements.filter((one) => one.action_id)),
  )

async function today(context: Context): Promise<Record<string, number>> {
  const rows = await context.db.execute<{ total: Record<string, unknown> }>(sql`
    select to_jsonb(t) as total from daily_totals t join members m using (workspace_id, member_id)
    where m.user_id = ${ROLES['another rep']} and t.date = '2026-03-03'`)
  return JSON.parse(JSON.stringify(rows))[0]?.total ?? {}
}

describe('a line of numbers', () => {
  test.each([
    ['en', 'calls 5 visits 2', ['5', '2']],
    ['en', 'Calls 5, visits 2', ['5', '2']],
    ['zh-CN', '电话 5 拜访 2', ['5', '2']],
    ['zh-CN', '电话5，拜访2家', ['5', '2']],
    ['zh-TW', '電話５ 拜訪２', ['5', '2']],
  ] as const)('%s: “%s” is logged as by /kpi log, with an Undo', async (locale, line, said) => {
    await asRep(async (context) => {
      const heard = await writes(context, line)
      for (const part of said) expect(toldIn(heard)).toContain(part)
      expect(buttonsIn(heard).map(({ action_id }) => action_id)).toEqual([expect.stringContaining('undo')])
      expect(JSON.stringify(await today(context))).toContain('5')
      const typed = await does(context, { kind: 'command', text: `log ${line}`, channelId: 'D0DIRECT' })
      expect(JSON.stringify(typed.told)).toContain('10')
    }, locale)
  })

  test.each([
    ['en', 'yesterday calls 5', 'Mon, Mar 2'],
    ['en', 'Calls 5, visits 2 on Monday', 'Mon, Mar 2'],
    ['zh-CN', '昨天 电话 5', '3月2日'],
    ['zh-CN', '电话5，拜访2家 昨天', '3月2日'],
    ['zh-TW', '昨天電話５', '3月2日'],
  ] as const)('%s: “%s” is logged for the day that it names', async (locale, line, day) => {
    await asRep(async (context) => {
      const heard = await writes(context, line)
      expect(toldIn(heard)).toContain(day)
      expect(buttonsIn(heard).map(({ action_id }) => action_id)).toEqual([expect.stringContaining('undo')])
    }, locale)
  })

  test.each(['new yesterday', 'calls on Monday', 'yesterday', '昨天电话', 'see you on 3/4', '明天见 5'])(
    '“%s” is none',
    async (line) => {
      await asRep(async (context) => {
        expect(toldIn(await writes(context, line))).not.toContain('Logged')
        expect(await today(context)).toEqual({})
      })
    },
  )

  test('the same message, delivered again by Slack, is neither logged nor answered again', async () => {
    await asRep(async (context) => {
      expect(toldIn(await writes(context, 'calls 5'))).toContain('5')
      const after = await today(context)
      expect((await writes(context, 'calls 5')).told).toEqual([])
      expect(await today(context)).toEqual(after)
      expect((await writes(context, 'calls 5', { ts: '2.2' })).told).toHaveLength(1)
    })
  })

  test('an answer that failed is given when Slack delivers the message again, and logged once', async () => {
    await asRep(async (context) => {
      const { kind, body } = payloadOf(by('another rep'), { kind: 'message', text: 'calls 5' })
      const failing = async () =>
        hand(context, kind, body, { post: () => Promise.reject(new Error('no Slack')) })
      await expect(failing()).rejects.toThrow('no Slack')
      const after = await today(context)
      expect(toldIn(await hand(context, kind, body))).toContain('5')
      expect(await today(context)).toEqual(after)
    })
  })

  test('an answer that Slack will never take is given up: the message counts as answered', async () => {
    await asRep(async (context) => {
      const { kind, body } = payloadOf(by('another rep'), { kind: 'message', text: 'calls 5' })
      const refused = { ok: false, reason: 'disconnected' } as const
      await hand(context, kind, body, { post: async () => refused })
      expect((await hand(context, kind, body)).told).toEqual([])
    })
  })

  test('what is unusual, unclear or only partly understood is asked about', async () => {
    await asRep(async (context) => {
      expect(buttonsIn(await writes(context, 'calls 480')).length).toBeGreaterThan(0)
      expect(await today(context)).toEqual({})
      expect(toldIn(await writes(context, 'calls 5, vists 2', { ts: '1.2' }))).toContain('vists')
      expect(await today(context)).toEqual({})
    })
  })
})

describe('words of commands', () => {
  test.each([
    ['board', 'Leaderboard'],
    ['board week', 'Leaderboard'],
    ['kpi me', 'Calls'],
    ['/kpi me', 'Calls'],
    ['<@U0PACESETTER> me', 'Calls'],
    ['help', '/kpi leave'],
    ['leave 2026-03-20', '✅'],
    ['sick tomorrow', '✅'],
  ])('“%s” works without a slash', async (text, said) => {
    await asRep(async (context) => expect(toldIn(await writes(context, text))).toContain(said))
  })

  test('a form is opened by the button that is answered', async () => {
    await asRep(async (context) => {
      for (const [index, text] of ['standup', '日报', 'log', 'leave'].entries()) {
        const heard = await writes(context, text, { ts: `1.${index}` })
        expect(heard.views).toEqual([])
        const [button] = buttonsIn(heard)
        const clicked = await does(context, {
          ...{ kind: 'action', actionId: button!.action_id, value: button!.value },
          channelId: 'D0DIRECT',
        })
        expect(clicked.views, text).toHaveLength(1)
      }
    })
  })
})

describe('anything else', () => {
  test.each(LOCALES)('%s: a greeting and small talk get a short help with buttons', async (locale) => {
    await asRep(async (context) => {
      const answers: string[] = []
      for (const [index, text] of [
        'hello',
        '你好',
        'what a day',
        '今天天气不错',
        'see you at 5',
        ':wave:',
      ].entries()) {
        const heard = await writes(context, text, { ts: `1.${index}` })
        answers.push(toldIn(heard))
        expect(buttonsIn(heard).length, text).toBeGreaterThan(3)
      }
      expect(new Set(answers).size).toBe(1)
      expect(answers[0]).toContain({ en: 'calls 5, visits 2', 'zh-CN': '电话 5', 'zh-TW': '電話 5' }[locale])
    }, locale)
  })

  test('who is in no team is told how to come into one', async () => {
    await asRep(
      async (context) => {
        expect(toldIn(await writes(context, 'calls 5', {}, 'stranger'))).toContain('/kpi setup')
      },
      'en',
      'stranger',
    )
  })
})

describe('not answered:', () => {
  test.each([
    ['its own message', { user: 'U0PACESETTER' }],
    ['a message of another bot', { bot_id: 'B1' }],
    ['a bot user', { user: ROLES.bot }],
    ['who is deactivated', { user: ROLES['member who is deactivated'] }],
    ['an edit', { subtype: 'message_changed', message: { text: 'calls 6' } }],
    ['a deleted message', { subtype: 'message_deleted' }],
    ['a file', { subtype: 'file_share' }],
    ['an answer in a thread', { thread_ts: '1.0' }],
    ['a message in a channel', { channel_type: 'channel', channel: 'C0NORTHSIDE' }],
    ['a message of several people', { channel_type: 'mpim' }],
    ['an empty message', { text: '  ' }],
    ['no text', { text: undefined }],
    ['somebody unknown', { user: 'U0NOBODY' }],
    ['nobody', { user: undefined }],
  ])('%s', async (_, more) => {
    await asRep(async (context) => {
      const heard = await writes(context, 'calls 5', more)
      expect(heard.told).toEqual([])
      expect(heard.errors).toEqual([])
      expect(await today(context)).toEqual({})
    })
  })
})

test('a number line after /kpi is logged without the word log', async () => {
  await asRep(async (context) => {
    const heard = await does(context, { kind: 'command', text: 'calls 5, visits 2', channelId: 'D0DIRECT' })
    expect(toldIn(heard)).toContain('5')
    expect(JSON.stringify(await today(context))).toContain('5')
    const unknown = await does(context, { kind: 'command', text: 'quatsch 5', channelId: 'D0DIRECT' })
    expect(toldIn(unknown)).toContain('/kpi help')
  })
})
