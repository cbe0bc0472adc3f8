// The preset metrics of each role, with plausible bounds, hard bounds and points.
import type { MetricKey } from '../../core/ids.ts'
import { isPresetRole } from '../../org/domain/own-role.ts'
import type { PresetRole, Role } from '../../org/domain/team.ts'
import type { Metric, MetricLayer } from './metrics.ts'

type Preset = (currency: string) => Metric

/** In major units. An exact integer even when scaled by four decimals, the most that a currency has. */
const MAX_MONEY = 100_000_000_000

/** Decimals of the currency's minor unit: 2 for CNY, 0 for JPY. */
export function moneyDecimals(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

const PLAIN = {
  label: null,
  names: {},
  aliases: [],
  measureWords: {},
  kind: 'additive',
  layer: 'process',
  leading: true,
  higherIsBetter: true,
  unit: 'count',
  currency: null,
  decimals: 0,
  hardMin: 0,
  plausibleMin: 0,
  baseline: null,
  benchmark: null,
  funnelOrder: null,
  numerator: null,
  denominator: null,
  points: 0,
  formerKey: null,
  retiredAt: null,
} as const

/** A day's value above `usualMax` has to be confirmed, one above `hardMax` is refused. */
function count(
  key: MetricKey,
  layer: MetricLayer,
  usualMax: number,
  hardMax: number,
  points: number,
): Preset {
  return () => ({ ...PLAIN, key, layer, plausibleMax: usualMax, hardMax, points })
}

/** Money has no plausible bounds, which depend on currency and industry, and earns no points, which would outweigh all others. */
function money(key: MetricKey, layer: MetricLayer, higherIsBetter = true): Preset {
  return (currency) => {
    const decimals = moneyDecimals(currency)
    const hardMax = MAX_MONEY * 10 ** decimals
    const bounds = { decimals, hardMax, plausibleMin: null, plausibleMax: null }
    return { ...PLAIN, ...bounds, key, layer, higherIsBetter, unit: 'money', currency }
  }
}

function level(
  key: MetricKey,
  more: Pick<Metric, 'unit' | 'layer' | 'hardMax' | 'plausibleMin' | 'plausibleMax' | 'higherIsBetter'>,
): Preset {
  return () => ({ ...PLAIN, ...more, key, kind: 'level', decimals: 1 })
}

const NOT_ENTERED = { kind: 'ratio', hardMin: 0, plausibleMin: null, plausibleMax: null } as const

function percent(key: MetricKey, layer: MetricLayer, numerator: MetricKey, denominator: MetricKey): Preset {
  const parts = { numerator, denominator, unit: 'percent', decimals: 1, hardMax: 100_000_000 } as const
  return () => ({ ...PLAIN, ...NOT_ENTERED, ...parts, key, layer })
}

function moneyEach(key: MetricKey, numerator: MetricKey, denominator: MetricKey): Preset {
  return (currency) => ({
    ...money(key, 'result', false)(currency),
    ...NOT_ENTERED,
    numerator,
    denominator,
  })
}

const PRESETS: Readonly<Record<PresetRole, readonly Preset[]>> = {
  hunter: [
    count('calls', 'process', 100, 500, 1),
    count('followUps', 'process', 50, 300, 2),
    count('proposals', 'process', 10, 100, 10),
    count('visits', 'process', 8, 40, 10),
    count('leadsConverted', 'process', 15, 200, 8),
    count('newCustomers', 'result', 5, 100, 40),
    money('newRevenue', 'result'),
    percent('proposalWinRate', 'result', 'newCustomers', 'proposals'),
    percent('leadToCustomerRate', 'result', 'newCustomers', 'leadsConverted'),
  ],
  'account-manager': [
    count('renewalsDue', 'process', 20, 300, 0),
    count('renewalsWon', 'result', 15, 300, 30),
    count('orders', 'result', 30, 1000, 0),
    count('repeatOrders', 'customer', 20, 1000, 10),
    level('customerSatisfaction', {
      unit: 'score',
      layer: 'customer',
      hardMax: 100,
      plausibleMin: 40,
      plausibleMax: 100,
      higherIsBetter: true,
    }),
    money('expansionRevenue', 'result'),
    percent('renewalRate', 'customer', 'renewalsWon', 'renewalsDue'),
    percent('repeatRate', 'customer', 'repeatOrders', 'orders'),
  ],
  'campaign-planner': [
    count('campaignsRun', 'process', 5, 50, 20),
    money('campaignCost', 'process', false),
    count('leads', 'result', 300, 50_000, 2),
    count('participants', 'process', 2000, 1_000_000, 0),
    count('exposure', 'process', 1_000_000, 1_000_000_000, 0),
    money('attributedRevenue', 'result'),
    percent('roi', 'result', 'attributedRevenue', 'campaignCost'),
    moneyEach('costPerLead', 'campaignCost', 'leads'),
  ],
  analyst: [
    count('reportsDelivered', 'process', 6, 50, 10),
    count('reportsOnTime', 'process', 6, 50, 5),
    count('insightsAdopted', 'result', 5, 50, 20),
    level('forecastError', {
      unit: 'percent',
      layer: 'result',
      hardMax: 10_000,
      plausibleMin: 0,
      plausibleMax: 500,
      higherIsBetter: false,
    }),
    percent('onTimeRate', 'process', 'reportsOnTime', 'reportsDelivered'),
  ],
}

/** What no role counts to begin with, and teams adopt from the catalogue. */
const OFFERED: readonly Preset[] = [
  count('validCalls', 'process', 60, 300, 2),
  count('addedContacts', 'process', 50, 500, 2),
  count('qualifiedLeads', 'process', 30, 500, 5),
  count('quotes', 'process', 20, 200, 8),
  money('contractValue', 'result'),
  money('paymentsCollected', 'result'),
]

/** The stages of the funnel, from the lead to the customer. */
const FUNNEL: readonly MetricKey[] = ['leads', 'addedContacts', 'visits', 'proposals', 'newCustomers']

/** What is done tells early what will come of it. */
function placed(metric: Metric): Metric {
  const stage = FUNNEL.indexOf(metric.key)
  return { ...metric, leading: metric.layer === 'process', funnelOrder: stage < 0 ? null : stage + 1 }
}

/** The role's metrics in the order of the form, ratios last; none for a role of a workspace's own. `currency` is ISO 4217. */
export function presetFor(role: Role, currency: string): Metric[] {
  return (isPresetRole(role) ? PRESETS[role] : []).map((preset) => placed(preset(currency)))
}

/** Null: the key is not a preset's but that of a team's own metric. */
export function presetMetric(key: MetricKey, currency: string): Metric | null {
  return allPresets(currency).find((metric) => metric.key === key) ?? null
}

/** The metrics of all roles, and those that teams adopt on top. */
export const allPresets = (currency: string): Metric[] =>
  [...Object.values(PRESETS).flat(), ...OFFERED].map((preset) => placed(preset(currency)))
