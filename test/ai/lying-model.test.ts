// A model that lies in every way it can: whatever is shown is made of finished statements, each beside whom it is about.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkClaims } from '../../src/ai/domain/check-text.ts'
import { LINKING_WORDS } from '../../src/ai/domain/linking-words.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import { sheetIn } from './a-sheet.ts'

const checked = (text: string, locale: Locale, more: Parameters<typeof sheetIn>[1] = {}) =>
  checkClaims({ claims: [{ text, part: null }], notCovered: [] }, sheetIn(locale, more))

/** Words of all kinds, those that may stand beside a fact among them. */
const WORDS: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'you',
    'have',
    'calls',
    'of',
    'rose',
    'ahead',
    'not',
    'only',
    '48',
    'half',
    'Ben',
    'today',
    'all',
    '%',
  ],
  'zh-CN': ['您', '通话量', '上升', '不', '只', '48', '一半', '王伟', '今天', '万', '都', '共', '%'],
  'zh-TW': ['您', '通話數', '上升', '不', '只', '48', '一半', '王偉', '今天', '萬', '都', '共', '%'],
}

test.each(LOCALES)('what is shown is statements and linking words alone: %s', (locale) => {
  const { facts } = sheetIn(locale)
  const sign = locale === 'en' ? ['.', ', ', '; ', ': '] : ['。', '，', '；', '：']
  const word = fc.constantFrom(
    ...facts.map(({ key }) => `{{${key}}}`),
    ...facts.map(({ key }) => `{{${key}}}`),
    ...[...sign, ...LINKING_WORDS[locale], ...WORDS[locale]],
  )
  let shownOnes = 0
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 7 }), (words) => {
      const shown = checked(words.join(locale === 'en' ? ' ' : ''), locale)
      if (!shown.ok) return
      shownOnes += 1
      const texts = facts.toSorted((one, other) => other.text.length - one.text.length)
      const rest = texts.reduce(
        (all, { text }) => all.replaceAll(new RegExp(escaped(text), 'giu'), ' '),
        shown.claims[0]!.text,
      )
      const unnamed = facts.reduce((all, { about }) => all.replaceAll(about.name, ' '), rest)
      const links = LINKING_WORDS[locale].toSorted((one, other) => other.length - one.length).join('|')
      expect(unnamed.replaceAll(new RegExp(links, 'giu'), ' ')).toMatch(/^[ .,:;·。，：；]*$/u)
    }),
    { numRuns: 2000 },
  )
  expect(shownOnes).toBeGreaterThan(20)
})

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)

test('whom a statement is about stands before it wherever that changes', () => {
  const shown = (text: string, about: string | null = 'U0MIA') => {
    const answer = checked(text, 'en', { about })
    return answer.ok ? answer.claims[0]!.text : answer.reason
  }
  expect(shown('{{calls}}. {{visits}}.')).toBe('Calls: 48 of 60 (this week). Visits: 6 of 10 (this week).')
  expect(shown('{{calls}}, {{visits}}.', 'U0BEN')).toBe(
    'Mia Keller, calls: 48 of 60 (this week), visits: 6 of 10 (this week).',
  )
  expect(shown('Look first at {{ben-calls}}; and {{calls}}.')).toBe(
    'Look first at Ben Hartmann, calls: 33 of 60 (this week); and Mia Keller, calls: 48 of 60 (this week).',
  )
  expect(shown('{{ben-calls}}. {{calls}}.')).toContain('Mia Keller, calls: 48')
  // An answer has no title: whatever the question was, each claim says it.
  expect(shown('{{calls}}. {{visits}}.', null)).toBe(
    'Mia Keller, calls: 48 of 60 (this week). Visits: 6 of 10 (this week).',
  )
})

test('any text whatever is read in time, and never throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 420 }),
      fc.constantFrom(...LOCALES),
      (text, locale) => {
        const claims = [
          { text: '{{calls}}.', part: null },
          { text, part: null },
        ]
        const sheet = sheetIn(locale, { mayAdvise: true })
        const shown = checkClaims({ claims, notCovered: [text] }, sheet)
        if (shown.ok) expect(shown.claims[1]!.text).not.toMatch(/[\p{N}<>@%€$]/u)
        if (shown.ok) expect(shown.notCovered.join()).not.toMatch(/[\p{N}<>@%€$]/u)
      },
    ),
    { numRuns: 60 },
  )
  for (const piece of [
    'to ',
    'one more ',
    '{{',
    'more x than ',
    'not ',
    '一',
    '不',
    'a-',
    'going up ',
    'Ask ',
  ])
    for (const locale of LOCALES) checked(piece.repeat(400 / piece.length), locale, { mayAdvise: true })
})
