// Random months of a team: whatever rules, leave, mute dates and answers come in whatever order, the promises about what begins and what ends hold.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Decided } from '../../src/warnings/domain/decide-team.ts'
import { LEVELS } from '../../src/warnings/domain/level.ts'
import { isMutedOn } from '../../src/warnings/domain/mute-dates.ts'
import { runsOn, type Signal } from '../../src/warnings/domain/rule-settings.ts'
import type { Warning } from '../../src/warnings/domain/warning.ts'
import { REPS, type Rep, type TeamWorld, teamWorld, testRule } from './team-world.ts'

const WATCHED = [
  testRule('silence'),
  testRule('item-overdue', { mornings: 2 }),
  testRule('threshold', { sign: '>=', levels: { yellow: 10, red: 20 }, mornings: 2 }),
  testRule('raised-by-hand'),
]
const reps = fc.constantFrom(...REPS)
const signals = fc.constantFrom(...WATCHED.map(({ signal }) => signal))
const some = (max: number) => fc.integer({ min: 0, max })

type Act =
  | { kind: 'leave'; rep: Rep; inDays: number }
  | { kind: 'mute'; signal: Signal; days: number }
  | { kind: 'switch'; signal: Signal }
  | { kind: 'raise'; rep: Rep }
  | { kind: 'no-risk' | 'take-on'; which: number }

const act = <Kind extends Act['kind'], Rest extends object>(
  kind: Kind,
  rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
) => fc.record({ kind: fc.constant(kind), ...rest })
const acts = fc.oneof(
  { weight: 2, arbitrary: act('leave', { rep: reps, inDays: some(2) }) },
  act('mute', { signal: signals, days: some(6) }),
  act('switch', { signal: signals }),
  act('raise', { rep: reps }),
  { weight: 2, arbitrary: act('no-risk', { which: some(3) }) },
  act('take-on', { which: some(3) }),
) as fc.Arbitrary<Act>
const steps = fc.record({
  ...{ days: some(3), isMorning: fc.boolean(), act: fc.option(acts) },
  ...{ silent: fc.tuple(some(3), some(3)), late: fc.tuple(some(5), some(5)) },
  spent: fc.tuple(fc.constantFrom(0, 10, 20), fc.constantFrom(0, 10, 20)),
})

function move(world: TeamWorld, { days, isMorning, silent, late, spent }: Step): Decided[] {
  world.date = world.date.add({ days })
  for (const [index, rep] of REPS.entries()) {
    world.silent[rep] = silent[index]!
    world.dueOn[rep] = late[index] === 0 ? null : world.date.subtract({ days: late[index]! })
    world.spent[rep] = spent[index]!
  }
  return world.look(isMorning && world.date.dayOfWeek <= 5)
}

type Step = typeof steps extends fc.Arbitrary<infer One> ? One : never

/** Leave is of one day at a time. */
function play(world: TeamWorld, done: Act): Decided[] {
  const { date } = world
  const isOn = (wanted: Signal) => world.rules.find(({ signal }) => signal === wanted)!.active
  if (done.kind === 'leave') world.takeLeave(done.rep, date.add({ days: done.inDays }).toString())
  if (done.kind === 'mute')
    world.change(done.signal, { muted: [{ from: date, to: date.add({ days: done.days }) }] })
  if (done.kind === 'switch') world.change(done.signal, { active: !isOn(done.signal) })
  if (done.kind === 'raise' && isOn('raised-by-hand')) world.raise(done.rep)
  const told = world.open.filter(({ episode }) => episode.state !== 'pending')
  const one = 'which' in done ? told[done.which % Math.max(1, told.length)] : undefined
  if (one && done.kind === 'no-risk') return world.noRisk(one)
  if (one && done.kind === 'take-on') return world.takeOn(one, date.add({ days: 7 }).toString())
  return world.look(false)
}

const rank = ({ episode }: Pick<Warning, 'episode'>) => LEVELS.indexOf(episode.level)
const monthOf = (date: Temporal.PlainDate) => date.toPlainYearMonth().toString()
/** Of which there is never more than one. */
const keyOf = ({ ruleId, memberId, signal, periodFrom, episodeId }: Omit<Warning, 'episode'>) =>
  [ruleId, memberId, signal === 'raised-by-hand' ? episodeId : runsOn(signal) ? '' : periodFrom].join(' ')

interface Quiet {
  ruleId: string
  memberId: Warning['memberId']
  month: string
  rank: number
}

function holds({ date, rules, open }: TeamWorld, decided: readonly Decided[], quiet: readonly Quiet[]) {
  const keys = open.map(keyOf)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { warning, before, decision } of decided) {
    const { next } = decision
    const { ruleId, memberId, signal } = warning
    if (runsOn(signal)) expect(next?.resolved?.reason).not.toBe('on-leave')
    const begins = next && next.state !== 'pending' && (!before || before.state === 'pending')
    if (!begins) continue
    expect(isMutedOn(rules.find((rule) => rule.ruleId === ruleId)!.muted, date)).toBe(false)
    const said = quiet.filter(
      (one) => one.ruleId === ruleId && one.memberId === memberId && one.month === monthOf(date),
    )
    for (const one of said) expect(rank({ episode: next })).toBeGreaterThan(one.rank)
  }
  const off = rules.filter(({ active }) => !active).map(({ ruleId }) => ruleId)
  expect(open.filter(({ ruleId }) => off.includes(ruleId))).toEqual([])
}

test('never two are open, none on a mute date or against what was called no risk; a day of leave ends none, a rule that is off all', () => {
  const ends = new Map<string, number>()
  const live = (history: readonly Step[]) => {
    const own = teamWorld(WATCHED, '2026-03-26')
    const quiet: Quiet[] = []
    const seen = (decided: readonly Decided[]) => {
      holds(own, decided, quiet)
      for (const { warning, decision } of decided) {
        const { next } = decision
        const reason = next?.resolved?.reason
        if (reason) ends.set(reason, (ends.get(reason) ?? 0) + 1)
        if (!next || reason !== 'not-a-risk') continue
        const month = monthOf(runsOn(warning.signal) ? own.date : warning.periodFrom)
        quiet.push({ ...warning, month, rank: rank({ episode: next }) })
      }
    }
    for (const step of history) {
      seen(move(own, step))
      if (step.act) seen(play(own, step.act))
    }
  }
  fc.assert(fc.property(fc.array(steps, { minLength: 4, maxLength: 14 }), live), { numRuns: 60 })
  // Each way to end was tried.
  for (const reason of ['recovered', 'not-a-risk', 'period-over', 'rule-off'])
    expect(ends.get(reason)).toBeGreaterThan(0)
})
