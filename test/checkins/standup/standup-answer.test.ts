// What an answer does to planned lines, to blockers and to a streak.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type PlannedLine,
  type StandingBlocker,
  settleBlockers,
  settlePlan,
} from '../../../src/checkins/standup/domain/standup-answer.ts'
import { streakBase } from '../../../src/checkins/standup/domain/streak.ts'
import type { MemberCalendar } from '../../../src/org/domain/calendar.ts'

const day = (date: string) => Temporal.PlainDate.from(date)
const TODAY = day('2026-03-03')

function counter() {
  let count = 0
  return () => {
    count += 1
    return `new-${count}`
  }
}
const line = (itemId: string, text: string, more: Partial<PlannedLine> = {}): PlannedLine => ({
  itemId,
  text,
  carriedFrom: null,
  outcome: null,
  settledOn: null,
  tickedAt: null,
  ...more,
})
const answer = (more: object) => ({ doneItemIds: [], droppedItemIds: [], plan: [], ...more })

describe('plan', () => {
  test('ticked is done, dropped is dropped, the rest leads the new plan', () => {
    const before = [line('a', 'Call Acme'), line('b', 'Visit Bolt'), line('c', 'Old thing')]
    const settled = settlePlan(
      answer({ doneItemIds: ['a'], droppedItemIds: ['c'], plan: ['Write offer'] }),
      before,
      [],
      counter(),
    )
    expect(settled).toEqual({
      ok: true,
      outcomes: { done: ['a'], carried: ['b'], dropped: ['c'] },
      lines: [line('new-1', 'Visit Bolt', { carriedFrom: 'b' }), line('new-2', 'Write offer')],
    })
  })

  test('an edit keeps the ids, and what a later standup said, of lines that stay', () => {
    const told = { outcome: 'done' as const, settledOn: day('2026-03-04') }
    const settled = settlePlan(
      answer({ plan: ['Stays', 'Comes'] }),
      [],
      [line('x', 'Goes'), line('y', 'Stays', told)],
      counter(),
    )
    expect(settled.ok && settled.lines).toEqual([line('y', 'Stays', told), line('new-1', 'Comes')])
  })

  test('a line typed again that is carried on anyway stands once', () => {
    const settled = settlePlan(answer({ plan: ['Visit Bolt'] }), [line('b', 'Visit Bolt')], [], counter())
    expect(settled.ok && settled.lines.map(({ text }) => text)).toEqual(['Visit Bolt'])
  })

  test('ticked and dropped at once is done; ids of nobody count for nothing', () => {
    const settled = settlePlan(
      answer({ doneItemIds: ['a', 'forged'], droppedItemIds: ['a'] }),
      [line('a', 'Call')],
      [],
      counter(),
    )
    expect(settled.ok && settled.outcomes).toEqual({ done: ['a'], carried: [], dropped: [] })
  })

  test('twenty lines fit, one more is refused with their number', () => {
    const before = Array.from({ length: 15 }, (_, index) => line(`i${index}`, `carried ${index}`))
    const plan = (count: number) => Array.from({ length: count }, (_, index) => `new ${index}`)
    expect(settlePlan(answer({ plan: plan(5) }), before, [], counter()).ok).toBe(true)
    expect(settlePlan(answer({ plan: plan(6) }), before, [], counter())).toEqual({
      ok: false,
      reason: 'too-many-lines',
      lines: 21,
    })
  })

  test('every line before gets one outcome, and nothing that was not done or dropped is lost', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 9 })
    fc.assert(
      fc.property(ids, ids, ids, (all, doneItemIds, droppedItemIds) => {
        const before = all.map((id) => line(id, `text ${id}`))
        const settled = settlePlan(answer({ doneItemIds, droppedItemIds }), before, [], counter())
        if (!settled.ok) return false
        const { done, carried, dropped } = settled.outcomes
        expect([...done, ...carried, ...dropped].sort()).toEqual([...all].sort())
        expect(settled.lines.map(({ carriedFrom }) => carriedFrom)).toEqual(carried)
        return true
      }),
    )
  })
})

