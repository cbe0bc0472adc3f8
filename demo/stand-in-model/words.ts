// The words of the stand-in model, in each language: what it writes beside the facts.
import type { Language } from './conversation.ts'

interface Words {
  end: string
  /** Between two sentences. */
  space: string
  nothing: string
}

export const SAID: Readonly<Record<Language, Words>> = {
  en: {
    ...{ end: '.', space: ' ' },
    nothing: 'There is nothing to tell.',
  },
  'zh-CN': { ...{ end: '。', space: '' }, nothing: '没有可说的内容。' },
  'zh-TW': { ...{ end: '。', space: '' }, nothing: '沒有可說的內容。' },
}
