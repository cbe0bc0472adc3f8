// A weekly report that was confirmed as saved is stored; summary and digest show just what is stored, and count it.

import type { Evidence, Invariant, Violation } from '../evidence.ts'
import { TEAMS } from '../world.ts'

const isIn = ({ state }: Evidence['reports'][number]) => state === 'answered' || state === 'late'

export const reportsTrue: Invariant = (evidence) => [
  ...lost(evidence),
  ...shownOtherwise(evidence),
  ...counted(evidence),
]

/** Later submits without a response may or may not be saved. */
function lost({ journal, reports }: Evidence): Violation[] {
  const byDay = Map.groupBy(journal.reports, ({ memberId, date }) => `${memberId} ${date}`)
  return [...byDay.values()].flatMap((attempts) => {
    const promised = attempts.findLastIndex(({ acknowledged }) => acknowledged)
    if (promised < 0) return []
    const { memberId, date, token } = attempts[promised]!
    const stored = reports.find((one) => one.memberId === memberId && one.date === date)
    if (stored && isIn(stored) && attempts.slice(promised).some((one) => stored.text.includes(one.token)))
      return []
    const what = `“${token}” was acknowledged; stored is ${JSON.stringify(stored)}`
    return [{ invariant: 'no acknowledged report is lost', what, about: attempts.map((one) => one.token) }]
  })
}

function shownOtherwise({ said, reports, journal }: Evidence): Violation[] {
  const invariant = 'the channel shows the reports that are stored'
  return said.flatMap(({ key, content }) => {
    const [kind, , teamId, date] = key.split(':')
    const team = kind === 'report-summary' && TEAMS.find((one) => one.teamId === teamId)
    if (!team) return []
    const tokens = journal.reports.filter(
      (one) => one.date === date && team.reps.some(({ memberId }) => memberId === one.memberId),
    )
    return tokens.flatMap(({ memberId, token }) => {
      const stored = reports.find((one) => one.memberId === memberId && one.date === date)
      const isStored = stored !== undefined && isIn(stored) && stored.text.includes(token)
      if (isStored === content.includes(token)) return []
      const what = `“${token}” is ${isStored ? 'stored, and not shown' : 'shown, and not stored'}`
      return [{ invariant, what, about: [key, token] }]
    })
  })
}

function counted({ said, reports }: Evidence): Violation[] {
  return said.flatMap(({ key, content }) => {
    const [kind, , teamId, date] = key.split(':')
    if (kind !== 'report-digest') return []
    const own = reports.filter((one) => one.teamId === teamId && one.date === date)
    const [all, answered] = [own.filter(({ state }) => state !== 'excused'), own.filter(isIn)]
    const expected = `${answered.length} of ${all.length} in`
    if (content.includes(expected)) return []
    const what = `the digest does not say ${expected}: ${content.slice(0, 160)}`
    return [{ invariant: 'the digest counts the reports that are stored', what, about: [key] }]
  })
}
