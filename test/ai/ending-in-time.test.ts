// An answer ends in time: with itself, with why there is none, and never with both.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { endingInTime } from '../../src/ai/slack/ending-in-time.ts'
import { BOT } from '../../src/app/features.ts'
import type { RenderedMessage } from '../../src/slack/blocks.ts'
import type { QuestionRequest } from '../../src/slack/requests.ts'

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
