// What becomes of a warning: who is told when, what stops it, and what brings it back.
import { expect, test } from 'vitest'
import type { Decision } from '../../src/warnings/domain/decision.ts'
import type { Level } from '../../src/warnings/domain/level.ts'
import { DEFAULT_PROCEDURE } from '../../src/warnings/domain/procedure.ts'
import { CHIEF, DELEGATE, DIRECTOR, episodeWorld, instant, MANAGER, REP, weekdays } from './episode-world.ts'

test('one bad morning tells nobody; the second in a row opens the warning', () => {
  const world = episodeWorld()
  expect(world.read('yellow')).toMatchObject({
    reason: 'seen',
    next: { state: 'pending', streak: 1 },
    posts: [],
  })
  expect(world.read('yellow')).toMatchObject({ reason: 'up-to-date', next: { streak: 1 } })
  world.moveTo('2026-03-10T09:00')
  expect(world.read('yellow')).toMatchObject({ reason: 'opened', next: { state: 'open', level: 'yellow' } })
})

test('a good morning between two bad ones starts the count anew', () => {
  const world = episodeWorld()
  world.read('red')
  world.moveTo('2026-03-10T09:00')
  expect(world.read(undefined)).toMatchObject({ reason: 'forgotten', next: null })
  world.moveTo('2026-03-11T09:00')
  expect(world.read('red')).toMatchObject({ reason: 'seen', next: { streak: 1 } })
})

test.each<[Level, string[]]>([
  ['blue', [REP]],
  ['yellow', [REP, MANAGER]],
  ['red', [REP, MANAGER]],
])('%s is told at once to %s', (level, told) => {
  const world = episodeWorld()
  expect(world.opened(level).posts.map(({ userId }) => userId)).toEqual(told)
})

test('a red that the manager leaves goes to the director after two working hours, is repeated three times, then goes to the top', () => {
  const world = episodeWorld()
  world.opened('red')
  for (const [at, told] of [
    ['2026-03-10T10:59', []],
    ['2026-03-10T11:00', [DIRECTOR]],
    ['2026-03-10T15:00', [MANAGER, DIRECTOR]],
    // Four working hours later it is ten o'clock of the next day.
    ['2026-03-10T19:00', []],
    ['2026-03-11T10:00', [MANAGER, DIRECTOR]],
    ['2026-03-11T14:00', [MANAGER, DIRECTOR]],
    // Four more are over at six, when the working hours are.
    ['2026-03-11T18:00', []],
    ['2026-03-12T09:00', [CHIEF]],
    ['2026-03-20T18:00', []],
  ] as const) {
    world.moveTo(at)
    const { posts, notes } = world.tick()
    expect({ at, told: [...posts, ...notes].map(({ userId }) => userId) }).toEqual({ at, told })
  }
})

test('a manager in Shanghai and a director in Berlin are reminded while both are at work', () => {
  const world = episodeWorld()
  const manager = { userId: MANAGER, schedule: { ...weekdays, zone: 'Asia/Shanghai' } }
  world.ladder = { ...world.ladder, manager }
  world.opened('red')
  const hours = Array.from({ length: 24 * 7 }, (_, hour) => instant('2026-03-10T09:00').add({ hours: hour }))
  const reminded = hours.flatMap((at) => {
    world.now = at
    const { notes } = world.tick()
    return notes.some(({ userId }) => userId === MANAGER) ? [at.toZonedDateTimeISO('Asia/Shanghai').hour] : []
  })
  expect(reminded).toEqual([16, 16, 16])
})

test('a yellow that is reached on Friday at five is with the director on Monday afternoon: nights and weekends defer, and drop nothing', () => {
  const world = episodeWorld()
  world.rule = { ...world.rule, streak: 1 }
  world.moveTo('2026-03-13T17:00')
  expect(world.read('yellow').next?.nextAt).toEqual(instant('2026-03-16T16:00'))
})

test('acknowledging stops every step until the promised date, also the one that is due', () => {
  const world = episodeWorld()
  world.opened('red')
  world.moveTo('2026-03-10T11:00')
  expect(world.acknowledge('2026-03-17')).toMatchObject({ reason: 'acknowledged', posts: [], notes: [] })
  for (const at of ['2026-03-10T11:01', '2026-03-13T12:00', '2026-03-17T08:59']) {
    world.moveTo(at)
    expect(world.tick()).toMatchObject({ reason: 'up-to-date', posts: [], notes: [] })
  }
})

