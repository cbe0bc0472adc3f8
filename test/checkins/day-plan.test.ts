// What falls due for a team on a date, to the minute, in the zones, holidays and leave of its members.
import { describe, expect, test } from 'vitest'
import { planWeeklyBoard } from '../../src/boards/domain/plan-weekly-board.ts'
import { checkinPlanner, decideAsking, type PromptFacts } from '../../src/checkins/domain/day-plan.ts'
import { STANDUP_KIND } from '../../src/checkins/standup/domain/standup-kind.ts'
import type { Leave, MemberCalendar, WorkCalendar } from '../../src/org/domain/calendar.ts'
import { zoneOf } from '../../src/org/domain/checkin-window.ts'
import { planItem } from '../../src/org/domain/next-plan.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import type { TeamDay } from '../../src/org/domain/team-day.ts'
import { testPerson } from '../support/context.ts'

interface PlannedTeam {
  settings: TeamSettings
  calendar: WorkCalendar
}
interface PlannedMember {
  memberId: string
  zone: string
  calendar: MemberCalendar
}

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)

const CALENDAR: WorkCalendar = {
  workDays: [1, 2, 3, 4, 5],
  alternateDay: null,
  holidayCountry: 'CN',
  holidayRegion: null,
  extraDays: {},
}
const SETTINGS: TeamSettings = {
  name: 'East',
  locale: 'zh-CN',
  workDays: CALENDAR.workDays,
  alternateDay: null,
  holidayCountry: 'CN',
  holidayRegion: null,
  zoneRule: 'member',
  zone: 'Asia/Shanghai',
  promptTime: '09:00',
  closeAfterMinutes: 120,
  remindBeforeCloseMinutes: 30,
  numbersDay: 'previous',
  measure: { kind: 'points' },
  boardNames: 'top',
  wins: 'none',
  okrView: false,
  workingHours: { from: '09:00', to: '18:00' },
  questions: {},
  reports: {},
  checkinName: '',
}

const team = (settings: Partial<TeamSettings> = {}, calendar: Partial<WorkCalendar> = {}): PlannedTeam => ({
  settings: { ...SETTINGS, ...settings },
  calendar: { ...CALENDAR, ...calendar },
})
const member = (
  memberId: string,
  zone: string,
  changes: Partial<PlannedMember['calendar']> = {},
): PlannedMember => ({
  memberId,
  zone,
  calendar: {
    ...CALENDAR,
    joinedOn: day('2026-01-01'),
    leftOn: null,
    leave: [],
    ownHolidays: [],
    ...changes,
  },
})
const SHANGHAI = member('sh', 'Asia/Shanghai')
const BERLIN = member('be', 'Europe/Berlin')
const NEW_YORK = member('ny', 'America/New_York')

function teamDay(
  { settings, calendar }: PlannedTeam,
  members: readonly PlannedMember[],
  date: string,
): TeamDay {
  const ref = { workspaceId: 'W', teamId: 'T' }
  return {
    team: {
      ...ref,
      channelId: 'C',
      managerUserId: 'U',
      delegateUserId: null,
      parentTeamId: null,
      archivedAt: null,
    },
    date: day(date),
    ...{ settings, calendar },
    members: members.map(({ memberId, zone, calendar: own }) => ({
      member: {
        ...ref,
        memberId,
        userId: memberId,
        role: 'hunter',
        joinedOn: own.joinedOn,
        leftOn: own.leftOn,
      },
      person: testPerson('W', memberId, { zone }),
      calendar: own,
      zone: zoneOf(settings, zone),
    })),
  }
}
const planDay = (planned: PlannedTeam, members: readonly PlannedMember[], date: Temporal.PlainDate) => {
  const teamOn = teamDay(planned, members, date.toString())
  return [...checkinPlanner(STANDUP_KIND)(teamOn), ...planWeeklyBoard(teamOn)]
}

const plan = (date: string, members: PlannedMember[], planned = team()) =>
  planDay(planned, members, day(date)).map(({ dueKey, dueAt }) => `${dueAt} ${dueKey}`)
const kinds = (date: string, members: PlannedMember[], planned = team()) =>
  planDay(planned, members, day(date)).map(({ kind }) => kind)

