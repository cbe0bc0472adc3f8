// A line of numbers that was said back as logged is in the ledger once; one that was not, at most once.
import type { Invariant } from '../evidence.ts'

export const linesKept: Invariant = ({ journal, entries }) =>
  journal.lines.flatMap((line) => {
    const times = entries.filter(
      ({ memberId, date, metricKey, value, source }) =>
        memberId === line.memberId &&
        date === line.date &&
        metricKey === 'proposals' &&
        value === line.proposals &&
        source === 'command',
    ).length
    if (times === 1 || (times === 0 && !line.acknowledged)) return []
    return [
      {
        invariant: 'no logged line is lost or doubled',
        what: `proposals ${line.proposals} of ${line.memberId} on ${line.date} is in the ledger ${times} times (acknowledged: ${line.acknowledged})`,
        about: [`proposals ${line.proposals} on ${line.date}`],
      },
    ]
  })
