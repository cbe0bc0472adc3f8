// An answer ends in time: with itself, with why there is none, and never with both.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { endingInTime, inTime } from '../../src/ai/slack/ending-in-time.ts'
import { BOT } from '../../src/app/features.ts'
import { answerInForm } from '../../src/slack/answer-in-form.ts'
import type { ModalView, RenderedMessage } from '../../src/slack/blocks.ts'
import { textMessage } from '../../src/slack/receivers/receiver.ts'
import type { ActionRequest, QuestionRequest } from '../../src/slack/requests.ts'

const LATE = 'I could not answer within ten seconds. Please ask again in a moment.'

async function told(
  answer: (call: QuestionRequest) => Promise<void>,
  { postingMs = 0 }: { postingMs?: number } = {},
): Promise<{ told: string[]; fault: string | null }> {
  const said: string[] = []
  const show = async ({ text }: RenderedMessage) => {
    if (postingMs > 0) await sleep(postingMs)
    said.push(text)
  }
  const call = { t: BOT.translator('en'), status: show, show } as unknown as QuestionRequest
  const fault = await endingInTime(call, answer, 30).then(
    () => null,
    (thrown: Error) => thrown.message,
  )
  return { told: said, fault }
}
const says = (text: string): RenderedMessage => ({ text, blocks: [] })

test('what comes in time is shown alone', async () => {
  expect(await told((call) => call.show(says('Two to go.')))).toEqual({ told: ['Two to go.'], fault: null })
})

test('what comes too late is not shown, nor what is being done for it', async () => {
  const seen = await told(async (call) => {
    await call.status(says('Looking…'))
    await sleep(50)
    await call.status(says('Looking at the team…'))
    await call.show(says('Two to go.'))
  })
  expect(seen).toEqual({ told: ['Looking…', LATE], fault: null })
})

test('an answer that is on its way at the end is not replaced', async () => {
  expect(await told((call) => call.show(says('Two to go.')), { postingMs: 60 })).toEqual({
    ...{ told: ['Two to go.'], fault: null },
  })
})

test('a status that is on its way at the end does not come after the sentence', async () => {
  const seen = await told((call) => call.status(says('Looking…')), { postingMs: 60 })
  expect(seen).toEqual({ told: ['Looking…', LATE], fault: null })
})

test('a fault is told, and thrown for the log', async () => {
  const seen = await told(() => Promise.reject(new Error('no database')))
  expect(seen).toEqual({ told: [BOT.translator('en')('common.fault')], fault: 'no database' })
})

/** What stands in the form, what is told by direct message, and what the log gets. `slack`: what becomes of the form. */
async function inForm(answer: Promise<RenderedMessage>, slack: 'open' | 'closed' | 'refused' = 'open') {
  const seen: string[] = []
  const work: Promise<void>[] = []
  const wordsOf = ({ blocks }: ModalView) => /"text":"([^"]*)"/u.exec(JSON.stringify(blocks))![1]!
  const open: ActionRequest['open'] = async (view, later, closed) => {
    if (slack === 'refused') {
      await closed!()
      throw new Error('expired_trigger_id')
    }
    seen.push(wordsOf(view))
    const written = wordsOf(await later!)
    if (slack === 'closed') return closed!()
    seen.push(written)
  }
  const call = {
    ...{ t: BOT.translator('en'), view: null, open, push: open },
    tellPrivately: async ({ text }: RenderedMessage) => seen.push(`told: ${text}`) > 0,
    later: (job: () => Promise<void>) => void work.push(job()),
  }
  answerInForm(call, { status: 'Summing up…', answer })
  const faults = await Promise.allSettled(work)
  return { seen, faults: faults.map((one) => (one.status === 'rejected' ? one.reason.message : null)) }
}

test('a form says at once what is done, then has the text', async () => {
  expect(await inForm(sleep(5, textMessage('On pace.')))).toEqual({
    seen: ['Summing up…', 'On pace.'],
    faults: [null],
  })
})

test('whoever has closed the form gets the text by direct message, also where it could not open', async () => {
  expect((await inForm(sleep(5, textMessage('On pace.')), 'closed')).seen).toEqual([
    'Summing up…',
    'told: On pace.',
  ])
  expect(await inForm(sleep(5, textMessage('On pace.')), 'refused')).toEqual({
    ...{ seen: ['told: On pace.'], faults: ['expired_trigger_id'] },
  })
})

test('a text that fails or comes too late is said in the form', async () => {
  const failing = sleep(5).then(() => Promise.reject(new Error('no database')))
  expect(await inForm(failing)).toEqual({
    ...{ seen: ['Summing up…', BOT.translator('en')('common.fault')], faults: ['no database'] },
  })
  const late = inTime(sleep(200, textMessage('On pace.')), BOT.translator('en'), 10)
  expect((await inForm(late)).seen.at(-1)).toBe(
    'The text was not ready within ten seconds. Please try again in a moment.',
  )
})
