// Kinds of check-ins as data: the questions that a team asks, and when a kind that is not the standup is due.
import { describe, expect, test } from 'vitest'
import { asks, type CheckinKind, questionsAsked } from '../../src/checkins/domain/checkin-kind.ts'
import { checkinPlanner } from '../../src/checkins/domain/day-plan.ts'
import type { LeavePart } from '../../src/org/domain/calendar.ts'
import type { TeamDay } from '../../src/org/domain/team-day.ts'
import { workCalendar } from '../../src/org/domain/work-calendar.ts'
import { testPerson } from '../support/context.ts'
import { testSettings } from '../support/settings.ts'

/** Asked on Friday, in the afternoon, with one question that is off unless the team wants it. */
const REVIEW: CheckinKind<'mood' | 'wins' | 'lessons'> = {
  name: 'review',
  rhythm: () => ({ promptTime: '15:00', closeAfterMinutes: 60, remindBeforeCloseMinutes: 20, weekday: 5 }),
  dueKinds: {
    prompt: 'review-prompt',
    remind: 'review-remind',
    'snooze-over': 'review-snooze-over',
    'member-close': 'review-member-close',
    close: 'review-close',
    'edit-over': 'review-edit-over',
    'late-over': 'review-late-over',
  },
  sharesDueKinds: true,
  questions: [
    { key: 'mood', kind: 'choice', on: true },
    { key: 'wins', kind: 'list', on: true },
    { key: 'lessons', kind: 'text', on: false },
  ],
}
const stored = (...review: [key: string, on: boolean][]) => ({
  questions: { review: review.map(([key, on]) => ({ key, on })) },
})
const keys = (settings: Parameters<typeof questionsAsked>[1]) =>
  questionsAsked(REVIEW, settings).map(({ key }) => key)

describe('the questions that a team asks', () => {
  test.each<[string, Parameters<typeof questionsAsked>[1], string[]]>([
    ['the kind’s own where nothing is stored', { questions: {} }, ['mood', 'wins']],
    ['not those of another kind', { questions: { standup: [{ key: 'mood', on: false }] } }, ['mood', 'wins']],
    ['in the stored order', stored(['wins', true], ['mood', true]), ['wins', 'mood']],
    ['not what is switched off', stored(['mood', false], ['wins', true]), ['wins']],
    ['what is off by itself, once switched on', stored(['lessons', true]), ['lessons', 'mood', 'wins']],
    ['nothing that the kind does not have', stored(['weather', true], ['wins', true]), ['wins', 'mood']],
  ])('%s', (_, settings, expected) => {
    expect(keys(settings)).toEqual(expected)
  })

  test('one alone can be looked up, with what kind of answer it takes', () => {
    expect(asks(REVIEW, stored(['mood', false]), 'mood')).toBe(false)
    expect(asks(REVIEW, stored(['mood', false]), 'wins')).toBe(true)
    expect(questionsAsked(REVIEW, stored(['wins', true]))[0]).toEqual({ key: 'wins', kind: 'list', on: true })
  })
})

