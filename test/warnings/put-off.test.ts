// How long a warning may be put off in all: five working days at one level, however often somebody does so.
import { expect, test } from 'vitest'
import { daysLeft } from '../../src/warnings/domain/answer.ts'
import { isPutOffEnough } from '../../src/warnings/domain/put-off.ts'
import { episodeWorld, instant } from './episode-world.ts'
import { day } from './team-world.ts'

/** Urgent on Tuesday 10 March at nine; put off at once for a day of the five, and open again on Wednesday. */
function openAgain() {
  const world = episodeWorld()
  world.opened('red')
  world.putOff('2026-03-11', '2026-03-17')
  world.moveTo('2026-03-11T09:00')
  world.tick()
  return world
}

test('put off again it waits no longer than the first time would have allowed', () => {
  const world = openAgain()
  expect(world.putOff('2026-03-18', '2026-03-18')).toMatchObject({ reason: 'put-off-enough', events: [] })
  expect(world.putOff('2026-03-17', '2026-03-18')).toMatchObject({ reason: 'snoozed' })
  world.moveTo('2026-03-17T09:00')
  expect(world.tick()).toMatchObject({ reason: 'snooze-over' })
  expect(isPutOffEnough(world.episode!, world.now)).toBe(true)
  expect(world.putOff('2026-03-18', '2026-03-24')).toMatchObject({ reason: 'put-off-enough' })
  world.moveTo('2026-03-17T11:00')
  expect(world.tick()).toMatchObject({ reason: 'escalated' })
})

test('neither a fall and a rise nor a broken promise begins it anew', () => {
  const fallen = openAgain()
  fallen.read('yellow')
  expect(fallen.putOff('2026-03-18', '2026-03-18')).toMatchObject({ reason: 'put-off-enough' })
  fallen.read('red')
  expect(fallen.putOff('2026-03-18', '2026-03-18')).toMatchObject({ reason: 'put-off-enough' })
  const promised = openAgain()
  promised.acknowledge('2026-03-16')
  promised.moveTo('2026-03-16T09:00')
  expect(promised.tick()).toMatchObject({ reason: 'promise-broken' })
  expect(promised.putOff('2026-03-18', '2026-03-23')).toMatchObject({ reason: 'put-off-enough' })
})

test('a higher level or the next warning has days of its own', () => {
  const world = episodeWorld()
  world.opened('yellow')
  world.putOff('2026-03-17', '2026-03-17')
  world.moveTo('2026-03-16T09:00')
  expect(world.read('red')).toMatchObject({ reason: 'raised' })
  expect(world.putOff('2026-03-23', '2026-03-23')).toMatchObject({ reason: 'snoozed' })
  world.read(undefined)
  world.moveTo('2026-03-23T09:00')
  world.read('red')
  world.moveTo('2026-03-24T09:00')
  world.read('red')
  expect(world.putOff('2026-03-31', '2026-03-31')).toMatchObject({ reason: 'snoozed' })
})

test.each([
  { most: null, left: '2026-03-12 2026-03-13 2026-03-18' },
  { most: '2026-03-17', left: '2026-03-12 2026-03-13 2026-03-17' },
  { most: '2026-03-12', left: '2026-03-12 2026-03-12 2026-03-12' },
  { most: '2026-03-11', left: null },
])('of days ahead, with $most as the last: $left', ({ most, left }) => {
  const ahead = { first: day('2026-03-12'), suggested: day('2026-03-13'), last: day('2026-03-18') }
  const days = daysLeft(ahead, most === null ? null : day(most))
  expect(days && `${days.first} ${days.suggested} ${days.last}`).toBe(left)
})

test('of one that was put off before this was counted the next time is the first', () => {
  const world = episodeWorld()
  world.opened('yellow')
  world.putOff('2026-03-11', '2026-03-17')
  const { most: _, ...older } = world.episode!.snooze!
  world.episode = { ...world.episode!, snooze: older }
  world.moveTo('2026-03-11T09:00')
  world.tick()
  expect(isPutOffEnough(world.episode, instant('2026-03-30T09:00'))).toBe(false)
  expect(world.putOff('2026-03-18', '2026-03-18')).toMatchObject({ reason: 'snoozed' })
})
