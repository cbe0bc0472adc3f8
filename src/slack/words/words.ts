// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../core/i18n/translate.ts'
import { command as commandEn } from './en/command.ts'
import { dates as datesEn } from './en/dates.ts'
import { home as homeEn } from './en/home.ts'
import { command as commandZhCn } from './zh-cn/command.ts'
import { dates as datesZhCn } from './zh-cn/dates.ts'
import { home as homeZhCn } from './zh-cn/home.ts'
import { command as commandZhTw } from './zh-tw/command.ts'
import { dates as datesZhTw } from './zh-tw/dates.ts'
import { home as homeZhTw } from './zh-tw/home.ts'

const en = { ...commandEn, ...datesEn, ...homeEn } as const

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': { ...commandZhCn, ...datesZhCn, ...homeZhCn },
  'zh-TW': { ...commandZhTw, ...datesZhTw, ...homeZhTw },
}

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
