// Receivers: what a handler gets, how Slack is acknowledged in time, and what a person reads after an error.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { Context } from '../../src/core/context.ts'
import type { Person } from '../../src/core/person.ts'
import type { RenderedMessage } from '../../src/slack/blocks.ts'
import type { Handlers } from '../../src/slack/handlers.ts'
import { joinHandlers } from '../../src/slack/join-handlers.ts'
import { onAction } from '../../src/slack/receivers/on-action.ts'
import { onCommand } from '../../src/slack/receivers/on-command.ts'
import { onEvent } from '../../src/slack/receivers/on-event.ts'
import { onShortcut } from '../../src/slack/receivers/on-shortcut.ts'
import { onSubmit } from '../../src/slack/receivers/on-submit.ts'
import { type ReceiverContext, textMessage } from '../../src/slack/receivers/receiver.ts'
import type { ActionRequest, CommandRequest, SubmitRequest } from '../../src/slack/requests.ts'
import { testPerson } from '../support/context.ts'

const en = BOT.translator('en')
const people: Record<string, Person> = {
  UANNA: testPerson('T1', 'UANNA'),
  UWEI: testPerson('T1', 'UWEI', { locale: 'zh-CN' }),
  UBOT: testPerson('T1', 'UBOT', { isBot: true }),
  UGONE: testPerson('T1', 'UGONE', { deactivated: true }),
}
let told: { how: string; what: unknown }[]
let logged: object[]
let acks: unknown[]
const ack = async (response?: object) => void acks.push(response)
const note =
  (how: string) =>
  async (...what: unknown[]) =>
    void told.push({ how, what: what.at(-1) })

beforeEach(() => {
  ;[told, logged, acks] = [[], [], []]
})

function receiver(area: Partial<Handlers>, more: Partial<ReceiverContext> = {}): ReceiverContext {
  const log = (facts: object) => void logged.push(facts)
  return {
    // Handlers in these tests use neither the database nor the outbox.
    context: {
      db: {},
      clock: { now: () => Temporal.Instant.from('2026-03-02T09:00:00Z') },
      directory: { person: async () => null },
      log: { debug: () => {}, info: log, warn: log, error: log },
    } as unknown as Context,
    ensurePerson: async (_workspaceId, userId) => people[userId] ?? null,
    replies: {
      open: note('open'),
      push: note('push'),
      update: note('update'),
      ...{
        publishHome: note('home'),
        post: async () => null,
        postLiving: async () => ({ ts: '1.1' }),
        edit: async () => null,
        tell: async () => null,
        sendFile: async () => true,
      },
      respond: async (_url, message, replace) =>
        void told.push({ how: replace ? 'replace' : 'respond', what: message }),
    },
    ...{ handlers: joinHandlers([area]), home: [], translator: BOT.translator },
    ...{ workspaceId: 'T1', botUserId: 'UBOT', defaultLocale: 'en' },
    ...{ languages: new Map(), alsoOurs: new Set(), background: () => {} },
    openAnswer: async () => ({ stands: async () => {}, goesOn: async () => {}, close: async () => {} }),
    ...more,
  }
}
const command = (text: string, user = 'UANNA', team = 'T1') => ({
  ...{ team_id: team, user_id: user, channel_id: 'C1', text, trigger_id: 'tr', response_url: 'https://x/r' },
})
const reply = (message: RenderedMessage) => ({ response_type: 'ephemeral', ...message })

