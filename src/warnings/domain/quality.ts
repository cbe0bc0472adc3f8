// How good warnings were: by rule and level how many recovered unaided, after action or came too late, and which rules are too sharp.
import type { MetricKey, TeamId } from '../../core/ids.ts'
import type { Resolution } from './episode.ts'
import { LEVELS, type Level } from './level.ts'
import type { Signal } from './rule-settings.ts'
import type { Rule, Warning } from './warning.ts'

export const QUALITY_DAYS = 90

/** One that has ended. `takenOnAt` null: nobody took it on. */
export interface EndedWarning {
  warning: Pick<Warning, 'teamId' | 'ruleId' | 'signal' | 'metricKey' | 'episode'>
  takenOnAt: Temporal.Instant | null
}

/** What was raised by hand and solved is `afterAction`. `other`: no risk, or whoever it was about left, was away or was not measured any more. */
export type Course = 'unaided' | 'afterAction' | 'tooLate' | 'other'

export interface QualityRow {
  teamId: TeamId
  ruleId: string
  signal: Signal
  /** Empty: it is about no number. */
  metricKey: MetricKey
  /** The highest that was told. */
  level: Level
  count: number
  courses: Readonly<Record<Course, number>>
  /** Medians. Null: there was none. */
  hoursToTakeOn: number | null
  daysToRecover: number | null
}

export interface Quality {
  rows: readonly QualityRow[]
  /** Rules whose reds mostly recover unaided. */
  tooSharp: readonly QualityRow[]
}

/** With fewer reds nothing is proposed. */
const LEAST_REDS = 4
/** Of those that recovered or came too late. */
const MOSTLY = 0.5

/** `rules`: as they are now; what is switched off or has no red limit any more is not proposed again. */
export function qualityOf(ended: readonly EndedWarning[], rules: readonly Rule[]): Quality {
  const groups = Map.groupBy(ended, ({ warning }) => `${warning.ruleId} ${warning.episode.peak}`)
  const rows = [...groups.values()].map(rowOf).toSorted(inOrder)
  const isSharp = ({ ruleId, level, courses: { unaided, afterAction, tooLate } }: QualityRow) => {
    const rule = rules.find((one) => one.ruleId === ruleId)
    const told = unaided + afterAction + tooLate
    const hasRed = rule?.active === true && lowered(rule) !== null
    return level === 'red' && hasRed && told >= LEAST_REDS && unaided / told > MOSTLY
  }
  return { rows, tooSharp: rows.filter(isSharp) }
}

function rowOf(own: readonly EndedWarning[]): QualityRow {
  const { teamId, ruleId, signal, metricKey, episode } = own[0]!.warning
  const courses = { unaided: 0, afterAction: 0, tooLate: 0, other: 0 }
  for (const one of own) courses[courseOf(one)] += 1
  const took = own.flatMap(({ warning, takenOnAt }) =>
    takenOnAt ? warning.episode.openedAt!.until(takenOnAt).total('hours') : [],
  )
  const recovered = own.flatMap(
    ({
      warning: {
        episode: { openedAt, resolved },
      },
    }) => (isWell(resolved?.reason) ? openedAt!.until(resolved.at).total('hours') / 24 : []),
  )
  return {
    ...{ teamId, ruleId, signal, metricKey, level: episode.peak, count: own.length, courses },
    ...{ hoursToTakeOn: median(took), daysToRecover: median(recovered) },
  }
}

const isWell = (reason: Resolution | undefined) => reason === 'recovered' || reason === 'solved'

const COURSES: Readonly<Record<Exclude<Resolution, 'recovered'>, Course>> = {
  ...{ solved: 'afterAction', 'period-over': 'tooLate', 'not-a-risk': 'other' },
  ...{ left: 'other', 'on-leave': 'other', paused: 'other', 'rule-off': 'other' },
  'nothing-to-measure': 'other',
}

/** Whoever only puts one off has done nothing about it. */
function courseOf({ warning: { episode }, takenOnAt }: EndedWarning): Course {
  const { reason } = episode.resolved!
  if (reason === 'recovered') return takenOnAt ? 'afterAction' : 'unaided'
  return COURSES[reason]
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

const inOrder = (one: QualityRow, other: QualityRow): number =>
  one.teamId.localeCompare(other.teamId) ||
  one.signal.localeCompare(other.signal) ||
  one.ruleId.localeCompare(other.ruleId) ||
  LEVELS.indexOf(other.level) - LEVELS.indexOf(one.level)

/** Without red, what was urgent is a warning. Null: there is no red. */
export function lowered(rule: Rule): Rule | null {
  const { red, ...levels } = rule.settings.levels
  if (red === undefined) return null
  return { ...rule, settings: { ...rule.settings, levels: { ...levels, yellow: levels.yellow ?? red } } }
}
