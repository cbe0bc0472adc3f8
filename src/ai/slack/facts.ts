// Makes the facts that a model gets, for answers and written texts alike: finished texts, each with the command that shows it.
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { hasPresetName, type Metric } from '../../numbers/domain/metrics.ts'
import { plainName } from '../../overview/slack/team-figures.ts'
import { clip } from '../../slack/mrkdwn.ts'
import type { Fact, RenderedClaim } from '../domain/fact.ts'
import type { SentField } from '../domain/sent-fields.ts'

const NAME_LENGTH = 60
const QUOTE_LENGTH = 200
/** Longer ones are cut before they are cleaned up. */
const READ_LENGTH = 500

/** What holds for all facts about one person or team of one command. */
export interface Of {
  /** A user's or team's id. */
  subject: string | null
  /** What is typed after `/kpi`. */
  command: string
}
export interface OfMetric extends Of {
  label: string
  /** The key of the period's fact. */
  when: string
}

const sourceOf = (command: string): Fact['source'] => ({ command: `/kpi ${command}` })

/** As it is shown: a name may be anything that somebody typed. */
export const shortName = (name: string): string => clip(cleanText(name, READ_LENGTH), NAME_LENGTH)
export const shortQuote = (text: string): string => clip(cleanText(text, READ_LENGTH), QUOTE_LENGTH)

export const nameFact = (
  key: string,
  subject: string | null,
  name: string,
  field: SentField,
  command: string,
): Fact => ({ key, kind: 'name', subject, text: shortName(name), field, source: sourceOf(command) })

export const dateFact = (key: string, text: string, command: string): Fact => ({
  ...{ key, kind: 'date', subject: null, text, field: 'dates', source: sourceOf(command) },
})

export const quoteFact = (key: string, text: string, field: SentField, { subject, command }: Of): Fact => ({
  ...{ key, kind: 'quote', subject, text: shortQuote(text), field, source: sourceOf(command) },
})

export const figure = (
  key: string,
  text: string,
  field: SentField,
  { subject, command, label, when }: OfMetric,
): Fact => ({ key, kind: 'number', subject, text, field, label, when, source: sourceOf(command) })

/** A count of something that is no metric. */
export const countFact = (key: string, text: string, field: SentField, { subject, command }: Of): Fact => ({
  ...{ key, kind: 'number', subject, text, field, source: sourceOf(command) },
})

/** Which way the figure goes whose key is `about`. */
export const directionFact = (
  key: string,
  text: string,
  field: SentField,
  { subject, command, label, when }: OfMetric,
  of: Required<Pick<Fact, 'about' | 'way' | 'good'>>,
): Fact => ({
  ...{ key, kind: 'direction', subject, text, field, label, when, source: sourceOf(command) },
  ...of,
})

export const labelOf = (metric: Metric, t: Translate): string => plainName(metric, t)

/** Of a metric, so that a sentence can name it without typing its name. */
export const labelFact = (metric: Metric, command: string, t: Translate): Fact => ({
  ...{ key: `label.${metric.key}`, kind: 'name', subject: null, text: labelOf(metric, t) },
  ...{ field: 'meanings-of-metrics', source: sourceOf(command) },
})

/** In the middle of a sentence: 'calls'; names that a team gave stay as they are. */
export const nameInside = (metric: Metric, t: Translate): string => {
  const name = labelOf(metric, t)
  return hasPresetName(metric) && t.locale === 'en' ? name.toLowerCase() : name
}

/** A sentence of ours, where no model writes. */
export const plainClaim = (text: string, command: string, part: string | null = null): RenderedClaim => ({
  ...{ text, sources: [sourceOf(command).command], part },
})
