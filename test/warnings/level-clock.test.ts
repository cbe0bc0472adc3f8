// What becomes of the time to answer when a warning gets a lower or a higher level: a lower one has its own, and going up and down gains nothing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepAt } from '../../src/warnings/domain/step-at.ts'
import { episodeWorld, instant, MANAGER } from './episode-world.ts'

const RED_DUE = instant('2026-03-10T11:00')
const YELLOW_DUE = instant('2026-03-10T17:00')

/** Told on Tuesday 10 March at nine; an hour later the numbers are better. */
function redThenYellow() {
  const world = episodeWorld()
  world.opened('red')
  expect(world.episode!.nextAt).toEqual(RED_DUE)
  world.moveTo('2026-03-10T10:00')
  world.read('yellow', 'yellow', false)
  return world
}

test('fallen from red to yellow, the manager has the eight hours of yellow, counted from when it was told', () => {
  const world = redThenYellow()
  expect(world.episode).toMatchObject({ level: 'yellow', nextAt: YELLOW_DUE })
  world.moveTo('2026-03-10T16:59')
  expect(world.tick()).toMatchObject({ reason: 'up-to-date' })
  world.moveTo('2026-03-10T17:00')
  expect(world.tick()).toMatchObject({ reason: 'escalated', next: { level: 'yellow' } })
})

test('red again it has the time that was left of red; where none was, the next step is taken at once', () => {
  const early = redThenYellow()
  early.moveTo('2026-03-10T10:30')
  expect(early.read('red', 'red', false).next!.nextAt).toEqual(RED_DUE)
  const late = redThenYellow()
  late.moveTo('2026-03-10T13:00')
  expect(late.read('red', 'red', false)).toMatchObject({ reason: 'escalated', next: { level: 'red' } })
})

test('up and down every few minutes, the step comes as soon as it is urgent after the two hours', () => {
  const world = redThenYellow()
  for (let minute = 0; minute < 8 * 60; minute += 20) {
    world.now = instant('2026-03-10T10:00').add({ minutes: minute })
    const level = minute % 40 === 0 ? 'yellow' : 'red'
    if (world.read(level, level, false).events.some(({ reason }) => reason === 'escalated')) break
  }
  expect(world.now).toEqual(instant('2026-03-10T11:00'))
})

test('what was raised first counts from the rise, and what has gone up a step keeps its time', () => {
  const risen = episodeWorld()
  risen.opened('yellow')
  risen.moveTo('2026-03-10T13:00')
  risen.read('red', 'red', false)
  risen.moveTo('2026-03-10T14:00')
  // Eight hours from one o'clock: three of Wednesday.
  expect(risen.read('yellow', 'yellow', false).next!.nextAt).toEqual(instant('2026-03-11T12:00'))
  const above = episodeWorld()
  above.opened('red')
  above.moveTo('2026-03-10T11:00')
  const { nextAt } = above.tick().next!
  expect(above.read('yellow', 'yellow', false).next).toMatchObject({ step: 1, nextAt })
})

test('from an early sign on the time begins anew', () => {
  const world = redThenYellow()
  world.read('blue', 'blue', false)
  expect(world.episode).toMatchObject({ nextAt: null, clockFrom: null })
  world.moveTo('2026-03-10T15:00')
  expect(world.read('red', 'red', false).next!.nextAt).toEqual(instant('2026-03-10T17:00'))
})

test('also after a put-off, a plan that was dropped, or a stand-in the time is that of the level from then on', () => {
  const world = episodeWorld()
  world.opened('red')
  world.putOff('2026-03-12', '2026-03-17')
  world.moveTo('2026-03-12T09:00')
  world.tick()
  expect(world.read('yellow', 'yellow', false).next!.nextAt).toEqual(instant('2026-03-12T17:00'))
  world.acknowledge('2026-03-16')
  world.moveTo('2026-03-13T09:00')
  world.act({ kind: 'withdraw', by: MANAGER })
  world.read('red', 'red', false)
  expect(world.read('yellow', 'yellow', false).next!.nextAt).toEqual(instant('2026-03-13T17:00'))
})

test('whatever levels are read and whenever, the first step is taken once the time of the level is over, never before', () => {
  const levels = fc.constantFrom('yellow' as const, 'red' as const)
  const looks = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 300 }), level: levels }))
  fc.assert(
    fc.property(levels, looks, (begins, all) => {
      const world = episodeWorld()
      world.opened(begins)
      for (const { minutes, level } of all) {
        world.now = world.now.add({ minutes })
        world.read(level, level, false)
        const { at } = world.told.findLast(({ userId, what }) => userId === MANAGER && what !== 'repeated')!
        const { episode, ladder, rule, now } = world
        const facts = { now: at, ladder, rule, reading: null, morning: null, closing: null }
        const due = stepAt(
          { ...episode!, step: 0 },
          { ...facts, higherElsewhere: false, dismissed: null, act: null },
        )
        expect(episode!.step > 0).toBe(Temporal.Instant.compare(now, due!) >= 0)
        if (episode!.step > 0) return
      }
    }),
  )
})
