// The daily totals equal the sums of the ledger for each metric, and no total exists without a ledger entry.
import type { Invariant } from '../evidence.ts'

export const ledgerTotals: Invariant = ({ entries, totals, levels }) => {
  const idOf = (one: { memberId: string; date: string; metricKey: string }) =>
    `${one.memberId} ${one.date} ${one.metricKey}`
  const ledger = new Map<string, number>()
  for (const entry of entries) {
    const before = levels.includes(entry.metricKey) ? 0 : (ledger.get(idOf(entry)) ?? 0)
    ledger.set(idOf(entry), before + entry.value)
  }
  const kept = new Map(totals.map((total) => [idOf(total), total.value]))
  return [...new Set([...ledger.keys(), ...kept.keys()])].flatMap((id) =>
    ledger.get(id) === kept.get(id)
      ? []
      : [
          {
            invariant: 'the ledger and the daily totals agree',
            what: `${id}: the ledger says ${ledger.get(id)}, the total is ${kept.get(id)}`,
            about: [id],
          },
        ],
  )
}
