// The only words that a model may write beside a fact: they join statements or point at one, and say nothing themselves.
import type { Locale } from '../../core/i18n/locale.ts'

/** No negation, exception, rank, trend, time, cause, share or sum, and nothing that could add to a list: whatever is made of these, the statements alone say something. */
export const LINKING_WORDS: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    ...['and', 'while', 'whereas', 'also', 'in addition', 'at the same time'],
    ...['here is how things stand', 'here is what the facts say', 'this is what is known', 'in short'],
    ...[
      'look at',
      'look first at',
      'have a look at',
      'start with',
      'start the talk with',
      'talk about',
      'ask about',
    ],
    ...[
      'go on with',
      'then go on with',
      'to keep in mind',
      'what to look at',
      'for the talk',
      'as for the plan',
    ],
    ...['as for the results', 'as for the numbers', 'on the other hand'],
  ],
  'zh-CN': [
    ...['同时', '此外', '另外', '再看', '情况如下', '具体如下', '总的来看', '简单来说'],
    ...[
      '请看',
      '请关注',
      '请先关注',
      '可以先看',
      '可以先谈',
      '接着可以谈',
      '建议关注',
      '建议先关注',
      '建议先了解',
    ],
    ...['面谈时可以谈', '值得关注的是', '另一方面', '结果方面', '计划方面', '数据方面'],
  ],
  'zh-TW': [
    ...['同時', '此外', '另外', '再看', '情況如下', '具體如下', '整體來看', '簡單來說'],
    ...[
      '請看',
      '請關注',
      '請先關注',
      '可以先看',
      '可以先談',
      '接著可以談',
      '建議關注',
      '建議先關注',
      '建議先了解',
    ],
    ...['面談時可以談', '值得關注的是', '另一方面', '結果方面', '計畫方面', '數字方面'],
  ],
}

const PATTERNS = Object.fromEntries(
  Object.entries(LINKING_WORDS).map(([locale, phrases]) => {
    const longestFirst = phrases.toSorted((one, other) => other.length - one.length).join('|')
    const edge = locale === 'en' ? String.raw`(?<!\p{L})(?:${longestFirst})(?!\p{L})` : longestFirst
    return [locale, new RegExp(edge, 'giu')]
  }),
) as Record<Locale, RegExp>

/** Null: nothing but linking words and plain punctuation. Else the rest. */
export function otherWords(text: string, locale: Locale): string | null {
  const rest = text.replace(PATTERNS[locale], ' ')
  return /[^ ,:;，：；、]+/u.exec(rest)?.[0] ?? null
}