describe('commands', () => {
  const calls: CommandRequest[] = []
  const area: Partial<Handlers> = {
    commands: [
      { word: 'help', aliases: ['帮助'], run: async (call) => call.reply(textMessage('helped')) },
      {
        word: 'board',
        aliases: ['排行'],
        run: async (call) => {
          calls.push(call)
          call.reply(textMessage('the board'))
        },
      },
    ],
  }
  afterEach(() => void calls.splice(0))

  test.each(['board week', 'BOARD week', '排行 week', '排行week'])('%s finds its handler', async (text) => {
    await onCommand(command(text), ack, receiver(area))
    expect(calls).toMatchObject([{ rest: 'week', channelId: 'C1', who: { userId: 'UANNA' } }])
    expect(acks).toEqual([reply(textMessage('the board'))])
  })

  test.each([
    ['board calls 5 &amp; visits 2', 'calls 5 & visits 2'],
    ['board a &lt; b &gt; c', 'a < b > c'],
    ['board &amp;lt; &amp;amp;', '&lt; &amp;'],
    ['board <@U1|ann> R&amp;D', '<@U1|ann> R&D'],
    ['board &nbsp; &quot; &', '&nbsp; &quot; &'],
  ])('what Slack escapes is unescaped, once (%s)', async (text, rest) => {
    await onCommand(command(text), ack, receiver(area))
    expect(calls.at(-1)!.rest).toBe(rest)
  })

  test('an empty command runs help', async () => {
    await onCommand(command('  '), ack, receiver(area))
    expect(acks).toEqual([reply(textMessage('helped'))])
  })

  test('a typing error gets the nearest command and a button that runs it', async () => {
    await onCommand(command('bored week'), ack, receiver(area))
    expect(JSON.stringify(acks)).toContain('Did you mean `/kpi board`')
    const button = { action_id: 'command:run', value: 'board' }
    expect(JSON.stringify(acks)).toContain(JSON.stringify(button.value))
    const click = {
      team: { id: 'T1' },
      user: { id: 'UANNA' },
      actions: [button],
      response_url: 'https://x/r',
    }
    await onAction({ ...click, channel: { id: 'C1' } }, ack, receiver(area))
    expect(told).toEqual([{ how: 'replace', what: textMessage('the board') }])
  })

  test('a command of 40,000 characters is refused in a sentence, in each language, before anything reads it', async () => {
    const long = `board 2026-03-05${' '.repeat(40_000)}x`
    await onCommand(command(long), ack, receiver(area))
    await onCommand(command(long, 'UWEI'), ack, receiver(area))
    expect(acks).toEqual([
      reply(textMessage(en('command.tooLong', { most: 4000 }))),
      reply(textMessage(BOT.translator('zh-CN')('command.tooLong', { most: 4000 }))),
    ])
    expect(JSON.stringify(acks[0])).toContain('at most 4000 characters')
    expect(calls).toEqual([])
  })

  test('spaces at the end of a command do not count', async () => {
    await onCommand(command(`board week${' '.repeat(40_000)}`), ack, receiver(area))
    expect(calls).toMatchObject([{ rest: 'week' }])
  })

  test('typed text is escaped in the reply', async () => {
    await onCommand(command('<!channel>`x`'), ack, receiver(area))
    expect(JSON.stringify(acks)).toContain('/kpi &lt;!channel&gt;x')
  })

  test('a chart is sent to response_url, where Slack reports refused blocks', async () => {
    const chart: RenderedMessage = { text: 'words', blocks: [{ type: 'table', rows: [] }] }
    const run = async (call: CommandRequest) => call.reply(chart)
    await onCommand(command('chart'), ack, receiver({ commands: [{ word: 'chart', aliases: [], run }] }))
    expect(acks).toEqual([undefined])
    expect(told).toEqual([{ how: 'respond', what: chart }])
  })

  test('an error gives a message in the reader’s language, and a log line without the typed text', async () => {
    const run = () => Promise.reject(new Error('relation does not exist'))
    await onCommand(
      command('log secret plans', 'UWEI'),
      ack,
      receiver({ commands: [{ word: 'log', aliases: [], run }] }),
    )
    expect(acks).toEqual([reply(textMessage(BOT.translator('zh-CN')('common.fault')))])
    expect(logged).toEqual([{ kind: 'command', name: '/kpi', reason: 'relation does not exist' }])
  })

  test.each([
    { who: 'of another workspace', body: command('board', 'UANNA', 'T2') },
    { who: 'whom nobody knows', body: command('board', 'UNOBODY') },
    { who: 'a bot', body: command('board', 'UBOT') },
    { who: 'deactivated', body: command('board', 'UGONE') },
  ])('$who: told, and nothing done', async ({ body }) => {
    await onCommand(body, ack, receiver(area))
    expect(acks).toEqual([reply(textMessage(en('command.stranger')))])
    expect(calls).toEqual([])
  })
})

