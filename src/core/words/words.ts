// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../i18n/translate.ts'
import { common as commonEn } from './en/common.ts'
import { common as commonZhCn } from './zh-cn/common.ts'
import { common as commonZhTw } from './zh-tw/common.ts'

const en = { ...commonEn } as const

export const words: Words<keyof typeof en> = { en, 'zh-CN': { ...commonZhCn }, 'zh-TW': { ...commonZhTw } }

declare module '../i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
