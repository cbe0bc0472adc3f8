// The app is uninstalled while prompts are due: nothing is sent, nothing is tried in a loop, nothing waits.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { at, keysIn, morning } from './world.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

const times = (log: string, words: string) => log.split(words).length - 1

test.each([
  { how: 'the event arrives', lost: 0 },
  { how: 'the event is lost, the token tells', lost: 100 },
])('uninstalled: $how', async ({ lost }) => {
  const { harness, database } = await morning()
  undo.push(database.close, harness.kill)
  const { sandbox, bots } = harness
  const [bot] = bots
  if (lost > 0)
    for (const on of ['tokens_revoked', 'app_uninstalled'])
      sandbox.faults.add({ kind: 'lost_delivery', on, times: lost })
  sandbox.uninstall()
  if (lost === 0) await eventually(() => expect(times(bot!.log(), 'its teams are paused')).toBe(1))
  const before = sandbox.calls().length
  sandbox.clock.set(at('09:00:01').epochMilliseconds)
  await bot!.settled(at('09:00:01'))
  await eventually(() => expect(times(bot!.log(), 'its teams are paused')).toBe(1))
  await sleep(3000)
  const calls = sandbox.calls().slice(before)
  expect(keysIn(harness).size).toBe(0)
  // Those that were on their way together when the first answer came; none of them again.
  expect(calls.length).toBeLessThanOrEqual(lost === 0 ? 0 : 16)
  const settled = sandbox.calls().length
  await sleep(3000)
  expect(sandbox.calls().length).toBe(settled)
  expect(times(bot!.log(), 'does not accept the token')).toBe(lost === 0 ? 0 : 1)
})
