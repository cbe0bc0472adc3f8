// When a member has been silent for days: each working day asks at 9:00 and closes at 11:00 in Berlin.
import { expect, test } from 'vitest'
import type { Level } from '../../../src/warnings/domain/level.ts'
import { defaultSettings, type RuleSettings } from '../../../src/warnings/domain/rule-settings.ts'
import { silence } from '../../../src/warnings/domain/signals/silence.ts'

interface Case {
  what: string
  /** One character for each day on which the member was asked, from Monday, March 2 on: answered (a) or not (-), not asked (space). */
  days: string
  now: string
  settings?: Partial<RuleSettings>
  missed: number
  /** Null: there is none. */
  since: string | null
  reached: Level | undefined
}

const NONE = undefined
const CASES: readonly Case[] = [
  { what: 'never asked yet', days: '', now: '2026-03-02T12:00', missed: 0, since: null, reached: NONE },
  {
    what: 'the first day, still open',
    days: '-',
    now: '2026-03-02T10:59',
    missed: 0,
    since: null,
    reached: NONE,
  },
  {
    what: 'the first day, exactly at the close',
    days: '-',
    now: '2026-03-02T11:00',
    missed: 1,
    since: '2026-03-02',
    reached: 'blue',
  },
  { what: 'all answered', days: 'aaaa', now: '2026-03-05T12:00', missed: 0, since: null, reached: NONE },
  {
    what: 'one day missed, today still open',
    days: 'aa--',
    now: '2026-03-05T10:00',
    missed: 1,
    since: '2026-03-04',
    reached: 'blue',
  },
  {
    what: 'two days missed',
    days: 'aa--',
    now: '2026-03-05T12:00',
    missed: 2,
    since: '2026-03-04',
    reached: 'yellow',
  },
  {
    what: 'three days missed',
    days: 'aa---',
    now: '2026-03-06T12:00',
    missed: 3,
    since: '2026-03-04',
    reached: 'red',
  },
  {
    what: 'a whole week missed',
    days: '-----',
    now: '2026-03-06T12:00',
    missed: 5,
    since: '2026-03-02',
    reached: 'red',
  },
  {
    what: 'a late answer ends it at once',
    days: 'aa--a',
    now: '2026-03-06T10:00',
    missed: 0,
    since: null,
    reached: NONE,
  },
  {
    what: 'only the latest days count',
    days: '---a-',
    now: '2026-03-06T12:00',
    missed: 1,
    since: '2026-03-06',
    reached: 'blue',
  },
  {
    what: 'the weekend between asks nothing',
    days: '   --  -',
    now: '2026-03-09T12:00',
    missed: 3,
    since: '2026-03-05',
    reached: 'red',
  },
  {
    what: 'a week of leave between asks nothing',
    days: 'a-     a     ',
    now: '2026-03-20T12:00',
    missed: 0,
    since: null,
    reached: NONE,
  },
  {
    what: 'silent before a leave, and not asked since',
    days: 'aaa-     ',
    now: '2026-03-10T12:00',
    missed: 1,
    since: '2026-03-05',
    reached: 'blue',
  },
  {
    what: 'part-time, Monday and Tuesday, both missed',
    days: '--     ',
    now: '2026-03-08T12:00',
    missed: 2,
    since: '2026-03-02',
    reached: 'yellow',
  },
  {
    what: 'a rule that warns after more than two days',
    days: 'aa--',
    now: '2026-03-05T12:00',
    settings: { levels: { red: 3 } },
    missed: 2,
    since: '2026-03-04',
    reached: NONE,
  },
]

test.each(CASES)('$what: $reached', ({ days, now, settings, missed, since, reached }) => {
  const monday = Temporal.PlainDate.from('2026-03-02')
  const at = (date: Temporal.PlainDate, plainTime: string) =>
    date.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime }).toInstant()
  const asked = [...days].flatMap((day, index) => {
    const date = monday.add({ days: index })
    return day === ' ' ? [] : [{ date, closesAt: at(date, '11:00'), answered: day === 'a' }]
  })
  const seenAt = Temporal.PlainDateTime.from(now).toZonedDateTime('Europe/Berlin').toInstant()
  const reading = silence(asked, seenAt, { ...defaultSettings('silence'), ...settings })
  expect({ reached: reading.reached, held: reading.held }).toEqual({ reached, held: reached })
  expect(reading.evidence.days).toBe(missed)
  expect(reading.evidence.since?.toString() ?? null).toBe(since)
})
