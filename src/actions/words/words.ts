// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../core/i18n/translate.ts'
import { todo as en } from './en/todo.ts'
import { todo as zhCn } from './zh-cn/todo.ts'
import { todo as zhTw } from './zh-tw/todo.ts'

export const words: Words<keyof typeof en> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw }

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
