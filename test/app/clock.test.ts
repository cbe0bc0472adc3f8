// The clock that tests and the demo move: it applies its file's offset at once, keeps running, and reports changes.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createClock } from '../../sandbox/clock.ts'
import { movableClock, skippingPacing, systemClock } from '../../src/app/clock.ts'
import { eventually } from '../support/eventually.ts'

const folder = mkdtempSync(join(tmpdir(), 'pacesetter-clock-'))
afterAll(() => rmSync(folder, { recursive: true }))
const hoursFromReal = (now: Temporal.Instant) =>
  Math.round((now.epochMilliseconds - Date.now()) / 36_000) / 100

test('without a file it shows the real time', () => {
  expect(hoursFromReal(systemClock().now())).toBeCloseTo(0)
  const clock = movableClock(join(folder, 'none'))
  expect(hoursFromReal(clock.now())).toBeCloseTo(0)
})

test('it applies a changed offset at the next call, forward and back', () => {
  const file = join(folder, 'moved')
  const mover = createClock(file)
  const clock = movableClock(file)
  for (const hours of [8, -3, 100]) {
    mover.set(Date.now() + hours * 3_600_000)
    expect(hoursFromReal(clock.now())).toBeCloseTo(hours)
  }
  const first = clock.now()
  expect(Temporal.Instant.compare(clock.now(), first)).toBeGreaterThanOrEqual(0)
})

test('it calls back after a change', async () => {
  const file = join(folder, 'told')
  const clock = movableClock(file)
  let moves = 0
  clock.onMove(() => {
    moves += 1
  })
  writeFileSync(`${file}.new`, '{"offsetMs": 60000}')
  renameSync(`${file}.new`, file)
  await eventually(() => expect(moves).toBe(1))
  clock.close()
})

test('a wait that is skipped takes no time and counts as passed', async () => {
  const { nowMs, sleep } = skippingPacing()
  const startedAt = performance.now()
  const before = nowMs()
  await sleep(3_600_000)
  expect(nowMs() - before).toBeGreaterThanOrEqual(3_600_000)
  expect(performance.now() - startedAt).toBeLessThan(60_000)
})
