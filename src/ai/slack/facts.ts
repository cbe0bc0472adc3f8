// Makes the facts that a model gets, for answers and written texts alike: finished statements, each with the command that shows it.
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { hasPresetName, type Metric } from '../../numbers/domain/metrics.ts'
import { plainName } from '../../overview/slack/team-figures.ts'
import { clip } from '../../slack/mrkdwn.ts'
import type { About, Fact, RenderedClaim } from '../domain/fact.ts'

const NAME_LENGTH = 60
const QUOTE_LENGTH = 200
/** Longer ones are cut before they are cleaned up. */
const READ_LENGTH = 500

/** What holds for all facts about one person, team or metric of one command. */
export interface Of {
  about: About
  /** Of which period. Missing: of none. */
  period?: string
  /** What is typed after `/kpi`. */
  command: string
}

const sourceOf = (command: string): Fact['source'] => ({ command: `/kpi ${command}` })

/** What opens and closes a quote in a statement, and what looks like it: within one, single marks stand for them. */
const QUOTES: readonly (readonly [RegExp, string])[] = [
  [/[“„‟❝〝]/gu, '‘'],
  [/[”″〞〟❞]/gu, '’'],
  [/["＂]/gu, "'"],
  [/[「﹁｢]/gu, '『'],
  [/[」﹂｣]/gu, '』'],
]
/** What parts names of a list, closes it, or parts statements. */
const AFTER_NAMES = /[,，､、:：;；()（）﹙﹚｟｠]|(?<=^|\s)·|·(?=\s|$)/gu
const AFTER_METRICS = /[,，､、:：;；]|(?<=^|\s)·|·(?=\s|$)/gu

const withoutQuotes = (text: string): string =>
  QUOTES.reduce((all, [mark, single]) => all.replace(mark, single), text)
const withoutSigns = (name: string, signs: RegExp): string =>
  cleanText(withoutQuotes(name).replace(signs, ' '), READ_LENGTH)

/** As it is shown: a name may be anything that somebody typed, and reads as one name wherever it stands. Empty: nothing is left. */
export const shortName = (name: string): string =>
  clip(withoutSigns(cleanText(name, READ_LENGTH), AFTER_NAMES), NAME_LENGTH)
/** To stand in quotes, which it cannot close. */
export const shortQuote = (text: string): string =>
  clip(withoutQuotes(cleanText(text, READ_LENGTH)), QUOTE_LENGTH)

export const aboutReader = (id: string, t: Translate): About => ({
  ...{ id, name: t('ask.you'), before: t('ask.your'), sentAs: null },
})

/** Somebody who is read of, unless it is the reader. */
export const aboutPerson = (id: string, name: string, t: Translate): About => ({
  ...{ id, name: shortName(name) || t('overview.someone'), sentAs: 'names-of-people' },
})

export const aboutTeam = (id: string, name: string): About => ({
  ...{ id, name: shortName(name) || '…', sentAs: 'names-of-teams' },
})

/** `text` as `Fact` wants it. */
export const fact = (
  key: string,
  text: string,
  fields: Fact['fields'],
  { about, period, command }: Of,
): Fact => ({
  ...{ key, about, text, period: period ?? null, source: sourceOf(command) },
  fields: period === undefined ? fields : [...fields, 'dates'],
})

/** 'calls: 52 of 60, 87% of the target' */
export const metricSaid = (metric: string, said: readonly string[], t: Translate): string =>
  t('ai-text.standing', { metric, said: said.join(t('ask.clauseSeparator')) })

/** One that a team gave may be anything, too. */
export const labelOf = (metric: Metric, t: Translate): string => {
  const name = plainName(metric, t)
  return hasPresetName(metric) ? name : withoutSigns(name, AFTER_METRICS) || '…'
}

/** In the middle of a sentence: 'calls'; names that a team gave stay as they are. */
export const nameInside = (metric: Metric, t: Translate): string => {
  const name = labelOf(metric, t)
  return hasPresetName(metric) && t.locale === 'en' ? name.toLowerCase() : name
}

/** Of words of ours: 'Done as planned' is 'done as planned'. */
export const inside = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** A sentence of ours, where no model writes. */
export const plainClaim = (text: string, command: string, part: string | null = null): RenderedClaim => ({
  ...{ text, sources: [sourceOf(command).command], part },
})
