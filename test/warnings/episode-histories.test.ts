// Random histories of a warning: whatever happens in whatever order, the promises about steps, levels and messages hold.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Decision } from '../../src/warnings/domain/decision.ts'
import type { Episode } from '../../src/warnings/domain/episode.ts'
import { LEVELS, type Level } from '../../src/warnings/domain/level.ts'
import { stepsOf } from '../../src/warnings/domain/procedure.ts'
import { DELEGATE, DIRECTOR, episodeWorld, MANAGER, REP } from './episode-world.ts'

type World = ReturnType<typeof episodeWorld>
const rank = (level: Level | undefined) => (level ? LEVELS.indexOf(level) : -1)
const levels = fc.constantFrom(undefined, ...LEVELS)
const readings = fc
  .tuple(levels, levels)
  .map(([one, other]) =>
    rank(one) <= rank(other) ? { reached: one, held: other } : { reached: other, held: one },
  )

type Move =
  | { kind: 'wait'; hours: number }
  | { kind: 'read'; morning: boolean; reached: Level | undefined; held: Level | undefined }
  | { kind: 'tick' }
  | { kind: 'acknowledge' | 'snooze'; by: string; days: number }
  | { kind: 'dismiss' | 'solve' | 'done' | 'withdraw' | 'rate'; by: string }
  | { kind: 'move'; by: string; owner: string; days: number }
  | { kind: 'manager'; userId: string | null }
  | { kind: 'director'; userId: string | null }
  | { kind: 'higher'; elsewhere: boolean }
  | { kind: 'leave' }

/** Hours for which a first time may put off. */
const MOST = 120
const people = fc.constantFrom(REP, MANAGER, DIRECTOR)
const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(readings, fc.boolean())
      .map(([reading, morning]): Move => ({ kind: 'read', morning, ...reading })),
  },
  { weight: 4, arbitrary: fc.constant<Move>({ kind: 'tick' }) },
  fc.record({
    kind: fc.constantFrom('acknowledge' as const, 'snooze' as const),
    ...{ by: people, days: fc.integer({ min: 1, max: 5 }) },
  }),
  fc.record({ kind: fc.constantFrom('dismiss' as const, 'solve' as const, 'rate' as const), by: people }),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('done' as const, 'withdraw' as const), by: people }),
  },
  fc.record({
    kind: fc.constant('move' as const),
    ...{ by: people, owner: fc.constantFrom(REP, MANAGER, 'U-eva'), days: fc.integer({ min: 1, max: 5 }) },
  }),
  fc.record({ kind: fc.constant('manager' as const), userId: fc.constantFrom(MANAGER, DELEGATE, null) }),
  fc.record({ kind: fc.constant('director' as const), userId: fc.constantFrom(DIRECTOR, null) }),
  fc.record({ kind: fc.constant('higher' as const), elsewhere: fc.boolean() }),
  fc.constant<Move>({ kind: 'leave' }),
)

function play(world: World, move: Move): Decision | null {
  if (move.kind === 'wait') world.now = world.now.add({ hours: move.hours })
  else if (move.kind === 'manager') world.ladder.manager = move.userId ? world.present(move.userId) : null
  else if (move.kind === 'director') world.ladder.director = move.userId ? world.present(move.userId) : null
  else if (move.kind === 'higher') world.higherElsewhere = move.elsewhere
  else if (move.kind === 'read') return world.read(move.reached, move.held, move.morning)
  else if (move.kind === 'tick') return world.tick()
  else if (move.kind === 'leave') return world.decide({ closing: 'left' })
  else if (!world.episode) return null
  else if (move.kind === 'dismiss' || move.kind === 'solve')
    return world.act({ kind: move.kind, by: move.by, note: '' })
  else if (move.kind === 'done' || move.kind === 'withdraw')
    return world.act({ kind: move.kind, by: move.by })
  else if (move.kind === 'rate')
    return world.act({ kind: 'rate', by: move.by, rating: { probability: 3, impact: 3 } })
  else if ('days' in move) {
    const until = world.now.toZonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days: move.days })
    const lookAt = until.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '09:00' }).toInstant()
    const { kind, by } = move
    if (kind === 'move') return world.act({ kind, by, owner: move.owner, until, lookAt })
    if (kind === 'snooze') return world.act({ kind, by, until, lookAt, most: world.now.add({ hours: MOST }) })
    return world.act({ kind, by, until, lookAt, action: 'Call' })
  }
  return null
}