test('on the promised date it is looked at again: not recovered, it is open again, one step up', () => {
  const world = episodeWorld()
  world.opened('yellow')
  world.acknowledge('2026-03-17')
  world.moveTo('2026-03-17T09:00')
  expect(world.tick()).toMatchObject({
    ...{ reason: 'promise-broken', next: { state: 'open', acknowledgement: { action: 'Two demos a day' } } },
    ...{ posts: [{ userId: DIRECTOR }], notes: [{ userId: MANAGER, note: 'promise-broken' }] },
  })
  const own = episodeWorld()
  own.opened('blue')
  own.acknowledge('2026-03-17', REP)
  own.moveTo('2026-03-17T09:00')
  expect(own.tick()).toMatchObject({ posts: [{ userId: MANAGER }], notes: [{ userId: REP }] })
})

test.each<readonly [Level, string, string, readonly string[]]>([
  ['red', 'the director', DIRECTOR, [CHIEF, DIRECTOR, MANAGER]],
  ['red', 'the manager', MANAGER, [DIRECTOR, MANAGER]],
  ['red', 'a colleague to whom it was handed on', 'U-eva', [DIRECTOR, MANAGER]],
  ['red', 'the one above the director', CHIEF, [DIRECTOR, MANAGER]],
  ['yellow', 'the manager, without a director,', MANAGER, [CHIEF, MANAGER]],
  ['blue', 'the rep', REP, [MANAGER, REP]],
  ['blue', 'the manager', MANAGER, [DIRECTOR]],
  ['blue', 'the manager, without a director,', MANAGER, [CHIEF]],
])('of a %s, what %s has promised and not kept is told to whoever is above', (level, who, by, told) => {
  const world = episodeWorld()
  if (who.includes('without a director')) world.ladder.director = null
  world.opened(level)
  world.acknowledge('2026-03-17', by)
  world.moveTo('2026-03-17T09:00')
  const { reason, posts, notes } = world.tick()
  expect(reason).toBe('promise-broken')
  expect([...posts, ...notes].map(({ userId }) => userId).sort()).toEqual([...told].sort())
})

test('a recovery is told once to each who knew, and acting on it afterwards changes nothing', () => {
  const world = episodeWorld()
  world.opened('yellow')
  const { next, notes } = world.read(undefined)
  expect(notes).toEqual([REP, MANAGER].map((userId) => ({ userId, note: 'resolved' })))
  world.episode = next
  expect(world.acknowledge('2026-03-17')).toMatchObject({ reason: 'already-closed', events: [], notes: [] })
})

test('the level rises at once, and falls only past the clear threshold', () => {
  const world = episodeWorld()
  world.opened('yellow')
  expect(world.read('red')).toMatchObject({ reason: 'raised', next: { level: 'red', step: 0 } })
  expect(world.read('yellow', 'red')).toMatchObject({ reason: 'up-to-date', next: { level: 'red' } })
  expect(world.read('yellow', 'yellow')).toMatchObject({ reason: 'lowered', next: { level: 'yellow' } })
})

test('going up and down around a threshold is told once, and does not put the steps off', () => {
  const world = episodeWorld()
  world.opened('yellow')
  world.read('red')
  const due = world.episode!.nextAt
  world.read('yellow')
  world.read('red')
  world.read('yellow')
  expect(world.read('red')).toMatchObject({ next: { nextAt: due } })
  expect(world.toldTo(MANAGER)).toEqual(['posted', 'raised'])
})

test('a worse number opens what was acknowledged or snoozed; the same number does not', () => {
  for (const quiet of ['acknowledged', 'snoozed'] as const) {
    const world = episodeWorld()
    world.opened('yellow')
    const until = Temporal.PlainDate.from('2026-03-17')
    const lookAt = instant('2026-03-17T09:00')
    if (quiet === 'acknowledged') world.acknowledge('2026-03-17')
    else world.act({ kind: 'snooze', by: MANAGER, until, lookAt, most: lookAt })
    world.moveTo('2026-03-11T09:00')
    expect(world.read('yellow')).toMatchObject({ reason: 'up-to-date', next: { state: quiet } })
    expect(world.read('red')).toMatchObject({ reason: 'raised', next: { state: 'open', level: 'red' } })
  }
})

