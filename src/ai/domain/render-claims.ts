// Puts the facts into checked sentences, and before them whom they are about.
import type { Locale } from '../../core/i18n/locale.ts'
import type { Claims } from './claims.ts'
import { sentencesOf } from './claims.ts'
import type { About, Fact, FactSheet, RenderedClaim } from './fact.ts'

const AFTER_NAME = { en: ', ', 'zh-CN': ' · ', 'zh-TW': ' · ' } as const
/** Ours, whatever sign a model ends a sentence with. */
const FULL_STOP = { en: '.', 'zh-CN': '。', 'zh-TW': '。' } as const
const AFTER_OWNER = { en: ' ', 'zh-CN': '', 'zh-TW': '' } as const

/** '(March 2026)' behind a statement, in Chinese before it. */
const WITHIN = {
  en: (text: string, period: string) => `${text} (${period})`,
  'zh-CN': (text: string, period: string) => `${period} · ${text}`,
  'zh-TW': (text: string, period: string) => `${period} · ${text}`,
} as const

/**
 * Only where a title names whom the whole text is about, no name is needed. Else each claim says whom its first fact is
 * about ('your calls: …'), and then whoever follows: nothing that is the reader's passes for somebody else's. Likewise each fact says its period, unless that of the sheet is the whole text's.
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
      const within = (text: string) =>
        needsPeriods && period !== null ? WITHIN[sheet.locale](text, period) : text
      const isNew = needsNames && !isSame(about, told[at - 1]?.about)
      at += 1
      return isNew ? named(fact.text, about, sheet.locale, within) : within(fact.text)
    }
    const written = sentences.map(({ between: [first = '', ...others] }) => {
      const last = others.length - 1
      const joined = others.reduce((all, words, index) => all + next() + (index < last ? words : ''), first)
      return capital(joined.trim() + (last < 0 ? '' : FULL_STOP[sheet.locale]), sheet)
    })
    return {
      part,
      text: written.join(sheet.locale === 'en' ? ' ' : ''),
      sources: [...new Set(told.map(({ source }) => source.command))],
    }
  })
}

const isSame = (one: About, other: About | undefined): boolean =>
  one.id === other?.id && one.before === other.before

function named(
  text: string,
  { name, before }: About,
  locale: Locale,
  within: (text: string) => string,
): string {
  if (before === undefined) return name + AFTER_NAME[locale] + within(text)
  return within(before === '' ? text : before + AFTER_OWNER[locale] + text)
}

const capital = (text: string, { locale }: FactSheet): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
