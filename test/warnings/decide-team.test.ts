// What a team's warnings come to over the end of a month, somebody's leave, mute dates, and what somebody has called no risk.
import { describe, expect, test } from 'vitest'
import { DIRECTOR, instant, MANAGER } from './episode-world.ts'
import { day, teamWorld, testRule } from './team-world.ts'

/** Ben is silent from Thursday 26 March on, and red on Tuesday 31. */
function silentOverMonthsEnd() {
  const world = teamWorld([testRule('silence')], '2026-03-26')
  world.silent.ben = 3
  world.morningsTo('2026-03-31')
  expect(world.of('ben', 'silence')?.episode).toMatchObject({ state: 'open', level: 'red' })
  return world
}

describe('no risk, of what goes on when a month ends', () => {
  test('on 1 April, of a silence from March: it stays quiet in April, and speaks again in May', () => {
    const world = silentOverMonthsEnd()
    world.date = day('2026-04-01')
    world.noRisk(world.of('ben', 'silence')!)
    world.morningsTo('2026-04-30')
    expect(world.open).toEqual([])
    world.morningsTo('2026-05-01')
    expect(world.of('ben', 'silence')?.episode.level).toBe('red')
  })

  test('on 31 March: it speaks again on 1 April', () => {
    const world = silentOverMonthsEnd()
    world.noRisk(world.of('ben', 'silence')!)
    expect(world.open).toEqual([])
    world.morningsTo('2026-04-01')
    expect(world.of('ben', 'silence')?.episode.level).toBe('red')
  })

  test('of late items it is the same: worse than what was called no risk is told, the same is not', () => {
    const world = teamWorld([testRule('item-overdue')], '2026-03-31')
    world.dueOn.ben = day('2026-03-27')
    world.look()
    world.date = day('2026-04-01')
    expect(world.of('ben', 'item-overdue')?.episode.level).toBe('yellow')
    world.noRisk(world.of('ben', 'item-overdue')!)
    world.look()
    expect(world.open).toEqual([])
    world.morningsTo('2026-04-02')
    expect(world.of('ben', 'item-overdue')?.episode.level).toBe('red')
  })

  test('of a number of March it is for March, whenever that is said', () => {
    const world = teamWorld([testRule('threshold', { sign: '>=', levels: { red: 10 } })], '2026-03-31')
    world.spent.ben = 10
    world.look()
    world.noRisk(world.of('ben', 'threshold')!)
    world.look()
    expect(world.open).toEqual([])
    world.morningsTo('2026-04-01')
    expect(world.of('ben', 'threshold')?.episode.level).toBe('red')
  })
})

describe('mute dates', () => {
  /** Spend has been too high on the mornings of 9 and 10 March; a third opens the warning. */
  function overSpent() {
    const limits = { sign: '>=', levels: { red: 10 }, mornings: 3 } as const
    const world = teamWorld([testRule('threshold', limits)], '2026-03-08')
    world.spent.ben = 10
    world.morningsTo('2026-03-10')
    expect(world.of('ben', 'threshold')?.episode).toMatchObject({ state: 'pending', streak: 2 })
    return world
  }

  test('nothing opens on them that had begun before; the first bad morning afterwards is the third', () => {
    const world = overSpent()
    world.change('threshold', { muted: [{ from: day('2026-03-11'), to: day('2026-03-13') }] })
    world.spent.eva = 10
    world.morningsTo('2026-03-13')
    expect(world.open).toMatchObject([{ memberId: 'ben', episode: { state: 'pending', streak: 2 } }])
    world.morningsTo('2026-03-16')
    expect(world.of('ben', 'threshold')?.episode.state).toBe('open')
    expect(world.of('eva', 'threshold')?.episode).toMatchObject({ state: 'pending', streak: 1 })
  })

  test('a good morning on one of them is a good morning', () => {
    const world = overSpent()
    world.change('threshold', { muted: [{ from: day('2026-03-11'), to: day('2026-03-11') }] })
    world.spent.ben = 0
    world.morningsTo('2026-03-11')
    expect(world.open).toEqual([])
  })

  test('what is open goes on, and ends', () => {
    const world = overSpent()
    world.morningsTo('2026-03-11')
    world.change('threshold', { muted: [{ from: day('2026-03-12'), to: day('2026-03-31') }] })
    world.morningsTo('2026-03-12')
    expect(world.of('ben', 'threshold')?.episode).toMatchObject({ state: 'open', step: 1 })
    world.spent.ben = 0
    world.morningsTo('2026-03-13')
    expect(world.over.map(({ episode }) => episode.resolved?.reason)).toEqual(['recovered'])
  })
})

