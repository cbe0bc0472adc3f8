// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../core/i18n/translate.ts'
import { help as helpEn } from './en/help.ts'
import { setup as setupEn } from './en/setup.ts'
import { help as helpZhCn } from './zh-cn/help.ts'
import { setup as setupZhCn } from './zh-cn/setup.ts'
import { help as helpZhTw } from './zh-tw/help.ts'
import { setup as setupZhTw } from './zh-tw/setup.ts'

const en = { ...helpEn, ...setupEn } as const

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': { ...helpZhCn, ...setupZhCn },
  'zh-TW': { ...helpZhTw, ...setupZhTw },
}

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
