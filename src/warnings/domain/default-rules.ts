// The rules that a team starts with, by the roles that its people have.
import type { MetricKey } from '../../core/ids.ts'
import { isPresetRole } from '../../org/domain/own-role.ts'
import type { PresetRole, Role } from '../../org/domain/team.ts'
import type { Level } from './level.ts'
import { LEVELS } from './level.ts'
import { defaultSettings, type RuleSettings, type Signal } from './rule-settings.ts'

export interface DefaultRule {
  signal: Signal
  /** Null: the signal is about no metric. */
  metric: MetricKey | null
  settings: RuleSettings
}

const rule = (
  signal: Signal,
  metric: MetricKey | null = null,
  levels: readonly Level[] = LEVELS,
): DefaultRule => {
  const settings = defaultSettings(signal)
  const kept = Object.entries(settings.levels).filter(([level]) => levels.includes(level as Level))
  return { signal, metric, settings: { ...settings, levels: Object.fromEntries(kept) } }
}

const OF_EVERYONE: readonly DefaultRule[] = [rule('silence'), rule('item-overdue'), rule('raised-by-hand')]

/** Where a result comes in few and large pieces, chance alone misses a target often: the rep hears of it, and nobody's clock runs. */
const resultMiss = (metric: MetricKey): DefaultRule => {
  const { signal, settings } = rule('forecast-miss', metric)
  const { yellow } = settings.levels
  return { signal, metric, settings: { ...settings, levels: { blue: yellow! } } }
}

/** Who leads is told of the work, which comes in every day, and of what chance does not explain. */
const OF_ROLE: Readonly<Record<PresetRole, readonly DefaultRule[]>> = {
  hunter: [
    rule('behind-pace', 'calls'),
    rule('forecast-miss', 'calls'),
    resultMiss('newRevenue'),
    rule('trend', 'proposals', ['blue', 'yellow']),
    rule('funnel-leak', 'proposals'),
    rule('funnel-leak', 'newCustomers'),
  ],
  'account-manager': [
    rule('behind-pace', 'renewalsWon'),
    rule('forecast-miss', 'renewalsWon'),
    resultMiss('expansionRevenue'),
    rule('trend', 'customerSatisfaction', ['blue', 'yellow']),
  ],
  'campaign-planner': [
    rule('behind-pace', 'leads'),
    rule('forecast-miss', 'leads'),
    resultMiss('attributedRevenue'),
    rule('overspend', 'campaignCost'),
    rule('trend', 'roi', ['blue', 'yellow']),
  ],
  analyst: [
    rule('behind-pace', 'reportsDelivered'),
    rule('forecast-miss', 'reportsDelivered'),
    resultMiss('insightsAdopted'),
    rule('trend', 'forecastError', ['blue', 'yellow']),
  ],
}

/** Of a team with people of these roles; a role of the workspace's own brings only what everyone has. */
export const defaultRules = (roles: readonly Role[]): DefaultRule[] => [
  ...OF_EVERYONE,
  ...[...new Set(roles)].flatMap((role) => (isPresetRole(role) ? OF_ROLE[role] : [])),
]