describe('a weekly kind', () => {
  const FRIDAY = '2026-03-06'
  const joinedOn = Temporal.PlainDate.from('2026-01-01')
  const dated = (dates: readonly string[], kind: 'on' | 'off') =>
    Object.fromEntries(dates.map((each) => [each, kind]))

  /** Of two: M is away on the dates `away`, N never. */
  const day = (
    date: string,
    { off = [], on = [], away = [] }: { off?: string[]; on?: string[]; away?: string[] } = {},
  ): TeamDay => {
    const settings = testSettings({ zoneRule: 'team' })
    const calendar = workCalendar(settings, { ...dated(off, 'off'), ...dated(on, 'on') })
    const ref = { workspaceId: 'W', teamId: 'T' }
    const memberOf = (memberId: string, dates: readonly string[]) => ({
      member: { ...ref, memberId, userId: memberId, role: 'hunter' as const, joinedOn, leftOn: null },
      person: testPerson('W', memberId),
      calendar: {
        ...{ ...calendar, joinedOn, leftOn: null, ownHolidays: [] },
        leave: dates.map((each) => {
          const [on = '', part = 'whole'] = each.split(' ')
          const of = Temporal.PlainDate.from(on)
          return { from: of, to: of, part: part as LeavePart }
        }),
      },
      zone: 'Europe/Berlin',
    })
    return {
      team: {
        ...{ ...ref, channelId: 'C', managerUserId: 'U' },
        ...{ delegateUserId: null, parentTeamId: null, archivedAt: null },
      },
      ...{ date: Temporal.PlainDate.from(date), settings, calendar },
      members: [memberOf('M', away), memberOf('N', [])],
    }
  }
  const due = (on: TeamDay) =>
    checkinPlanner(REVIEW)(on)
      .map(({ dueKey, dueAt }) => `${dueAt} ${dueKey}`)
      .filter((line) => !line.includes('remind'))

  test('falls due on Friday by its own rhythm, under its own names', () => {
    expect(due(day(FRIDAY))).toEqual([
      '2026-03-06T14:00:00Z review-prompt:review:2026-03-06:M:2026-03-06',
      '2026-03-06T14:00:00Z review-prompt:review:2026-03-06:N:2026-03-06',
      '2026-03-06T15:00:00Z review-close:review:2026-03-06:T:2026-03-06',
    ])
  })

  test('on no other day of the week', () => {
    for (const date of ['2026-03-02', '2026-03-05', '2026-03-07', '2026-03-08'])
      expect(due(day(date))).toEqual([])
  })

  test('still on Friday where Sunday is worked instead of a holiday', () => {
    expect(due(day(FRIDAY, { on: ['2026-03-08'] }))).toHaveLength(3)
    expect(due(day('2026-03-08', { on: ['2026-03-08'] }))).toEqual([])
  })

  test('on Thursday for everybody when Friday is a holiday', () => {
    const off = [FRIDAY]
    expect(due(day('2026-03-05', { off }))).toEqual([
      '2026-03-05T14:00:00Z review-prompt:review:2026-03-06:M:2026-03-05',
      '2026-03-05T14:00:00Z review-prompt:review:2026-03-06:N:2026-03-05',
      '2026-03-05T15:00:00Z review-close:review:2026-03-06:T:2026-03-05',
    ])
    expect(due(day(FRIDAY, { off }))).toEqual([])
  })

  test('on the Sunday that is worked when Friday is a holiday', () => {
    const adjusted = { off: [FRIDAY], on: ['2026-03-08'] }
    expect(due(day('2026-03-05', adjusted))).toEqual([])
    expect(due(day('2026-03-08', adjusted))).toHaveLength(3)
  })

  test('on the last day of their own for who takes Thursday and Friday off', () => {
    const away = ['2026-03-05', FRIDAY]
    expect(due(day('2026-03-04', { away }))).toEqual([
      '2026-03-04T14:00:00Z review-prompt:review:2026-03-06:M:2026-03-04',
      '2026-03-04T15:00:00Z review-member-close:review:2026-03-06:T:2026-03-04:2026-03-04T15:00:00Z',
    ])
    expect(due(day(FRIDAY, { away }))).toEqual([
      '2026-03-06T14:00:00Z review-prompt:review:2026-03-06:N:2026-03-06',
      '2026-03-06T15:00:00Z review-close:review:2026-03-06:T:2026-03-06',
    ])
  })

  test('the day before for who has Friday afternoon off', () => {
    const away = [`${FRIDAY} afternoon`]
    expect(due(day('2026-03-05', { away }))[0]).toContain('review-prompt:review:2026-03-06:M:2026-03-05')
  })

  test('not at all for who is away all week, and it closes for the others', () => {
    const away = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', FRIDAY]
    expect(due(day('2026-03-02', { away }))).toEqual([])
    expect(due(day(FRIDAY, { away }))).toHaveLength(2)
  })
})
