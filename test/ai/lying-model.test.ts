// A model that lies in every way it can: whatever is shown holds no figure, name or trend but those of the facts.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkClaims } from '../../src/ai/domain/check-text.ts'
import { piecesOf } from '../../src/ai/domain/claims.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import { sheetIn, VOCABULARY } from './a-sheet.ts'

/** True sentences, and what a liar puts into them. */
const TRUE: Record<Locale, readonly string[]> = {
  en: [
    'You have {{calls}} calls {{week}}.',
    '{{ben}} has {{ben-calls}} calls.',
    'Start with the open offers.',
  ],
  'zh-CN': [
    '{{week}}您的通话量为 {{calls}}。',
    '{{ben}}的通话量为 {{ben-calls}}。',
    '建议先跟进未成交的客户。',
  ],
  'zh-TW': [
    '{{week}}您的通話數為 {{calls}}。',
    '{{ben}}的通話數為 {{ben-calls}}。',
    '建議先跟進尚未成交的客戶。',
  ],
}
const LIES: Record<Locale, readonly string[]> = {
  en: [
    '48',
    '７',
    'twelve',
    'half',
    'doubled',
    '5k',
    '30%',
    'Brandon',
    'Ben',
    'rising',
    'the best',
    'Monday',
    'last month',
    '€5',
    '{{orders}}',
    '<!channel>',
    'two more',
    'a dozen',
  ],
  'zh-CN': [
    '48',
    '７',
    '十二',
    '一半',
    '翻倍',
    '万元',
    '百分之三',
    '王伟',
    '林伟',
    '上升',
    '最好',
    '周一',
    '上个月',
    '￥5',
    '{{orders}}',
    '<!channel>',
    '两个',
    '小张',
  ],
  'zh-TW': [
    '48',
    '７',
    '十二',
    '一半',
    '翻倍',
    '萬元',
    '百分之三',
    '陳曉明',
    '劉洋',
    '上升',
    '最好',
    '週一',
    '上個月',
    '＄5',
    '{{orders}}',
    '<!channel>',
    '兩個',
    '小張',
  ],
}

const checked = (text: string, locale: Locale) =>
  checkClaims(
    { claims: [TRUE[locale][0]!, text].map((one) => ({ text: one, part: null })), notCovered: [] },
    sheetIn(locale),
    VOCABULARY,
  )

test.each(LOCALES)('a lie anywhere in a true sentence refuses it: %s', (locale) => {
  const lie = fc.record({
    text: fc.constantFrom(...TRUE[locale]),
    word: fc.constantFrom(...LIES[locale]),
    at: fc.nat(60),
  })
  fc.assert(
    fc.property(lie, ({ text, word, at }) => {
      // Between words and placeholders: inside of them it would be another word.
      const pieces = piecesOf(text).flatMap(({ words, key }) =>
        key === null ? (locale === 'en' ? words!.split(/(?<=\s)/u) : [words!]) : [`{{${key}}}`],
      )
      const index = at % (pieces.length + 1)
      const [before, after] = [pieces.slice(0, index).join(''), pieces.slice(index).join('')]
      const space = locale === 'en' ? ' ' : ''
      expect(checked(text, locale).ok).toBe(true)
      expect(checked(before.trimEnd() + space + word + space + after.trimStart(), locale).ok).toBe(false)
    }),
    { numRuns: 60 },
  )
})

test('whatever is shown says each figure as its fact does, beside whom it is about', () => {
  const keys = sheetIn('en').facts.map(({ key }) => `{{${key}}}`)
  const word = fc.constantFrom(
    ...keys,
    'you',
    'have',
    'calls',
    'visits',
    'of',
    'and',
    'rose',
    'ahead',
    'not',
    'to',
    'more',
    'than',
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 9 }), (words) => {
      const text = `We ${words.join(' ')}.`
      const shown = checked(text, 'en')
      if (!shown.ok) return
      const used = piecesOf(text).flatMap(({ key }) => (key === null ? [] : [key]))
      const facts = sheetIn('en').facts.filter(({ key }) => used.includes(key))
      const figures = facts.filter(({ kind }) => kind === 'number' || kind === 'direction')
      const names = new Set(
        facts.flatMap(({ kind, subject }) => (kind === 'name' && subject ? [subject] : [])),
      )
      const rest = facts.reduce((all, fact) => all.replaceAll(fact.text, ''), shown.claims[1]!.text)
      expect(rest).not.toMatch(/\d|Ben|Mia|Keller|Hartmann|\{\{/u)
      expect(new Set(figures.map(({ subject }) => subject)).size).toBeLessThanOrEqual(1)
      if (figures.length > 0 && names.size > 0)
        expect(names).toEqual(new Set(figures.map(({ subject }) => subject)))
      if (/rose|ahead/u.test(text)) expect(facts.some(({ kind }) => kind === 'direction')).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('any text whatever is read in time, and never throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 420 }),
      fc.constantFrom(...LOCALES),
      (text, locale) => {
        const shown = checked(text, locale)
        if (shown.ok) expect(shown.claims[1]!.text).not.toMatch(/[\p{N}<>@%€$]/u)
      },
    ),
    { numRuns: 60 },
  )
  for (const piece of ['to ', 'one more ', '{{', 'more x than ', 'not ', '一', '不', 'a-', 'going up '])
    for (const locale of LOCALES) checked(piece.repeat(400 / piece.length), locale)
})
