// Puts the facts into checked sentences, and before them whom they are about.
import type { Claims } from './claims.ts'
import { sentencesOf } from './claims.ts'
import type { Fact, FactSheet, RenderedClaim } from './fact.ts'

const AFTER_NAME = { en: ', ', 'zh-CN': ' · ', 'zh-TW': ' · ' } as const

/** '(March 2026)' behind a statement, in Chinese before it. */
const WITHIN = {
  en: (text: string, period: string) => `${text} (${period})`,
  'zh-CN': (text: string, period: string) => `${period} · ${text}`,
  'zh-TW': (text: string, period: string) => `${period} · ${text}`,
} as const

/**
 * Only where the whole text is about whom the sheet is about, no name is needed. Else each claim names whom its first fact
 * is about, and then whoever follows. Likewise each fact says its period, unless that of the sheet is the whole text's.
 */
export function renderClaims(
  claims: Claims['claims'],
  facts: ReadonlyMap<string, Fact>,
  sheet: FactSheet,
): RenderedClaim[] {
  const read = claims.map(({ text, part }) => {
    const sentences = sentencesOf(text)
    return { part, sentences, told: sentences.flatMap(({ keys }) => keys.map((key) => facts.get(key)!)) }
  })
  const needsNames = read.some(({ told }) => told.some(({ about }) => about.id !== sheet.about))
  const needsPeriods = read.some(({ told }) => told.some(({ period }) => period !== sheet.period))
  return read.map(({ part, sentences, told }) => {
    let at = 0
    const next = (): string => {
      const { about, period, ...fact } = told[at]!
      const text = needsPeriods && period !== null ? WITHIN[sheet.locale](fact.text, period) : fact.text
      const isNew = needsNames && about.id !== told[at - 1]?.about.id
      at += 1
      return isNew ? about.name + AFTER_NAME[sheet.locale] + text : text
    }
    const written = sentences.map(({ between: [first = '', ...others] }) =>
      capital(others.reduce((all, words) => all + next() + words, first).trim(), sheet),
    )
    return {
      part,
      text: written.join(sheet.locale === 'en' ? ' ' : ''),
      sources: [...new Set(told.map(({ source }) => source.command))],
    }
  })
}

const capital = (text: string, { locale }: FactSheet): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
