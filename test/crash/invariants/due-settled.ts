// Every prompt, reminder, close and board of every day is there exactly once, or recorded as skipped or too late.

import { STANDUP_KIND } from '../../../src/checkins/standup/domain/standup-kind.ts'
import type { Evidence, Invariant, Violation } from '../evidence.ts'
import { ABOVE } from '../falling-behind.ts'
import { isReportDay, MEMBERS, TEAMS } from '../world.ts'

const invariant = 'what fell due was done once or recorded'
const SETTLED = ['done', 'skipped', 'missed_too_late']

export const dueSettled: Invariant = (evidence) => [
  ...missingItems(evidence),
  ...evidence.due
    .filter(({ dueAt, state }) => dueAt <= evidence.now && !SETTLED.includes(state))
    .map((item) =>
      violation(`${item.dueKey} was due at ${item.dueAt} and is ${item.state} (${item.reason})`, item.dueKey),
    ),
  ...unspoken(evidence),
]

/** The items that must have been planned, computed from the days and who took one off. */
function missingItems({ days, due, off }: Evidence): Violation[] {
  const planned = new Set(due.map(({ dueKey }) => dueKey))
  const isOff = (memberId: string, date: string) =>
    off.some((day) => day.memberId === memberId && day.date === date)
  const expected = days.flatMap((date) => [
    ...MEMBERS.filter(({ memberId }) => !isOff(memberId, date)).flatMap(({ memberId }) => [
      `prompt:${memberId}:${date}`,
      `remind:${memberId}:${date}`,
    ]),
    ...TEAMS.flatMap(({ teamId }) => [`morning:${teamId}:${date}`, `close:${teamId}:${date}`]),
    ...(Temporal.PlainDate.from(date).dayOfWeek === 1
      ? TEAMS.flatMap(({ teamId }) => [`weekly-board:${teamId}:${date}`, `week-in:${teamId}:${date}`])
      : []),
    ...(isReportDay(Temporal.PlainDate.from(date)) ? reportItems(date) : []),
  ])
  return expected.filter((key) => !planned.has(key)).map((key) => violation(`${key} was never planned`, key))
}

const reportItems = (date: string) => [
  ...MEMBERS.flatMap(({ memberId }) =>
    ['prompt', 'remind'].map((step) => `report-${step}:weekly:${date}:${memberId}:${date}`),
  ),
  ...TEAMS.flatMap(({ teamId }) =>
    ['missing', 'close', 'digest'].map((step) => `report-${step}:weekly:${date}:${teamId}:${date}`),
  ),
]

/** What is said of a weekly report, and of a week to who leads from above. */
function weeklyMessages(
  { kind, dueKey, date }: Evidence['due'][number],
  reports: Evidence['reports'],
): string[] {
  const [, , ofDate = '', id = ''] = dueKey.split(':')
  if (kind === 'report-prompt') return [`report:weekly:${id}:${ofDate}`]
  if (kind === 'report-remind') return [`report-remind:weekly:${id}:${ofDate}`]
  if (kind === 'report-digest' || kind === 'report-missing') return [`report-digest:weekly:${id}:${ofDate}`]
  if (kind === 'week-in') {
    const week = Temporal.PlainDate.from(date).subtract({ days: 7 })
    return ABOVE.map(({ userId }) => `teams-rollup:${userId}:${week}`)
  }
  if (kind !== 'report-close') return []
  const expected = reports.some((one) => one.teamId === id && one.date === ofDate && one.state !== 'excused')
  return expected ? [`report-summary:weekly:${id}:${ofDate}`] : []
}

/** Every item with the state `done` has its message; a dropped message became outdated before it was sent. */
function unspoken({ due, messages, standups, boards, reports }: Evidence): Violation[] {
  const noticed = new Set(messages.map(({ messageKey }) => messageKey))
  const messageOf = (item: Evidence['due'][number]) => {
    const { kind, dueKey, date } = item
    const [, id = ''] = dueKey.split(':')
    if (kind === 'prompt') return [`standup:${id}:${date}`]
    if (kind === 'remind') return [`remind:${id}:${date}`]
    if (kind === STANDUP_KIND.dueKinds['snooze-over']) return [`snooze:${id}:${date}`]
    if (kind === 'morning') return [dueKey]
    if (kind !== 'close') return weeklyMessages(item, reports)
    const answered = standups.some(
      (one) =>
        one.date === date && ['answered', 'late', 'missed'].includes(one.state) && isIn(id, one.memberId),
    )
    return answered ? [`summary:${id}:${date}`] : []
  }
  const owed = due.filter(({ state }) => state === 'done').flatMap(messageOf)
  const posted = boards.map(({ teamId, period, from }) => `board:${teamId}:${period}:${from}`)
  return [...owed, ...posted]
    .filter((key) => !noticed.has(key))
    .map((key) => violation(`${key} should have been said, and there is no message`, key))
}

const isIn = (teamId: string, memberId: string) =>
  TEAMS.some((team) => team.teamId === teamId && team.reps.some((rep) => rep.memberId === memberId))

const violation = (what: string, about: string): Violation => ({ invariant, what, about: [about] })