test('a snooze ends with its date, or with the recovery', () => {
  const snoozed = () => {
    const world = episodeWorld()
    world.opened('yellow')
    world.putOff('2026-03-12', '2026-03-17')
    return world
  }
  const over = snoozed()
  over.moveTo('2026-03-12T09:00')
  expect(over.tick()).toMatchObject({
    reason: 'snooze-over',
    next: { state: 'open' },
    notes: [{ userId: MANAGER }],
  })
  expect(snoozed().read(undefined)).toMatchObject({ reason: 'recovered', next: { state: 'resolved' } })
  const behind = snoozed()
  behind.moveTo('2026-03-12T09:00')
  behind.higherElsewhere = true
  expect(behind.tick()).toMatchObject({ next: { state: 'open', silenced: true, nextAt: null }, notes: [] })
  behind.higherElsewhere = false
  expect(behind.tick().notes.map(({ note }) => note)).toEqual(['still-open', 'still-open'])
})

const UNTIL = Temporal.PlainDate.from('2026-03-12')
const PUT_OFF = {
  ...({ kind: 'snooze', by: DIRECTOR, until: UNTIL } as const),
  ...{ lookAt: instant('2026-03-12T09:00'), most: instant('2026-03-17T09:00') },
} as const
const HANDED_ON = { kind: 'move', by: MANAGER, owner: 'U-eva', until: UNTIL, lookAt: PUT_OFF.lookAt } as const

test.each<readonly [Level, string, readonly string[], (world: ReturnType<typeof episodeWorld>) => Decision]>([
  [
    ...(['red', 'the director has put it off without ever having got it', [MANAGER, DIRECTOR]] as const),
    (world) => {
      world.act(PUT_OFF)
      world.moveTo('2026-03-12T09:00')
      return world.tick()
    },
  ],
  [
    ...(['red', 'the director whom it had reached has put it off', [MANAGER, DIRECTOR]] as const),
    (world) => {
      world.moveTo('2026-03-10T11:00')
      world.tick()
      world.act(PUT_OFF)
      world.moveTo('2026-03-12T09:00')
      return world.tick()
    },
  ],
  [
    ...(['red', 'the one to whom the manager handed it on drops it', [MANAGER]] as const),
    (world) => {
      world.acknowledge('2026-03-12')
      world.act(HANDED_ON)
      return world.act({ kind: 'withdraw', by: 'U-eva' })
    },
  ],
  [
    ...(['blue', 'the manager drops what Eva has', []] as const),
    (world) => {
      world.acknowledge('2026-03-12', REP)
      world.act({ ...HANDED_ON, by: REP })
      return world.act({ kind: 'withdraw', by: MANAGER })
    },
  ],
  [
    ...(['red', 'the director drops what Eva has', [MANAGER]] as const),
    (world) => {
      world.acknowledge('2026-03-12')
      world.act(HANDED_ON)
      return world.act({ kind: 'withdraw', by: DIRECTOR })
    },
  ],
  [
    ...(['red', 'the director drops what the manager had promised', [MANAGER]] as const),
    (world) => {
      world.acknowledge('2026-03-12')
      return world.act({ kind: 'withdraw', by: DIRECTOR })
    },
  ],
  [
    ...(['blue', 'the rep drops what they had promised', []] as const),
    (world) => {
      world.acknowledge('2026-03-12', REP)
      return world.act({ kind: 'withdraw', by: REP })
    },
  ],
])('a %s is open again, and whoever has to answer hears so: %s', (level, _how, told, play) => {
  const world = episodeWorld()
  world.opened(level)
  const { next, posts, notes } = play(world)
  expect(next?.state).toBe('open')
  expect([...posts, ...notes].map(({ userId }) => userId).sort()).toEqual([...told].sort())
})

test('what was called no risk stays quiet for the period, until it gets worse', () => {
  const world = episodeWorld()
  world.opened('yellow')
  world.act({ kind: 'dismiss', by: MANAGER, note: 'The order came on paper' })
  world.moveTo('2026-03-11T09:00')
  expect(world.read('yellow')).toMatchObject({ reason: 'nothing', next: null })
  expect(world.read('red')).toMatchObject({ reason: 'seen' })
})

