// Each deal in the ledger has its message in the channel, and each such message has its deal.
import type { Invariant } from '../evidence.ts'

const invariant = 'each deal is told'

export const dealsTold: Invariant = ({ entries, said }) => {
  const deals = entries.filter(({ metricKey, source }) => metricKey === 'newRevenue' && source === 'command')
  const owed = new Set(deals.map(({ sourceId }) => `win:${sourceId}`))
  const told = new Set(said.map(({ key }) => key).filter((key) => key.startsWith('win:')))
  const violation = (key: string, what: string) => ({ invariant, what: `${key}: ${what}`, about: [key] })
  return [
    ...[...owed.difference(told)].map((key) => violation(key, 'the deal is in the ledger and was not told')),
    ...[...told.difference(owed)].map((key) => violation(key, 'a deal was told that is not in the ledger')),
  ]
}
