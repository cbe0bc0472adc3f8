// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../core/i18n/translate.ts'
import { board as boardEn } from './en/board.ts'
import { help as helpEn } from './en/help.ts'
import { home as homeEn } from './en/home.ts'
import { board as boardZhCn } from './zh-cn/board.ts'
import { help as helpZhCn } from './zh-cn/help.ts'
import { home as homeZhCn } from './zh-cn/home.ts'
import { board as boardZhTw } from './zh-tw/board.ts'
import { help as helpZhTw } from './zh-tw/help.ts'
import { home as homeZhTw } from './zh-tw/home.ts'

const en = { ...boardEn, ...helpEn, ...homeEn } as const

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': { ...boardZhCn, ...helpZhCn, ...homeZhCn },
  'zh-TW': { ...boardZhTw, ...helpZhTw, ...homeZhTw },
}

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