test('after a recovery the next slump is a new warning', () => {
  const world = episodeWorld()
  world.opened('yellow')
  world.moveTo('2026-03-11T09:00')
  world.read(undefined)
  for (const date of ['12', '13']) {
    world.moveTo(`2026-03-${date}T09:00`)
    world.read('yellow')
  }
  expect(world.toldTo(REP)).toEqual(['posted', 'resolved', 'posted'])
})

test.each(['left', 'on-leave', 'paused', 'period-over'] as const)(
  '%s closes it with that reason',
  (closing) => {
    const world = episodeWorld()
    world.opened('red')
    world.closing = closing
    expect(world.tick()).toMatchObject({
      reason: closing,
      next: { state: 'resolved', resolved: { reason: closing } },
    })
  },
)

test('while a higher warning about the same number is open, the lower one takes no step', () => {
  const world = episodeWorld()
  world.opened('yellow')
  world.higherElsewhere = true
  expect(world.read('yellow')).toMatchObject({ reason: 'silenced', next: { nextAt: null } })
  world.moveTo('2026-03-12T12:00')
  expect(world.read('yellow')).toMatchObject({ reason: 'up-to-date', posts: [] })
  world.higherElsewhere = false
  expect(world.read('yellow').next?.nextAt).toEqual(instant('2026-03-13T11:00'))
})

test.each<[Level, string[]]>([
  ['yellow', [MANAGER, REP]],
  ['blue', [REP]],
])(
  'in front again, a %s says that it is still open: the end of the other may have told it was over',
  (level, told) => {
    const world = episodeWorld()
    world.opened(level)
    world.higherElsewhere = true
    world.read(level)
    world.higherElsewhere = false
    const { reason, posts, notes } = world.read(level)
    expect({ reason, posts }).toEqual({ reason: 'unsilenced', posts: [] })
    expect(notes).toEqual(told.map((userId) => ({ userId, note: 'still-open' })))
  },
)

test('what ends behind a higher warning about the same number says nothing of its own; once in front again it does', () => {
  const behind = () => {
    const world = episodeWorld()
    world.opened('yellow')
    world.higherElsewhere = true
    world.read('yellow')
    return world
  }
  for (const closing of ['left', 'period-over', 'rule-off'] as const)
    expect(behind().decide({ closing })).toMatchObject({ reason: closing, notes: [], posts: [] })
  expect(behind().read(undefined)).toMatchObject({ reason: 'recovered', events: [{}], notes: [] })
  const again = behind()
  again.higherElsewhere = false
  again.read('yellow')
  expect(again.read(undefined).notes.map(({ userId }) => userId)).toEqual([REP, MANAGER])
})

test('while the manager is away the delegate gets it; with neither it is with the director at once', () => {
  const world = episodeWorld()
  world.opened('yellow')
  world.moveTo('2026-03-10T15:00')
  world.ladder.manager = world.present(DELEGATE)
  // They have the eight hours that the manager had.
  expect(world.tick()).toMatchObject({ reason: 'stand-in', posts: [{ userId: DELEGATE }] })
  expect(world.episode!.nextAt!.toString()).toBe(instant('2026-03-11T14:00').toString())
  const alone = episodeWorld()
  alone.ladder.manager = null
  expect(alone.opened('red').posts.map(({ userId }) => userId)).toEqual([REP, DIRECTOR])
})

test('a change of the rule leaves an open warning as it was', () => {
  const world = episodeWorld()
  world.opened('red')
  world.rule = { streak: 5, procedure: { ...DEFAULT_PROCEDURE, red: DEFAULT_PROCEDURE.blue } }
  world.moveTo('2026-03-10T11:00')
  expect(world.tick()).toMatchObject({ reason: 'escalated', posts: [{ userId: DIRECTOR }] })
})

test('a clock that goes back counts no morning twice and takes no step twice', () => {
  const world = episodeWorld('2026-03-10T09:00')
  world.read('red')
  world.moveTo('2026-03-09T09:00')
  expect(world.read('red')).toMatchObject({ next: { streak: 1 } })
  world.opened('red')
  world.moveTo('2026-03-10T11:00')
  world.tick()
  world.moveTo('2026-03-10T10:30')
  expect(world.tick()).toMatchObject({ reason: 'up-to-date', posts: [], notes: [] })
})
