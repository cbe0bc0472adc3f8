// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../core/i18n/translate.ts'
import { review as en } from './en/review.ts'
import { review as zhCn } from './zh-cn/review.ts'
import { review as zhTw } from './zh-tw/review.ts'

export const words: Words<keyof typeof en> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw }

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
