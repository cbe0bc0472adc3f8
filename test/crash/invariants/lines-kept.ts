// A log line that was confirmed is in the ledger exactly once; one that was not confirmed, at most once.
import type { Invariant } from '../evidence.ts'

export const linesKept: Invariant = ({ journal, entries }) =>
  journal.lines.flatMap((line) => {
    const times = entries.filter(
      ({ memberId, date, metricKey, value, source }) =>
        memberId === line.memberId &&
        date === line.date &&
        metricKey === line.metricKey &&
        value === line.value &&
        source === 'command',
    ).length
    if (times === 1 || (times === 0 && !line.acknowledged)) return []
    return [
      {
        invariant: 'no logged line is lost or doubled',
        what: `${line.metricKey} ${line.value} of ${line.memberId} on ${line.date} is in the ledger ${times} times (acknowledged: ${line.acknowledged})`,
        about: [`${line.metricKey} ${line.value} on ${line.date}`],
      },
    ]
  })
