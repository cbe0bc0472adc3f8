// The only sentences that may stand in a model's text without a fact: advice for a talk, and what was left out. All of them are ours.
import type { Locale } from '../../core/i18n/locale.ts'

/** A manager reads them: they ask and propose, and say nothing about anybody. */
export const ADVICE: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    ...['Ask what would make the work easier.', 'Ask where help is needed.', 'Ask what is in the way.'],
    ...['Ask what worked well.', 'Ask how the forecast comes about.', 'Ask what the customers say.'],
    ...['Go through the open deals together.', 'Go through the plan for the week together.'],
    ...[
      'Go through the steps of a sale together.',
      'Agree on what to do next.',
      'Agree on a time to look again.',
    ],
    ...['Start with what went well.', 'Offer to join a customer visit.'],
  ],
  'zh-CN': [
    ...['建议先了解哪里需要支持。', '可以问问哪些地方推进不顺。', '可以问问哪些做法有效。'],
    ...['可以问问预测是怎么得出的。', '可以问问客户的反馈。', '建议一起梳理在谈的商机。'],
    ...['建议一起看看这周的计划。', '建议一起过一遍销售流程。', '建议商定下一步做什么。'],
    ...['建议约个时间再看一次。', '可以先谈做得好的地方。', '可以提出一起拜访客户。'],
  ],
  'zh-TW': [
    ...['建議先了解哪裡需要支援。', '可以問問哪些地方推進不順。', '可以問問哪些做法有效。'],
    ...['可以問問預測是怎麼得出的。', '可以問問客戶的回饋。', '建議一起梳理在談的商機。'],
    ...['建議一起看看這週的計畫。', '建議一起走一遍銷售流程。', '建議商定下一步做什麼。'],
    ...['建議約個時間再看一次。', '可以先談做得好的地方。', '可以提出一起拜訪客戶。'],
  ],
}

/** It says itself what it is: this stands below each answer of the demo's stand-in. */
export const IS_STAND_IN: Readonly<Record<Locale, string>> = {
  en: 'whatever needs a real language model; here the demo’s stand-in goes by keywords',
  'zh-CN': '需要真正的语言模型才能回答的内容；这里由演示用的替身按关键词作答',
  'zh-TW': '需要真正的語言模型才能回答的內容；這裡由展示用的替身按關鍵字作答',
}

/** What a text may say that it does not cover, beside what the tools left out. */
export const LEFT_OUT: Readonly<Record<Locale, readonly string[]>> = {
  en: ['why it is so', 'a part of what was asked', 'what is to be done about it'],
  'zh-CN': ['为什么会这样', '所问内容中的一部分', '该怎么做'],
  'zh-TW': ['為什麼會這樣', '所問內容中的一部分', '該怎麼做'],
}

/** No other model may say that it is the stand-in. */
export const leftOutBy = (locale: Locale, byStandIn: boolean): readonly string[] =>
  byStandIn ? [...LEFT_OUT[locale], IS_STAND_IN[locale]] : LEFT_OUT[locale]

const bare = (sentence: string): string => sentence.trim().replace(/[.。]$/u, '')

/** With a full stop or without. */
export const isAdvice = (sentence: string, locale: Locale): boolean =>
  ADVICE[locale].some((one) => bare(one) === bare(sentence))

/** As we write them, each once; whatever else a model says is left out. */
export const leftOutIn = (
  sentences: readonly string[],
  { locale, byStandIn }: { locale: Locale; byStandIn: boolean },
): string[] => {
  const said = new Set(sentences.map(bare))
  return leftOutBy(locale, byStandIn).filter((one) => said.has(one))
}
