// The texts of the page in its three languages, chosen by the browser's language.
import { createContext, useContext } from 'react'
import { en, type Words } from './words/en.ts'
import { zhCN } from './words/zh-cn.ts'
import { zhTW } from './words/zh-tw.ts'

export interface Language {
  /** For `<html lang>` and Intl. */
  tag: 'en' | 'zh-CN' | 'zh-TW'
  words: Words
}

/** The first of the browser's languages that there are words for; English otherwise. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^zh\b.*(tw|hk|mo|hant)/i.test(tag)) return { tag: 'zh-TW', words: zhTW }
    if (/^zh\b/i.test(tag)) return { tag: 'zh-CN', words: zhCN }
    if (/^en\b/i.test(tag)) break
  }
  return { tag: 'en', words: en }
}

const LanguageContext = createContext<Language>({ tag: 'en', words: en })
export const LanguageProvider = LanguageContext.Provider

export const useWords = (): Words => useContext(LanguageContext).words
export const useLanguage = (): Language => useContext(LanguageContext)
