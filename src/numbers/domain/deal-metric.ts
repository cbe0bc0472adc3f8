// Which of a role's numbers a deal is counted in: money from customers, as it is won.
import type { MetricKey } from '../../core/ids.ts'
import type { Metric } from './metrics.ts'

/** The first that a role enters is what 'signed Hengxin 126,000' means. */
const DEALS: readonly MetricKey[] = ['newRevenue', 'contractValue', 'expansionRevenue']
/** Money that comes of earlier deals, or of somebody else's. */
const NO_DEALS: readonly MetricKey[] = ['paymentsCollected', 'attributedRevenue']

/** A team's own money counts too, where it is a result. */
export const isDealMetric = ({ key, kind, unit, layer, higherIsBetter }: Metric): boolean =>
  kind === 'additive' && unit === 'money' && layer === 'result' && higherIsBetter && !NO_DEALS.includes(key)

/** Null: the role counts no deals. */
export function dealMetric(metrics: readonly Metric[]): Metric | null {
  const counted = metrics.filter((metric) => isDealMetric(metric) && metric.retiredAt === null)
  return DEALS.flatMap((key) => counted.find((metric) => metric.key === key) ?? [])[0] ?? counted[0] ?? null
}

/** The count that grows with a deal. Null: what is sold to a customer one has, or the role does not count customers. */
export const customersMetric = (deal: Metric, metrics: readonly Metric[]): Metric | null =>
  deal.key === 'expansionRevenue' ? null : (metrics.find(({ key }) => key === 'newCustomers') ?? null)
