// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../core/i18n/translate.ts'
import { board as boardEn } from './en/board.ts'
import { home as homeEn } from './en/home.ts'
import { board as boardZhCn } from './zh-cn/board.ts'
import { home as homeZhCn } from './zh-cn/home.ts'
import { board as boardZhTw } from './zh-tw/board.ts'
import { home as homeZhTw } from './zh-tw/home.ts'

const en = { ...boardEn, ...homeEn } as const

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': { ...boardZhCn, ...homeZhCn },
  'zh-TW': { ...boardZhTw, ...homeZhTw },
}

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