const STEPS = ['escalated', 'repeated', 'last-resort', 'stand-in']

/** Whoever has to answer from now on: they hear of it where their clock begins to run, or have brought it about. */
function clockIsTold(world: World, before: Episode | null, { next, posts, notes, events }: Decision) {
  const begins = before?.state !== 'open' || before.silenced
  if (next?.state !== 'open' || next.silenced || !next.nextAt || !begins) return
  const { manager, director } = world.ladder
  const answerer = next.step > 0 ? (director ?? manager) : manager
  if (!answerer || Temporal.Instant.compare(next.nextAt, world.now) <= 0) return
  const heard = [...posts, ...notes].map(({ userId }) => userId)
  expect([...heard, ...events.map(({ actor }) => actor)]).toContain(answerer.userId)
}

function holds(
  world: World,
  before: Episode | null,
  decision: Decision,
  told: ReadonlySet<string>,
  now: Temporal.Instant,
) {
  const { next, events, posts, notes } = decision
  const reasons = events.map(({ reason }) => reason)
  const isOver = before?.nextAt && Temporal.Instant.compare(before.nextAt, now) <= 0
  if (before && (before.state === 'acknowledged' || before.state === 'snoozed')) {
    const covered = before.state === 'acknowledged' ? before.acknowledgement!.level : before.snooze!.level
    const isWorse = rank(next?.level) > rank(covered)
    if (!isWorse && !isOver) expect(reasons.filter((reason) => STEPS.includes(reason))).toEqual([])
    if (!isWorse && !isOver && !reasons.includes('withdrawn')) expect(posts).toEqual([])
  }
  // Who gets it did not have it; who is told more had it.
  for (const { userId } of posts) expect(told.has(userId)).toBe(false)
  const have = new Set([...told, ...posts.map(({ userId }) => userId)])
  for (const { userId, note } of notes) {
    expect(have.has(userId)).toBe(true)
    if (note === 'resolved') expect(next?.state).toBe('resolved')
  }
  // Nobody who was told is left without the end, but who brought it and who has it from a higher one.
  if (next?.state === 'resolved' && before?.state !== 'resolved' && before) {
    const others = before.silenced ? [] : before.told.filter((userId) => userId !== next.resolved?.by)
    expect(notes.map(({ userId, note }) => `${userId} ${note}`).sort()).toEqual(
      others.map((userId) => `${userId} resolved`).sort(),
    )
  }
  const all = [...posts, ...notes].map(({ userId }) => userId)
  expect(new Set(all).size).toBe(all.length)
  if (next?.state === 'pending' || !next) expect(all).toEqual([])
  // What is left of the procedure has a time.
  if (next?.state === 'open' && !next.silenced && next.step < stepsOf(next.procedure[next.level]).length)
    expect(next.nextAt).not.toBeNull()
  if (next?.state === 'acknowledged' || next?.state === 'snoozed') expect(next.nextAt).not.toBeNull()
  if (world.episode?.state === 'pending') expect(world.episode.told).toEqual([])
}

test('told once and only those told, no step while somebody is on it, and nothing left without a time', () => {
  fc.assert(
    fc.property(levels, fc.array(moves, { minLength: 5, maxLength: 60 }), (begins, history) => {
      const world = episodeWorld()
      if (begins) world.opened(begins)
      for (const move of history) {
        const before = world.episode
        const told = new Set(before?.told)
        const decision = play(world, move)
        if (!decision) continue
        holds(world, before, decision, told, world.now)
        clockIsTold(world, before, decision)
      }
    }),
    { numRuns: 300 },
  )
})

