// After a standstill payloads are left for a moment; a short pause and a clock that moves on change nothing.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchStandstill } from '../../src/slack/stood-still.ts'

let elapsed: number
beforeEach(() => {
  elapsed = 0
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

/** Time passes while the process runs. */
const runFor = (ms: number) => {
  for (let passed = 0; passed < ms; passed += 100) {
    elapsed += 100
    vi.advanceTimersByTime(100)
  }
}

test.each([
  { stood: 0, left: false },
  { stood: 2000, left: false },
  { stood: 3600, left: true },
  { stood: 86_400_000, left: true },
])('stood still for $stood ms: what arrived is left: $left', ({ stood, left }) => {
  const standstill = watchStandstill(() => elapsed)
  runFor(10_000)
  elapsed += stood
  expect(standstill.isCatchingUp()).toBe(left)
})

test('the timer may see it first, and after a second all is as before', () => {
  const standstill = watchStandstill(() => elapsed)
  runFor(2000)
  elapsed += 5000
  vi.advanceTimersByTime(500)
  expect(standstill.isCatchingUp()).toBe(true)
  runFor(900)
  expect(standstill.isCatchingUp()).toBe(true)
  runFor(200)
  expect(standstill.isCatchingUp()).toBe(false)
})
