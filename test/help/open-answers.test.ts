// An answer whose process ends in the middle: its status does not stay, and whoever asked is told once to ask again.
import { setTimeout as sleep } from 'node:timers/promises'
import { WebAPIPlatformError } from '@slack/web-api'
import { beforeEach, expect, test } from 'vitest'
import { endAnswersLeftOpen } from '../../src/app/open-answers.ts'
import type { Locale } from '../../src/core/i18n/locale.ts'
import { openAnswers } from '../../src/help/db/open-answers.sql.ts'
import { IN_FORM, openAnswer } from '../../src/help/flows/open-answer.ts'
import { askQuestion } from '../../src/help/slack/ask-question.ts'
import { savePeople } from '../../src/org/db/people.ts'
import type { RenderedMessage } from '../../src/slack/blocks.ts'
import {
  messageAsModal,
  type ReceiverContext,
  showing,
  textMessage,
} from '../../src/slack/receivers/receiver.ts'
import { createReplies, type Replies } from '../../src/slack/replies.ts'
import type { CommandRequest, QuestionRequest } from '../../src/slack/requests.ts'
import { testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()
beforeEach(() => database.db.delete(openAnswers))

/** Somebody asks; `answer` is what becomes of it. `slack`: what the sweep does there. */
async function asking(answer: (call: QuestionRequest) => Promise<void>, locale: Locale = 'en') {
  const context = testContext(database.db, '2026-03-02T09:00:00Z')
  const who = testPerson('T1', 'U1', { locale })
  await savePeople(database.db, [who], context.clock.now())
  const told: string[] = []
  let isAway = false
  const say = (where: string, { text }: RenderedMessage) => {
    if (isAway) throw new Error('Slack is away')
    told.push(`${where} ${text}`)
    return null
  }
  const replies = {
    edit: async (_workspace, { channelId, ts }, message) => say(`${channelId} ${ts}:`, message),
    tell: async (_workspace, userId, message) => say(`${userId}:`, message),
  } as Pick<Replies, 'edit' | 'tell'>
  const post = async (message: RenderedMessage) => {
    say('D1:', message)
    return { ts: '1.1', edit: async (edited: RenderedMessage) => say('D1 1.1:', edited) === null }
  }
  const questions = [
    async (call: QuestionRequest) => {
      await answer(call)
      return true
    },
  ]
  const request = { who, channelId: 'D1', rest: 'how far am I?', now: context.clock.now() }
  await askQuestion(
    request as unknown as CommandRequest,
    { post, later: () => {} },
    { commands: [], lines: [], questions } as never,
    context,
  ).catch(() => {})
  return {
    told,
    slackIsAway: (away: boolean) => {
      isAway = away
    },
    sweepAt: async (instant: string) => {
      context.moveTo(instant)
      told.length = 0
      await endAnswersLeftOpen(replies as Replies)(context)
      return [...told]
    },
  }
}
const says = (text: string): RenderedMessage => ({ text, blocks: [] })
const left = () => database.db.select().from(openAnswers)

test.each([
  ['en', 'My answer was interrupted. Please ask again.'],
  ['zh-CN', '刚才的回答中断了，请再问一次。'],
  ['zh-TW', '剛才的回答中斷了，請再問一次。'],
] as const)('%s: after half a minute the status says so, once', async (locale, sentence) => {
  const { told, sweepAt } = await asking((call) => call.status(says('Looking…')), locale)
  expect(told).toEqual(['D1: Looking…'])
  expect(await sweepAt('2026-03-02T09:00:29Z')).toEqual([])
  expect(await sweepAt('2026-03-02T09:00:31Z')).toEqual([`D1 1.1: ${sentence}`])
  expect(await left()).toEqual([])
  expect(await sweepAt('2026-03-02T09:02:00Z')).toEqual([])
})

test('an answer that stands leaves nothing behind, and one without a status writes nothing', async () => {
  const { told } = await asking(async (call) => {
    await call.status(says('Looking…'))
    await call.status(says('Looking at the team…'))
    await call.show(says('Two to go.'))
  })
  expect(told).toEqual(['D1: Looking…', 'D1 1.1: Looking at the team…', 'D1 1.1: Two to go.'])
  expect(await left()).toEqual([])
  await asking(async (call) => {
    await call.show(says('At once.'))
    expect(await left()).toEqual([])
  })
})

test('where it is not known whether the status stands, the person is told in a message', async () => {
  const { slackIsAway, sweepAt } = await asking((call) =>
    call.status(says('Looking…')).then(() => {
      throw new Error('killed')
    }),
  )
  await database.db.update(openAnswers).set({ statusTs: null })
  slackIsAway(true)
  expect(await sweepAt('2026-03-02T09:01:00Z')).toEqual([])
  expect(await left()).toHaveLength(1)
  slackIsAway(false)
  expect(await sweepAt('2026-03-02T09:01:10Z')).toEqual([])
  expect(await sweepAt('2026-03-02T09:02:00Z')).toEqual(['U1: My answer was interrupted. Please ask again.'])
  expect(await left()).toEqual([])
})

/** A form says that a text is being written, and `written` takes its place; the person may have closed it. */
async function inForm(
  written: Promise<RenderedMessage>,
  isClosed = false,
  locale: Locale = 'en',
  away: readonly ('update' | 'closed')[] = [],
) {
  const context = testContext(database.db, '2026-03-02T09:00:00Z')
  const who = testPerson('T1', 'U1', { locale })
  await savePeople(database.db, [who], context.clock.now())
  const told: string[] = []
  const shown = (where: string, view: object) => void told.push(`${where} ${JSON.stringify(view)}`)
  const views = {
    open: async ({ view }: { view: object }) => {
      shown('open', view)
      return { view: { id: 'V1' } }
    },
    update: async ({ view_id, view }: { view_id: string; view: object }) => {
      if (away.includes('update') && view_id === 'V1' && told.length === 1) throw new Error('away')
      if (isClosed) throw new WebAPIPlatformError({ ok: false, error: 'not_found' } as never)
      shown(view_id, view)
    },
  }
  const replies: Replies = {
    ...createReplies(() => ({ views }) as never),
    tell: async (_workspace, userId, { text }) => {
      told.push(`${userId} ${text}`)
      return null
    },
  }
  const receiver = {
    replies,
    openAnswer: (person: typeof who) => openAnswer(context, person, IN_FORM),
  } as ReceiverContext
  const work = showing(
    receiver,
    who,
    't1',
    'open',
  )(
    form('Writing…'),
    written.then(({ text }) => form(text)),
    async () => {
      if (away.includes('closed')) throw new Error('away')
      shown('closed', {})
    },
  )
  work.catch(() => {})
  await expect.poll(() => told.length).toBeGreaterThan(0)
  await Promise.race([work.catch(() => {}), sleep(50)])
  return {
    told,
    sweepAt: async (instant: string) => {
      context.moveTo(instant)
      await endAnswersLeftOpen(replies)(context)
    },
  }
}
const form = (text: string) => messageAsModal(textMessage(text))
const NEVER = new Promise<never>(() => {})

test.each([
  [
    'en',
    'I was interrupted before this was written. Please press the button again.',
    'A text that you asked for in a form was not finished: I was interrupted. Please press the button there again.',
  ],
  [
    'zh-CN',
    '刚才没写完就中断了，请再点一次按钮。',
    '您在表单里让我写的内容没写完就中断了，请回到那里再点一次按钮。',
  ],
  [
    'zh-TW',
    '剛才還沒寫完就中斷了，請再按一次按鈕。',
    '您在表單裡請我寫的內容還沒寫完就中斷了，請回到那裡再按一次按鈕。',
  ],
] as const)(
  '%s: a form that is left alone says so itself, once; to whoever has closed it the bot says it',
  async (locale, sentence, closedSentence) => {
    for (const isClosed of [false, true]) {
      const { told, sweepAt } = await inForm(NEVER, isClosed, locale)
      expect(await left()).toMatchObject([{ channelId: IN_FORM, statusTs: 'V1' }])
      await sweepAt('2026-03-02T09:00:29Z')
      expect(told).toHaveLength(1)
      await sweepAt('2026-03-02T09:00:31Z')
      await sweepAt('2026-03-02T09:02:00Z')
      expect(told.slice(1)).toEqual([
        isClosed ? `U1 ${closedSentence}` : `V1 ${JSON.stringify(form(sentence))}`,
      ])
      expect(await left()).toEqual([])
    }
  },
)

test.each([
  [false, 'V1'],
  [true, 'closed'],
])('a form that gets its text leaves nothing behind (closed: %s)', async (isClosed, then) => {
  const { told, sweepAt } = await inForm(Promise.resolve(says('Two to go.')), isClosed)
  expect(told.map((one) => one.split(' ')[0])).toEqual(['open', then])
  expect(await left()).toEqual([])
  await sweepAt('2026-03-02T09:02:00Z')
  expect(told).toHaveLength(2)
})

test('where Slack drops out when the text is ready, it is told otherwise, or the form says so afterwards', async () => {
  const text = Promise.resolve(says('Two to go.'))
  const otherwise = await inForm(text, false, 'en', ['update'])
  expect(otherwise.told.at(-1)).toBe('closed {}')
  expect(await left()).toEqual([])
  const { told, sweepAt } = await inForm(text, false, 'en', ['update', 'closed'])
  expect(await left()).toMatchObject([{ statusTs: 'V1' }])
  told.push('Slack is back')
  await sweepAt('2026-03-02T09:01:00Z')
  expect(told.at(-1)).toMatch(/^V1 .*I was interrupted/)
  expect(await left()).toEqual([])
})
