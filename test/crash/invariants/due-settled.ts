// Every prompt, reminder, close and board of every day is there exactly once, or recorded as skipped or too late.

import { SNOOZE_OVER } from '../../../src/checkins/standup/domain/snooze.ts'
import type { Evidence, Invariant, Violation } from '../evidence.ts'
import { MEMBERS, TEAMS } from '../world.ts'

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
      ? TEAMS.map(({ teamId }) => `weekly-board:${teamId}:${date}`)
      : []),
  ])
  return expected.filter((key) => !planned.has(key)).map((key) => violation(`${key} was never planned`, key))
}

/** Every item with the state `done` has its message; a dropped message became outdated before it was sent. */
function unspoken({ due, messages, standups, boards }: Evidence): Violation[] {
  const noticed = new Set(messages.map(({ messageKey }) => messageKey))
  const messageOf = ({ kind, dueKey, date }: Evidence['due'][number]) => {
    const [, id = ''] = dueKey.split(':')
    if (kind === 'prompt') return [`standup:${id}:${date}`]
    if (kind === 'remind') return [`remind:${id}:${date}`]
    if (kind === SNOOZE_OVER) return [`snooze:${id}:${date}`]
    if (kind === 'morning') return [dueKey]
    if (kind !== 'close') return []
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