describe('what a team’s date brings', () => {
  test('three zones on a Tuesday: each by their own clock, one close after the last', () => {
    expect(plan('2026-03-03', [SHANGHAI, BERLIN, NEW_YORK])).toEqual([
      '2026-03-03T01:00:00Z prompt:sh:2026-03-03',
      '2026-03-03T02:30:00Z remind:sh:2026-03-03',
      '2026-03-03T08:00:00Z prompt:be:2026-03-03',
      '2026-03-03T09:30:00Z remind:be:2026-03-03',
      '2026-03-03T14:00:00Z prompt:ny:2026-03-03',
      '2026-03-03T15:30:00Z remind:ny:2026-03-03',
      '2026-03-03T03:00:00Z member-close:T:2026-03-03:2026-03-03T03:00:00Z',
      '2026-03-03T10:00:00Z member-close:T:2026-03-03:2026-03-03T10:00:00Z',
      '2026-03-03T16:00:00Z close:T:2026-03-03',
    ])
  })

  test('by the team’s clock everyone is asked at once', () => {
    const planned = team({ zoneRule: 'team', zone: 'Europe/Berlin' })
    const due = planDay(planned, [SHANGHAI, BERLIN, NEW_YORK], day('2026-03-03'))
    const prompts = due.filter(({ kind }) => kind === 'prompt')
    expect(prompts.map(({ memberId }) => memberId)).toEqual(['sh', 'be', 'ny'])
    for (const { dueAt } of prompts) expect(dueAt.equals(at('2026-03-03T08:00Z'))).toBe(true)
    expect(due.find(({ kind }) => kind === 'close')?.dueAt.equals(at('2026-03-03T10:00Z'))).toBe(true)
  })

  test('who is on leave is neither prompted nor waited for; half a day is asked', () => {
    const leave: Leave[] = [{ from: day('2026-03-02'), to: day('2026-03-04'), part: 'whole' }]
    const half: Leave[] = [{ from: day('2026-03-03'), to: day('2026-03-03'), part: 'afternoon' }]
    const members = [
      member('sh', 'Asia/Shanghai', { leave: half }),
      member('ny', 'America/New_York', { leave }),
      member('left', 'Asia/Shanghai', { leftOn: day('2026-03-02') }),
      member('later', 'Asia/Shanghai', { joinedOn: day('2026-03-04') }),
    ]
    expect(plan('2026-03-03', members)).toEqual([
      '2026-03-03T01:00:00Z prompt:sh:2026-03-03',
      '2026-03-03T02:30:00Z remind:sh:2026-03-03',
      '2026-03-03T03:00:00Z close:T:2026-03-03',
    ])
  })

  test.each([
    ['a Sunday', '2026-03-08'],
    ['a holiday', '2026-10-01'],
  ])('%s: nothing', (_, date) => {
    expect(kinds(date, [SHANGHAI, BERLIN])).toEqual([])
  })

  test('no members, or all away: nothing is planned', () => {
    const leave: Leave[] = [{ from: day('2026-03-02'), to: day('2026-03-06'), part: 'whole' }]
    expect(kinds('2026-03-03', [])).toEqual([])
    expect(kinds('2026-03-02', [member('a', 'Asia/Taipei', { leave })])).toEqual([])
  })

  test('an adjusted Saturday is a day like any other', () => {
    expect(kinds('2026-10-10', [SHANGHAI])).toEqual(['prompt', 'remind', 'close'])
    expect(kinds('2026-10-17', [SHANGHAI])).toEqual([])
  })

  test('02:30 on a day when clocks skip it: one prompt, at the first minute after the gap', () => {
    const members = [NEW_YORK, BERLIN]
    const sunday = { workDays: [7] }
    const everyone = members.map((one) => ({ ...one, calendar: { ...one.calendar, ...sunday } }))
    const planned = team({ promptTime: '02:30' }, sunday)
    const prompts = (date: string) => plan(date, everyone, planned).filter((line) => line.includes('prompt'))
    expect(prompts('2026-03-08')).toEqual([
      '2026-03-08T07:00:00Z prompt:ny:2026-03-08',
      '2026-03-08T01:30:00Z prompt:be:2026-03-08',
    ])
    expect(prompts('2026-10-25')).toEqual([
      '2026-10-25T06:30:00Z prompt:ny:2026-10-25',
      '2026-10-25T00:30:00Z prompt:be:2026-10-25',
    ])
  })

  test.each([
    [0, false],
    [30, true],
    [119, true],
    [120, false],
    [200, false],
  ])('a reminder %i minutes before a close of 120 exists: %s', (remindBeforeCloseMinutes, expected) => {
    expect(kinds('2026-03-03', [SHANGHAI], team({ remindBeforeCloseMinutes })).includes('remind')).toBe(
      expected,
    )
  })

  describe('last week’s board', () => {
    const board = (date: string, planned = team()) =>
      plan(date, [SHANGHAI, NEW_YORK], planned).filter((line) => line.includes('weekly-board'))

    test('comes at Monday’s close, when Friday’s numbers are in', () => {
      expect(board('2026-03-02')).toEqual(['2026-03-02T16:00:00Z weekly-board:T:2026-03-02'])
      expect(board('2026-03-03')).toEqual([])
    })

    test('comes at the prompt time of the team’s zone where each day asks for its own numbers', () => {
      const sameDay = team({ numbersDay: 'same' })
      expect(board('2026-03-02', sameDay)).toEqual(['2026-03-02T01:00:00Z weekly-board:T:2026-03-02'])
    })

    test('comes on the first day after a holiday, or on the team’s own first day', () => {
      expect(board('2026-04-06')).toEqual([])
      expect(board('2026-04-07')).toEqual(['2026-04-07T15:00:00Z weekly-board:T:2026-04-07'])
      const monday = team({}, { extraDays: { '2026-03-02': 'off' } })
      expect(board('2026-03-03', monday)).toHaveLength(1)
    })

    test('comes once in a week with an adjusted Sunday', () => {
      const weeks = ['2026-09-14', '2026-09-15', '2026-09-20', '2026-09-21']
      expect(weeks.map((date) => board(date).length)).toEqual([1, 0, 0, 1])
    })
  })

  test('items say what they are about, and their keys are unique', () => {
    const due = planDay(team(), [SHANGHAI, BERLIN, NEW_YORK], day('2026-03-02'))
    expect(new Set(due.map(({ dueKey }) => dueKey)).size).toBe(due.length)
    for (const { kind, memberId, date } of due) {
      expect(memberId !== null).toBe(kind === 'prompt' || kind === 'remind')
      expect(date.toString()).toBe('2026-03-02')
    }
  })

  test('each day’s plan is due before the day has begun anywhere', () => {
    const { dueKey, dueAt } = planItem('T', day('2026-03-04'))
    expect(dueKey).toBe('plan:T:2026-03-04')
    const earliest = day('2026-03-04').toZonedDateTime('Pacific/Kiritimati').toInstant()
    expect(dueAt.equals(earliest)).toBe(true)
  })

  test('twenty thousand members make two items each, and the team three', () => {
    const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York']
    const crowd = Array.from({ length: 20_000 }, (_, index) => member(`m${index}`, zones[index % 3]!))
    expect(planDay(team(), crowd, day('2026-03-03'))).toHaveLength(40_003)
  })
})

