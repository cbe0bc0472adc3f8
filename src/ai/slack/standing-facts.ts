// Writes how somebody stands with one metric as facts and as a sentence: what was reached, of which target, at which pace, and which way it goes.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { changeOf, percentText, valueText } from '../../overview/slack/team-figures.ts'
import type { Change } from '../../targets/domain/team-progress.ts'
import { percent, withoutCents } from '../../targets/slack/figures.ts'
import type { Fact, Way } from '../domain/fact.ts'
import { directionFact, figure, labelOf, type Of, type OfMetric } from './facts.ts'

export interface Standing {
  metric: Metric
  actual: number | null
  target: number | null
  attainment: number | null
  pace: number | null
  /** Null: nothing is compared. */
  change: Change | null
}

/** Whose standing it is, in which period, and what shows it. */
export interface StandingOf extends Of {
  /** Before the keys of the facts. */
  prefix: string
  /** The key of the date fact. */
  when: string
}

/** Within it nobody is ahead or behind. */
const ON_PACE = 0.05
/** Smaller changes are none. */
const LEAST_CHANGE = 0.005

export interface ToldStanding {
  facts: Fact[]
  /** Empty: there is nothing to say. */
  sentence: string
}

export function standingFacts(
  standing: Standing,
  { prefix, ...about }: StandingOf,
  t: Translate,
): ToldStanding {
  const { metric, actual, target } = standing
  const label = labelOf(metric, t)
  const of: OfMetric = { ...about, label }
  const key = `${prefix}${metric.key}`
  const value =
    target === null
      ? valueText(metric, actual, t)
      : t('ai-text.ofTarget', {
          actual: valueText(metric, actual ?? 0, t),
          target: valueText(metric, withoutCents(metric, target), t),
        })
  if (actual === null && target === null) return { facts: [], sentence: '' }
  const share =
    standing.attainment !== null && metric.higherIsBetter
      ? [
          figure(
            `${key}.share`,
            t('ai-text.share', { share: percent(standing.attainment, t) }),
            'targets',
            of,
          ),
        ]
      : []
  const facts = [
    figure(key, value, target === null ? 'numbers' : 'targets', of),
    ...share,
    ...paceFacts(standing, key, of, t),
    ...changeFacts(standing, key, of, t),
  ]
  const said = facts.filter(isSaid).map(({ text }) => text)
  return {
    facts,
    sentence: t('ai-text.standing', { metric: label, said: said.join(t('common.listSeparator')) }),
  }
}

/** Pace says whether somebody is ahead. */
const isSaid = ({ key }: Fact): boolean => !key.endsWith('.stand')

function paceFacts({ pace }: Standing, key: string, of: OfMetric, t: Translate): Fact[] {
  if (pace === null) return []
  const way: Way = pace > 1 + ON_PACE ? 'ahead' : pace < 1 - ON_PACE ? 'behind' : 'on-pace'
  const good = way === 'on-pace' ? null : way === 'ahead'
  const field = 'pace-and-forecast'
  return [
    figure(`${key}.pace`, t('ai-text.pace', { pace: percentText(pace, t) }), field, of),
    directionFact(`${key}.stand`, t(`ai-text.${way}`), field, of, { about: key, way, good }),
  ]
}

function changeFacts({ metric, change }: Standing, key: string, of: OfMetric, t: Translate): Fact[] {
  const by = change && changeOf(metric, change)
  if (!change || by === null) return []
  const before = valueText(metric, change.before, t)
  const way: Way = by > LEAST_CHANGE ? 'up' : by < -LEAST_CHANGE ? 'down' : 'same'
  const good = way === 'same' ? null : (way === 'up') === metric.higherIsBetter
  const text = t(`ai-text.${way}`, { before, now: valueText(metric, change.now, t) })
  return [directionFact(`${key}.way`, text, 'numbers', of, { about: key, way, good })]
}