describe('actions', () => {
  const click = (action: object, more: object = {}) => ({
    ...{ team: { id: 'T1' }, user: { id: 'UANNA' }, trigger_id: 'tr', response_url: 'https://x/r' },
    actions: [{ action_id: 'do', ...action }],
    ...more,
  })

  test.each([
    { action: { value: 'v1' }, value: 'v1' },
    { action: { selected_option: { value: 'v2' } }, value: 'v2' },
    { action: { selected_user: 'U2' }, value: 'U2' },
    { action: { selected_options: [{ value: 'a' }, { value: 'b' }] }, value: 'a,b' },
    { action: { action_id: 'do#7', value: 'v3' }, value: 'v3' },
  ])('the handler gets what was chosen: $value', async ({ action, value }) => {
    const calls: ActionRequest[] = []
    await onAction(click(action), ack, receiver({ actions: { do: async (call) => void calls.push(call) } }))
    expect(calls.map((call) => call.value)).toEqual([value])
    expect(acks).toEqual([undefined])
  })

  test.each(['constructor', '__proto__', 'gone'])(
    '%s, which has no handler, is acknowledged',
    async (action_id) => {
      await onAction(click({ action_id }), ack, receiver({}))
      expect(acks).toEqual([undefined])
      expect(told).toEqual([])
    },
  )

  test('in a modal the handler gets the view, and its ephemeral reply is pushed on top of it', async () => {
    const view = { id: 'V1', type: 'modal', hash: 'h', private_metadata: 'm', state: { values: {} } }
    const seen: ActionRequest['view'][] = []
    const run = async (call: ActionRequest) => {
      seen.push(call.view)
      await call.replyEphemeral(textMessage('psst'))
    }
    await onAction(click({}, { view, response_url: '' }), ack, receiver({ actions: { do: run } }))
    expect(seen).toEqual([{ viewId: 'V1', hash: 'h', metadata: 'm', state: {} }])
    expect(told).toMatchObject([{ how: 'push', what: { type: 'modal', blocks: textMessage('psst').blocks } }])
  })

  test('a user of another workspace in a shared channel is refused', async () => {
    const body = click({}, { user: { id: 'UANNA', team_id: 'T2' } })
    const run = () => Promise.reject(new Error('reached'))
    await onAction(body, ack, receiver({ actions: { do: run } }))
    expect(told).toEqual([{ how: 'respond', what: textMessage(en('command.stranger')) }])
  })

  test.each(['E0ORG', 'T0OTHER'])(
    'someone of ours whom Slack names by the id of their organisation or its other workspace (%s) acts, and Slack is asked once',
    async (team_id) => {
      const calls: ActionRequest[] = []
      const here = receiver({ actions: { do: async (call) => void calls.push(call) } })
      const asked: unknown[] = []
      here.context.directory = {
        ...here.context.directory,
        person: async (...of) => {
          asked.push(of)
          return people.UANNA!
        },
      }
      await onAction(click({}, { user: { id: 'UANNA', team_id } }), ack, here)
      await onAction(click({}, { user: { id: 'UANNA', team_id } }), ack, here)
      expect(calls).toHaveLength(2)
      expect(asked).toEqual([['T1', 'UANNA', team_id]])
    },
  )

  test('whoever acts in another workspace of the organisation gets nowhere here', async () => {
    const body = click({}, { team: { id: 'T0OTHER' }, user: { id: 'UANNA', team_id: 'T1' } })
    const run = () => Promise.reject(new Error('reached'))
    await onAction(body, ack, receiver({ actions: { do: run } }))
    expect(told).toEqual([{ how: 'respond', what: textMessage(en('command.stranger')) }])
  })

  test('slow work is acknowledged in time, and continues', async () => {
    vi.useFakeTimers()
    const slow = Promise.withResolvers<void>()
    const handled = onAction(click({}), ack, receiver({ actions: { do: () => slow.promise } }))
    await vi.advanceTimersByTimeAsync(2400)
    expect(acks).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(acks).toEqual([undefined])
    slow.resolve()
    vi.useRealTimers()
    await handled
  })
})

