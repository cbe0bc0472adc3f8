// Every sentence of the audit, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../../core/i18n/translate.ts'
import { audit as en } from './en/audit.ts'
import { audit as zhCn } from './zh-cn/audit.ts'
import { audit as zhTw } from './zh-tw/audit.ts'

export const words: Words<keyof typeof en> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw }

declare module '../../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