test('the level never falls before the clear threshold, and rises at once', () => {
  fc.assert(
    fc.property(fc.array(readings, { minLength: 1, maxLength: 20 }), (all) => {
      const world = episodeWorld()
      world.opened('yellow')
      for (const { reached, held } of all) {
        const before = world.episode
        const { next } = world.read(reached, held)
        if (!before || before.state === 'pending' || !next) continue
        if (held === undefined) expect(next.state).toBe('resolved')
        else expect(rank(next.level)).toBe(Math.max(rank(reached), Math.min(rank(before.level), rank(held))))
      }
    }),
  )
})

test('after the end a warning takes and tells nothing more', () => {
  fc.assert(
    fc.property(fc.array(moves, { minLength: 1, maxLength: 30 }), (history) => {
      const world = episodeWorld()
      world.opened('yellow')
      const over = world.read(undefined).next
      for (const move of history) {
        world.episode = over
        const decision = play(world, move)
        if (decision)
          expect(decision).toMatchObject({ reason: 'already-closed', events: [], posts: [], notes: [] })
      }
    }),
  )
})

test('every step comes due, however irregularly the clock is looked at', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('yellow' as const, 'red' as const),
      fc.array(fc.integer({ min: 1, max: 90 })),
      (level, waits) => {
        const world = episodeWorld()
        world.opened(level)
        for (const hours of [...waits, ...Array.from({ length: 12 }, () => 24 * 7)]) {
          world.now = world.now.add({ hours })
          world.tick()
        }
        const steps = stepsOf(world.episode!.procedure[level])
        const taken = world.events.filter(({ reason }) => STEPS.includes(reason)).map(({ reason }) => reason)
        expect(taken).toEqual(
          steps.map(
            ({ kind }) => ({ escalate: 'escalated', repeat: 'repeated', 'last-resort': 'last-resort' })[kind],
          ),
        )
        expect(world.episode!.nextAt).toBeNull()
      },
    ),
  )
})

test('an evaluation with nothing new changes nothing', () => {
  fc.assert(
    fc.property(fc.array(moves, { minLength: 5, maxLength: 40 }), readings, (history, { reached, held }) => {
      const world = episodeWorld()
      for (const move of history) play(world, move)
      world.read(reached, held)
      const before = world.episode
      const again = world.read(reached, held)
      if (!before) return
      expect(again.next).toBe(before)
      expect(again).toMatchObject({ events: [], posts: [], notes: [] })
    }),
  )
})

/** By level, until when it may be put off: as the first time at that level or a higher one said. */
type PutOffs = Map<Level, Temporal.Instant>

function putOffInAll(world: World, putOffs: PutOffs, { next, events }: Decision) {
  if (!next || next.state === 'resolved' || next.state === 'pending') return putOffs.clear()
  if (!events.some(({ reason }) => reason === 'snoozed')) return undefined
  const first = LEVELS.slice(rank(next.level)).flatMap((level) => putOffs.get(level) ?? [])[0]
  const most = first ?? world.now.add({ hours: MOST })
  expect(Temporal.Instant.compare(next.nextAt!, most)).toBeLessThanOrEqual(0)
  if (!first) putOffs.set(next.level, most)
  return undefined
}

const often: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }),
  fc.constant<Move>({ kind: 'tick' }),
  fc.record({
    ...{ kind: fc.constantFrom('snooze' as const, 'acknowledge' as const), by: fc.constant(MANAGER) },
    days: fc.integer({ min: 1, max: 5 }),
  }),
  readings.map((reading): Move => ({ kind: 'read', morning: false, ...reading })),
)

test('however often it is put off, at one level it is not for longer than the first time would have allowed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('yellow' as const, 'red' as const),
      fc.array(often, { minLength: 8 }),
      (begins, history) => {
        const world = episodeWorld()
        const putOffs: PutOffs = new Map()
        world.opened(begins)
        for (const move of history) {
          const decision = play(world, move)
          if (decision) putOffInAll(world, putOffs, decision)
        }
      },
    ),
    { numRuns: 300 },
  )
})
