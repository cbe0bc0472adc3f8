// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../core/i18n/translate.ts'
import { ai as aiEn } from './en/ai.ts'
import { aiText as aiTextEn } from './en/ai-text.ts'
import { ask as askEn } from './en/ask.ts'
import { privacy as privacyEn } from './en/privacy.ts'
import { ai as aiZhCn } from './zh-cn/ai.ts'
import { aiText as aiTextZhCn } from './zh-cn/ai-text.ts'
import { ask as askZhCn } from './zh-cn/ask.ts'
import { privacy as privacyZhCn } from './zh-cn/privacy.ts'
import { ai as aiZhTw } from './zh-tw/ai.ts'
import { aiText as aiTextZhTw } from './zh-tw/ai-text.ts'
import { ask as askZhTw } from './zh-tw/ask.ts'
import { privacy as privacyZhTw } from './zh-tw/privacy.ts'

const en = { ...aiEn, ...aiTextEn, ...askEn, ...privacyEn } as const

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': { ...aiZhCn, ...aiTextZhCn, ...askZhCn, ...privacyZhCn },
  'zh-TW': { ...aiZhTw, ...aiTextZhTw, ...askZhTw, ...privacyZhTw },
}

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
