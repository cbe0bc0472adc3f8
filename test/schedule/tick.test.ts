// The tick runs one at a time, loses no request, and does not run after the stop, even when a run fails; and its cron schedule.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startSchedule } from '../../src/schedule/schedule.ts'
import { createTick } from '../../src/schedule/tick.ts'
import { silentLog } from '../support/silent-log.ts'

let runs: number
let atOnce: number
let most: number
let gates: PromiseWithResolvers<void>[]
const work = async () => {
  runs += 1
  atOnce += 1
  most = Math.max(most, atOnce)
  const gate = Promise.withResolvers<void>()
  gates.push(gate)
  await gate.promise.finally(() => {
    atOnce -= 1
  })
  return false
}
const turn = () => new Promise((done) => setImmediate(done))

beforeEach(() => {
  runs = 0
  atOnce = 0
  most = 0
  gates = []
})
afterEach(() => vi.useRealTimers())

test('requested during a run, it runs once more afterwards, however often it was requested', async () => {
  const tick = createTick(work, silentLog)
  const all = Promise.all([tick.now(), tick.now(), tick.now()])
  gates[0]?.resolve()
  await turn()
  gates[1]?.resolve()
  await all
  expect([runs, most]).toEqual([2, 1])
  const later = tick.now()
  gates[2]?.resolve()
  await later
  expect(runs).toBe(3)
})

test('a failed run is logged, and the next one takes place', async () => {
  const faults: object[] = []
  const tick = createTick(work, { ...silentLog, error: (facts) => void faults.push(facts) })
  const first = tick.now()
  gates[0]?.reject(new Error('connection refused'))
  await first
  const second = tick.now()
  gates[1]?.resolve()
  await second
  expect(faults).toEqual([{ reason: 'connection refused' }])
  expect(runs).toBe(2)
})

test('stopping waits for the current run and starts no other', async () => {
  const tick = createTick(work, silentLog)
  void tick.now()
  void tick.now()
  let stopped = false
  const stopping = tick.stop().then(() => {
    stopped = true
  })
  await turn()
  expect(stopped).toBe(false)
  gates[0]?.resolve()
  await stopping
  await tick.now()
  expect(runs).toBe(1)
})

test('what another replica holds is looked at again within seconds, until nothing is left or the stop', async () => {
  vi.useFakeTimers()
  const left = [true, true, false, true]
  let looks = 0
  const tick = createTick(async () => left[looks++]!, silentLog)
  await tick.now()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(looks).toBe(3)
  await tick.now()
  await tick.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(looks).toBe(4)
})

test('the due job runs once a minute, at the start of the minute', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-03-29T00:58:30Z') })
  const at: string[] = []
  const stop = startSchedule({
    due: async () => void at.push(new Date().toISOString().slice(11, 16)),
    homes: async () => {},
  })
  // Across the hour that is skipped when daylight saving starts in Europe.
  await vi.advanceTimersByTimeAsync(4 * 60_000)
  await stop()
  await vi.advanceTimersByTimeAsync(2 * 60_000)
  expect(at).toEqual(['00:59', '01:00', '01:01', '01:02'])
})
