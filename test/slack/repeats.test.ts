// What Slack delivers twice is carried out once, and answered the same both times.
import type { ReceiverEvent } from '@slack/bolt'
import { expect, test } from 'vitest'
import { withoutRepeats } from '../../src/slack/repeats.ts'

function stage(work: () => Promise<unknown>) {
  const answers: unknown[] = []
  let runs = 0
  const process = withoutRepeats(async (event) => {
    runs += 1
    await event.ack((await work()) as never)
  })
  const deliver = (triggerId?: string) =>
    process({
      body: { command: '/kpi', ...(triggerId === undefined ? {} : { trigger_id: triggerId }) },
      ack: async (response: unknown) => void answers.push(response),
    } as unknown as ReceiverEvent)
  return { deliver, answers, runs: () => runs }
}

test('a command that is delivered twice runs once and is answered twice, also while it still runs', async () => {
  const { deliver, answers, runs } = stage(async () => 'logged')
  await Promise.all([deliver('1.2'), deliver('1.2')])
  await deliver('1.2')
  expect(runs()).toBe(1)
  expect(answers).toEqual(['logged', 'logged', 'logged'])
})

test('two commands are two, and what has no trigger id is not known again', async () => {
  const { deliver, runs } = stage(async () => 'logged')
  for (const triggerId of ['1.2', '1.3', '', '', undefined, undefined]) await deliver(triggerId)
  expect(runs()).toBe(6)
})

test('what failed is carried out when it comes again', async () => {
  let away = true
  const { deliver, answers, runs } = stage(async () => {
    if (away) throw new Error('the database is away')
    return 'logged'
  })
  await expect(deliver('1.2')).rejects.toThrow('away')
  away = false
  await deliver('1.2')
  expect(runs()).toBe(2)
  expect(answers).toEqual(['logged'])
})

test('after thousands of others it is forgotten: the memory does not grow', async () => {
  const { deliver, runs } = stage(async () => 'logged')
  for (let n = 0; n <= 2000; n += 1) await deliver(String(n))
  await deliver('0')
  expect(runs()).toBe(2002)
})
