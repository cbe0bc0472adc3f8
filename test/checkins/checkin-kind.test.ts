// Kinds of check-ins as data: the questions that a team asks, and when a kind that is not the standup is due.
import { describe, expect, test } from 'vitest'
import { asks, type CheckinKind, questionsAsked } from '../../src/checkins/domain/checkin-kind.ts'
import { checkinPlanner } from '../../src/checkins/domain/day-plan.ts'
import type { TeamDay } from '../../src/org/domain/team-day.ts'
import { workCalendar } from '../../src/org/domain/work-calendar.ts'
import { testPerson } from '../support/context.ts'
import { testSettings } from '../support/settings.ts'

/** Asked at the end of the week, in the afternoon, with one question that is off unless the team wants it. */
const REVIEW: CheckinKind<'mood' | 'wins' | 'lessons'> = {
  name: 'review',
  cadence: 'weekly',
  rhythm: () => ({ promptTime: '15:00', closeAfterMinutes: 60, remindBeforeCloseMinutes: 20 }),
  dueKinds: {
    prompt: 'review-prompt',
    remind: 'review-remind',
    'member-close': 'review-member-close',
    close: 'review-close',
  },
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
  const day = (date: string, off: string[] = []): TeamDay => {
    const settings = testSettings({ zoneRule: 'team' })
    const extraDays = Object.fromEntries(off.map((each) => [each, 'off' as const]))
    const calendar = workCalendar(settings, extraDays)
    const ref = { workspaceId: 'W', teamId: 'T' }
    const joinedOn = Temporal.PlainDate.from('2026-01-01')
    const member = { ...ref, memberId: 'M', userId: 'U', role: 'hunter' as const, joinedOn, leftOn: null }
    return {
      team: {
        ...ref,
        channelId: 'C',
        managerUserId: 'U',
        delegateUserId: null,
        parentTeamId: null,
        archivedAt: null,
      },
      date: Temporal.PlainDate.from(date),
      settings,
      calendar,
      members: [
        {
          member,
          person: testPerson('W', 'U'),
          calendar: { ...calendar, joinedOn, leftOn: null, leave: [], ownHolidays: [] },
          zone: 'Europe/Berlin',
        },
      ],
    }
  }
  const due = (on: TeamDay) => checkinPlanner(REVIEW)(on).map(({ dueKey, dueAt }) => `${dueAt} ${dueKey}`)

  test('falls due on Friday by its own rhythm, under its own names', () => {
    expect(due(day('2026-03-06'))).toEqual([
      '2026-03-06T14:00:00Z review-prompt:M:2026-03-06',
      '2026-03-06T14:40:00Z review-remind:M:2026-03-06',
      '2026-03-06T15:00:00Z review-close:T:2026-03-06',
    ])
  })

  test('on no other day of the week', () => {
    for (const date of ['2026-03-02', '2026-03-05', '2026-03-07', '2026-03-08'])
      expect(due(day(date))).toEqual([])
  })

  test('on Thursday when Friday is off', () => {
    expect(due(day('2026-03-05', ['2026-03-06']))).toHaveLength(3)
    expect(due(day('2026-03-06', ['2026-03-06']))).toEqual([])
  })
})
