// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../core/i18n/translate.ts'
import { win as en } from './en/win.ts'
import { win as zhCn } from './zh-cn/win.ts'
import { win as zhTw } from './zh-tw/win.ts'

export const words: Words<keyof typeof en> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw }

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
