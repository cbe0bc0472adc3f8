// Every sentence of warnings, in each language.
import type { Words } from '../../core/i18n/translate.ts'
import { warning as en } from './en/warning.ts'
import { warning as zhCn } from './zh-cn/warning.ts'
import { warning as zhTw } from './zh-tw/warning.ts'

export const words: Words<keyof typeof en> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw }

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
