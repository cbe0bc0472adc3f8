// The words of the stand-in model, in each language: what it writes beside the facts.
import type { Language } from './conversation.ts'

interface Words {
  end: string
  /** Between two sentences. */
  space: string
  /** Where advice is wanted. */
  advice: string
  nothing: string
}

export const SAID: Readonly<Record<Language, Words>> = {
  en: {
    ...{ end: '.', space: ' ', advice: 'Ask what would make the work easier.' },
    nothing: 'There is nothing to tell.',
  },
  'zh-CN': { ...{ end: '。', space: '', advice: '建议先了解哪里需要支持。' }, nothing: '没有可说的内容。' },
  'zh-TW': { ...{ end: '。', space: '', advice: '建議先了解哪裡需要支援。' }, nothing: '沒有可說的內容。' },
}

/** It says itself what it is: this stands below each of its answers. */
export const IS_STAND_IN: Readonly<Record<Language, string>> = {
  en: 'whatever needs a real language model; here the demo’s stand-in goes by keywords',
  'zh-CN': '需要真正的语言模型才能回答的内容；这里由演示用的替身按关键词作答',
  'zh-TW': '需要真正的語言模型才能回答的內容；這裡由展示用的替身按關鍵字作答',
}
