// The schedule runs once a minute even when the system clock jumps or the machine sleeps.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startSchedule } from '../../src/schedule/schedule.ts'

const MINUTE_MS = 60_000
let runs: number
let homes: number
let stop: () => Promise<void>
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T08:00:30Z') })
  runs = 0
  homes = 0
  stop = startSchedule({
    homes: async () => {
      homes += 1
    },
    due: async () => {
      runs += 1
    },
  })
})
afterEach(async () => {
  await stop()
  vi.useRealTimers()
})

test('once a minute', async () => {
  await vi.advanceTimersByTimeAsync(5 * MINUTE_MS)
  expect(runs).toBe(5)
})

test('open Homes are looked at between the ticks', async () => {
  await vi.advanceTimersByTimeAsync(20_000)
  expect(homes).toBe(0)
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
  expect(homes).toBe(2)
})

test('the clock is set back ten minutes: it continues within two', async () => {
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
  vi.setSystemTime(Date.now() - 10 * MINUTE_MS)
  runs = 0
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
  expect(runs).toBeGreaterThanOrEqual(1)
  await vi.advanceTimersByTimeAsync(6 * MINUTE_MS)
  expect(runs).toBeGreaterThanOrEqual(4)
})

test('the machine was suspended for three hours: it continues within a minute', async () => {
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
  vi.setSystemTime(Date.now() + 180 * MINUTE_MS)
  runs = 0
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  expect(runs).toBeGreaterThanOrEqual(1)
})

test('a minute in which the process was busy is not skipped', async () => {
  // Timers fire twenty seconds late.
  await vi.advanceTimersByTimeAsync(29_000)
  vi.setSystemTime(Date.now() + 20_000)
  await vi.advanceTimersByTimeAsync(2000)
  expect(runs).toBe(1)
})