describe('submits', () => {
  const blocks = [{ type: 'section' }, { type: 'input', block_id: 'plan' }]
  const submit = (more: object = {}) => ({
    ...{ team: { id: 'T1' }, user: { id: 'UWEI' }, trigger_id: 'tr' },
    view: { id: 'V1', type: 'modal', callback_id: 'standup', private_metadata: '{"a":1}', blocks, ...more },
  })
  const notSaved = { response_action: 'errors', errors: { plan: en('common.notSaved') } }

  test('the handler gets state and metadata, and its result is the response', async () => {
    const calls: SubmitRequest[] = []
    const run = async (call: SubmitRequest) => {
      calls.push(call)
      return { kind: 'errors', errors: { plan: 'too long' } } as const
    }
    const state = { values: { plan: { text: { type: 'plain_text_input', value: 'sell' } } } }
    await onSubmit(submit({ state }), ack, receiver({ submits: { standup: run } }))
    expect(calls).toMatchObject([
      { viewId: 'V1', metadata: '{"a":1}', state: state.values, who: { userId: 'UWEI' } },
    ])
    expect(acks).toEqual([{ response_action: 'errors', errors: { plan: 'too long' } }])
  })

  test.each([
    { kind: 'close' as const, answer: undefined },
    { kind: 'clear' as const, answer: { response_action: 'clear' } },
  ])('$kind', async ({ kind, answer }) => {
    await onSubmit(submit(), ack, receiver({ submits: { standup: async () => ({ kind }) } }))
    expect(acks).toEqual([answer])
  })

  test('a field with more in it than Slack lets anyone type is not read: the form stays open with a sentence there', async () => {
    const run = () => Promise.reject(new Error('reached'))
    const field = (value: string) => ({ number: { type: 'number_input', value } })
    const state = { values: { plan: field('1'), 'number:calls': field('9'.repeat(40_000)) } }
    await onSubmit(submit({ state }), ack, receiver({ submits: { standup: run } }))
    const text = BOT.translator('zh-CN')('common.tooLong', { most: 3000 })
    expect(acks).toEqual([{ response_action: 'errors', errors: { 'number:calls': text } }])
    expect(logged).toEqual([])
  })

  test('the Home tab is published again after the acknowledgement', async () => {
    const submits = { standup: async () => ({ kind: 'close', redrawHome: true }) as const }
    const inOrder = receiver({ submits })
    let acknowledgedFirst = false
    inOrder.replies.publishHome = async () => {
      acknowledgedFirst = acks.length === 1
    }
    await onSubmit(submit(), ack, inOrder)
    expect(acknowledgedFirst).toBe(true)
  })

  test('a Home tab that cannot be rendered is only logged', async () => {
    const away = receiver({
      submits: { standup: async () => ({ kind: 'close', redrawHome: true }) as const },
    })
    away.replies.publishHome = () => Promise.reject(new Error('Slack is away'))
    await onSubmit(submit(), ack, away)
    expect(acks).toEqual([undefined])
    expect(logged).toEqual([{ userId: 'UWEI', reason: 'Slack is away' }])
  })

  test('when the handler fails the modal stays open, with an error at its first input', async () => {
    const run = () => Promise.reject(new Error('connection refused'))
    await onSubmit(submit(), ack, receiver({ submits: { standup: run } }))
    const inChinese = BOT.translator('zh-CN')('common.notSaved')
    await onSubmit(
      submit(),
      ack,
      receiver({ submits: { standup: run } }, { languages: new Map([['UWEI', 'zh-CN']]) }),
    )
    expect(acks).toEqual([notSaved, { response_action: 'errors', errors: { plan: inChinese } }])
  })

  test('when the database is down the modal stays open too', async () => {
    const ensurePerson = () => Promise.reject(new Error('connection refused'))
    await onSubmit(
      submit(),
      ack,
      receiver({ submits: { standup: async () => ({ kind: 'close' }) } }, { ensurePerson }),
    )
    expect(acks).toEqual([notSaved])
  })

  test('when saving takes too long, the person is told that nothing was saved', async () => {
    vi.useFakeTimers()
    const slow = Promise.withResolvers<{ kind: 'close' }>()
    const handled = onSubmit(submit(), ack, receiver({ submits: { standup: () => slow.promise } }))
    await vi.advanceTimersByTimeAsync(2600)
    expect(acks).toEqual([notSaved])
    slow.resolve({ kind: 'close' })
    vi.useRealTimers()
    await handled
    expect(acks).toHaveLength(1)
  })
})

test('a shortcut opens its handler’s view, or an error message', async () => {
  const body = { team: { id: 'T1' }, user: { id: 'UANNA' }, trigger_id: 'tr', callback_id: 'log' }
  const run = () => Promise.reject(new Error('away'))
  await onShortcut(body, ack, receiver({ shortcuts: { log: run } }))
  expect(acks).toEqual([undefined])
  expect(told).toMatchObject([{ how: 'open', what: { blocks: textMessage(en('common.fault')).blocks } }])
})

test('an event reaches its handler unless it is from another workspace; an error is logged, and Slack sends the event again', async () => {
  const seen: unknown[] = []
  const events = {
    user_change: async (call: { event: unknown }) => void seen.push(call.event),
    team_join: () => Promise.reject(new Error('away')),
  }
  const event = { type: 'user_change', user: { id: 'UANNA' } }
  await onEvent({ team_id: 'T1', event }, receiver({ events }))
  await onEvent({ team_id: 'T2', event }, receiver({ events }))
  const failing = onEvent({ team_id: 'T1', event: { type: 'team_join' } }, receiver({ events }))
  await expect(failing).rejects.toThrow('away')
  expect(seen).toEqual([event])
  expect(logged).toEqual([{ kind: 'event', name: 'team_join', reason: 'away' }])
})