describe('a prompt or a reminder, when its time has come', () => {
  const closeAt = at('2026-03-03T03:00Z')
  const FACTS: PromptFacts = {
    teamArchived: false,
    left: false,
    excused: false,
    answered: false,
    snoozedUntil: null,
    closeAt,
  }
  test.each<[string, Partial<PromptFacts>, string, string]>([
    ['is sent', {}, '2026-03-03T01:00Z', 'send'],
    ['is sent late after downtime', {}, '2026-03-03T02:59:59Z', 'send'],
    ['is too late at the close', {}, '2026-03-03T03:00Z', 'too-late'],
    ['is not needed', { answered: true }, '2026-03-03T01:00Z', 'answered'],
    ['is not for someone on leave', { excused: true }, '2026-03-03T01:00Z', 'excused'],
    ['is not for a leaver', { left: true, excused: true }, '2026-03-03T01:00Z', 'left'],
    ['is not for an archived team', { teamArchived: true, left: true }, '2026-03-03T01:00Z', 'team-archived'],
    ['answered is answered, also late', { answered: true }, '2026-03-03T09:00Z', 'answered'],
  ])('%s', (_, changes, now, expected) => {
    expect(decideAsking({ ...FACTS, ...changes }, at(now))).toBe(expected)
  })

  test.each([
    ['2026-03-03T01:29Z', 0, 'superseded'],
    ['2026-03-03T01:30Z', 0, 'send'],
    ['2026-03-03T01:44Z', 15, 'superseded'],
    ['2026-03-03T01:45Z', 15, 'send'],
  ])('put off to 1:30, at %s with %i quiet minutes: %s', (now, quiet, expected) => {
    const facts = { ...FACTS, snoozedUntil: at('2026-03-03T01:30Z') }
    expect(decideAsking(facts, at(now), quiet)).toBe(expected)
  })
})
