// An answer that was confirmed as saved is stored completely, with plan and numbers, unless the member sent a later one.

import type { Evidence, Invariant } from '../evidence.ts'
import type { AnswerAttempt } from '../journal.ts'

const invariant = 'no acknowledged answer is lost'

export const answersKept: Invariant = (evidence) => {
  const byDay = Map.groupBy(evidence.journal.answers, ({ memberId, date }) => `${memberId} ${date}`)
  return [...byDay.values()].flatMap((attempts) => {
    const lastPromise = attempts.findLastIndex(({ acknowledged }) => acknowledged)
    if (lastPromise < 0) return []
    // A later submit without a response may or may not be saved.
    const possible = attempts.slice(lastPromise)
    if (possible.some((attempt) => isStored(evidence, attempt))) return []
    const promised = possible[0]!
    return [
      {
        invariant,
        what: `“${promised.token}” was acknowledged; stored is ${stored(evidence, promised)}`,
        about: attempts.map(({ token }) => token),
      },
    ]
  })
}

function isStored(evidence: Evidence, { memberId, date, token, calls, visits }: AnswerAttempt): boolean {
  const standup = evidence.standups.find((one) => one.memberId === memberId && one.date === date)
  if (!standup || !['answered', 'late'].includes(standup.state) || !standup.plan.includes(token)) return false
  const total = (metricKey: string) =>
    evidence.totals.find(
      (one) => one.memberId === memberId && one.date === standup.numbersDate && one.metricKey === metricKey,
    )?.value
  return total('calls') === calls && total('visits') === visits
}

function stored({ standups, totals }: Evidence, { memberId, date }: AnswerAttempt): string {
  const standup = standups.find((one) => one.memberId === memberId && one.date === date)
  const numbers = totals.filter((one) => one.memberId === memberId && one.date === standup?.numbersDate)
  return JSON.stringify({ standup, numbers })
}