describe('blockers', () => {
  const blocker = (blockerId: string, more: Partial<StandingBlocker> = {}): StandingBlocker => ({
    blockerId,
    text: `text of ${blockerId}`,
    helperUserId: null,
    state: 'open',
    raisedOn: day('2026-03-02'),
    closedOn: null,
    withdrawn: false,
    ...more,
  })
  const said = (more: object) => ({
    closedBlockerIds: [],
    reopenedBlockerIds: [],
    newBlockers: [],
    helperUserId: null,
    ...more,
  })

  test('one of an earlier day closes when ticked, and opens again when an edit unticks it', () => {
    const standing = [blocker('a'), blocker('b'), blocker('c', { state: 'closed', closedOn: TODAY })]
    const { raised, changed } = settleBlockers(
      said({ closedBlockerIds: ['a'], reopenedBlockerIds: ['c'] }),
      standing,
      TODAY,
      counter(),
    )
    expect(raised).toEqual([])
    expect(changed).toEqual([blocker('a', { state: 'closed', closedOn: TODAY }), blocker('c')])
  })

  test('one that somebody else closed meanwhile is not opened by a form that never showed it as closed', () => {
    const standing = [blocker('a', { state: 'closed', closedOn: TODAY })]
    expect(settleBlockers(said({}), standing, TODAY, counter()).changed).toEqual([])
  })

  test('those raised in this standup follow its text: kept with what the helper said, taken back, added', () => {
    const own = { raisedOn: TODAY, helperUserId: 'U-h' }
    const kept = blocker('k', { ...own, text: 'stays', state: 'helped' })
    const gone = blocker('g', { ...own, text: 'goes' })
    const { raised, changed } = settleBlockers(
      said({ newBlockers: ['stays', 'comes'], helperUserId: 'U-h' }),
      [kept, gone],
      TODAY,
      counter(),
    )
    expect(raised).toEqual([blocker('new-1', { ...own, text: 'comes' })])
    expect(changed).toEqual([{ ...gone, state: 'closed', closedOn: TODAY, withdrawn: true }])
  })

  test('another helper is asked anew', () => {
    const own = blocker('k', { raisedOn: TODAY, helperUserId: 'U-h', text: 'stuck', state: 'helped' })
    const { changed } = settleBlockers(
      said({ newBlockers: ['stuck'], helperUserId: 'U-other' }),
      [own],
      TODAY,
      counter(),
    )
    expect(changed).toEqual([{ ...own, helperUserId: 'U-other', state: 'open' }])
  })
})

describe('streak', () => {
  const calendar: MemberCalendar = {
    workDays: [1, 2, 3, 4, 5],
    alternateDay: null,
    holidayCountry: null,
    holidayRegion: null,
    extraDays: {},
    joinedOn: day('2025-01-01'),
    leftOn: null,
    leave: [],
    ownHolidays: [],
  }
  const entry = (date: string, state: 'answered' | 'missed' | 'excused') => ({ date: day(date), state })

  test('builds on the working day before: over a weekend, and over leave', () => {
    const friday = entry('2026-02-27', 'answered')
    expect(streakBase(calendar, day('2026-03-02'), [friday])).toBe(friday)
    const away = {
      ...calendar,
      leave: [{ from: day('2026-03-02'), to: day('2026-03-03'), part: 'whole' as const }],
    }
    expect(streakBase(away, day('2026-03-04'), [friday])).toBe(friday)
  })

  test('looks past days on which nobody was asked, not past missed ones', () => {
    const monday = entry('2026-03-02', 'answered')
    expect(streakBase(calendar, day('2026-03-04'), [entry('2026-03-03', 'excused'), monday])).toBe(monday)
    const missed = entry('2026-03-03', 'missed')
    expect(streakBase(calendar, day('2026-03-04'), [missed, monday])).toBe(missed)
  })

  test('a day without any entry ends it', () => {
    expect(streakBase(calendar, day('2026-03-04'), [entry('2026-03-02', 'answered')])).toBeNull()
  })
})
