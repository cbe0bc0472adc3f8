// Writes how somebody stands with one metric as facts and as a sentence: what was reached, of which target, at which pace, and which way it goes.
import type { Translate } from '../../core/i18n/translate.ts'
import { hasPresetName, type Metric } from '../../numbers/domain/metrics.ts'
import { changeOf, percentText, plainName, valueText } from '../../overview/slack/team-figures.ts'
import type { Change } from '../../targets/domain/team-progress.ts'
import { percent, withoutCents } from '../../targets/slack/figures.ts'
import type { Fact, RenderedClaim, Way } from '../domain/fact.ts'

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
export interface StandingOf {
  /** Before the keys of the facts. */
  prefix: string
  /** A user's or team's id. */
  subject: string
  /** The key of the date fact. */
  when: string
  command: string
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

export function standingFacts(standing: Standing, of: StandingOf, t: Translate): ToldStanding {
  const { metric, actual, target } = standing
  const label = plainName(metric, t)
  const key = `${of.prefix}${metric.key}`
  const shared = { subject: of.subject, source: { command: of.command }, label, when: of.when }
  const value =
    target === null
      ? valueText(metric, actual, t)
      : t('ai-text.ofTarget', {
          actual: valueText(metric, actual ?? 0, t),
          target: valueText(metric, withoutCents(metric, target), t),
        })
  if (actual === null && target === null) return { facts: [], sentence: '' }
  const more = [...paceFacts(standing, key, t), ...changeFacts(standing, key, t)]
  const share =
    standing.attainment !== null && metric.higherIsBetter
      ? [{ key: `${key}.share`, text: t('ai-text.share', { share: percent(standing.attainment, t) }) }]
      : []
  const facts: Fact[] = [
    { ...shared, key, kind: 'number', text: value, field: target === null ? 'numbers' : 'targets' },
    ...share.map((one) => ({ ...shared, ...one, kind: 'number' as const, field: 'targets' as const })),
    ...more.map((one) => ({ ...shared, ...one })),
  ]
  const said = [value, ...share.map(({ text }) => text), ...more.filter(isSaid).map(({ text }) => text)]
  return {
    facts,
    sentence: t('ai-text.standing', { metric: label, said: said.join(t('common.listSeparator')) }),
  }
}

type FactOfStanding = Omit<Fact, 'subject' | 'source' | 'label' | 'when'>

/** Pace says whether somebody is ahead. */
const isSaid = ({ key }: FactOfStanding): boolean => !key.endsWith('.stand')

function paceFacts({ pace }: Standing, key: string, t: Translate): FactOfStanding[] {
  if (pace === null) return []
  const way: Way = pace > 1 + ON_PACE ? 'ahead' : pace < 1 - ON_PACE ? 'behind' : 'on-pace'
  const figure = `${key}.pace`
  const good = way === 'on-pace' ? null : way === 'ahead'
  const stand = { key: `${key}.stand`, kind: 'direction', text: t(`ai-text.${way}`), about: key } as const
  return [
    {
      ...{ key: figure, kind: 'number', text: t('ai-text.pace', { pace: percentText(pace, t) }) },
      field: 'pace-and-forecast',
    },
    { ...stand, way, good, field: 'pace-and-forecast' },
  ]
}

function changeFacts({ metric, change }: Standing, key: string, t: Translate): FactOfStanding[] {
  const by = change && changeOf(metric, change)
  if (!change || by === null) return []
  const before = valueText(metric, change.before, t)
  const way: Way = by > LEAST_CHANGE ? 'up' : by < -LEAST_CHANGE ? 'down' : 'same'
  const good = way === 'same' ? null : (way === 'up') === metric.higherIsBetter
  const text = t(`ai-text.${way}`, { before, now: valueText(metric, change.now, t) })
  return [{ key: `${key}.way`, kind: 'direction', text, about: key, way, good, field: 'numbers' }]
}

/** Of a metric, so that a sentence can name it without typing its name. */
export const labelFact = (metric: Metric, command: string, t: Translate): Fact => ({
  ...{ key: `label.${metric.key}`, kind: 'name', subject: null, text: plainName(metric, t) },
  ...{ source: { command }, field: 'meanings-of-metrics' },
})

/** In the middle of a sentence: 'calls'; names that a team gave stay as they are. */
export const nameInside = (metric: Metric, t: Translate): string => {
  const name = plainName(metric, t)
  return hasPresetName(metric) && t.locale === 'en' ? name.toLowerCase() : name
}

export const plainClaim = (text: string, command: string, part: string | null = null): RenderedClaim => ({
  ...{ text, sources: [command], part },
})