describe('leave', () => {
  test('one day of it on the last working day of a month ends no silence that somebody is on', () => {
    const world = teamWorld([testRule('silence')], '2026-03-30')
    world.silent.ben = 2
    world.look()
    world.takeOn(world.of('ben', 'silence')!, '2026-04-07')
    world.takeLeave('ben', '2026-03-31')
    world.morningsTo('2026-04-06')
    expect(world.of('ben', 'silence')?.episode).toMatchObject({ state: 'acknowledged', level: 'yellow' })
    world.silent.ben = 0
    world.morningsTo('2026-04-07')
    expect(world.over.map(({ episode }) => episode.resolved?.reason)).toEqual(['recovered'])
  })

  test('two weeks of it over the end of a month: no step is taken, and afterwards the ladder goes on', () => {
    const world = teamWorld([testRule('silence')], '2026-03-24')
    world.silent.ben = 3
    world.look()
    expect(world.of('ben', 'silence')?.episode).toMatchObject({ level: 'red', step: 0 })
    world.takeLeave('ben', '2026-03-25', '2026-04-10')
    world.morningsTo('2026-04-12')
    const { step, told, nextAt } = world.of('ben', 'silence')!.episode
    expect({ step, told }).toEqual({ step: 0, told: ['U-ben', MANAGER] })
    // Two working hours after nine o'clock of Monday.
    expect(nextAt).toEqual(instant('2026-04-13T11:00'))
    world.morningsTo('2026-04-14')
    expect(world.of('ben', 'silence')?.episode).toMatchObject({ step: 1, told: ['U-ben', MANAGER, DIRECTOR] })
  })

  test('what leave puts off is shown with its new time, once', () => {
    const world = teamWorld([testRule('silence')], '2026-03-24')
    world.silent.ben = 3
    world.look()
    world.takeLeave('ben', '2026-03-25', '2026-04-10')
    const looks = [25, 26, 27].map((date) => {
      world.date = day(`2026-03-${date}`)
      return world.look().flatMap(({ decision }) => decision.events.map(({ reason }) => reason))
    })
    expect(looks).toEqual([['leave-awaited'], [], []])
  })

  test('whoever is back before the end of their leave: the time to answer begins when that is known', () => {
    const world = teamWorld([testRule('silence')], '2026-03-24')
    world.silent.ben = 3
    world.look()
    world.takeLeave('ben', '2026-03-25', '2026-04-10')
    world.morningsTo('2026-03-26')
    world.cancelLeave('ben')
    world.morningsTo('2026-03-27')
    // Two working hours after ten o'clock.
    expect(world.of('ben', 'silence')?.episode.nextAt).toEqual(instant('2026-03-27T12:00'))
    world.morningsTo('2026-03-30')
    expect(world.of('ben', 'silence')?.episode).toMatchObject({ step: 1, told: ['U-ben', MANAGER, DIRECTOR] })
  })

  test('what is put off does not come up about somebody on leave', () => {
    const world = teamWorld([testRule('silence')], '2026-03-24')
    world.silent.ben = 3
    world.look()
    world.putOff(world.of('ben', 'silence')!, '2026-03-27')
    world.takeLeave('ben', '2026-03-25', '2026-04-10')
    world.morningsTo('2026-04-12')
    expect(world.of('ben', 'silence')?.episode.state).toBe('snoozed')
    world.morningsTo('2026-04-13')
    expect(world.of('ben', 'silence')?.episode.state).toBe('open')
  })

  test.each([
    { signal: 'silence', until: '2026-04-26', becomes: 'open' },
    { signal: 'silence', until: '2026-04-27', becomes: 'on-leave' },
    { signal: 'item-overdue', until: '2026-04-26', becomes: 'open' },
    { signal: 'item-overdue', until: '2026-04-27', becomes: 'on-leave' },
    // It is about March alone.
    { signal: 'threshold', until: '2026-03-31', becomes: 'on-leave' },
  ] as const)('from Tuesday 31 March to $until: $signal is $becomes', ({ signal, until, becomes }) => {
    const limits = signal === 'threshold' ? { levels: { red: 10 }, sign: '>=' as const } : {}
    const world = teamWorld([testRule(signal, limits)], '2026-03-30')
    Object.assign(world, { silent: { ben: 2, eva: 0 }, spent: { ben: 10, eva: 0 } })
    world.dueOn.ben = day('2026-03-26')
    world.look()
    world.takeLeave('ben', '2026-03-31', until)
    world.morningsTo('2026-03-31')
    const { state, resolved } = [...world.open, ...world.over][0]!.episode
    expect(resolved?.reason ?? state).toBe(becomes)
  })
})
