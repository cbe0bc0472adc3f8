// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../core/i18n/translate.ts'
import { cascade as cascadeEn } from './en/cascade.ts'
import { help as helpEn } from './en/help.ts'
import { table as tableEn } from './en/table.ts'
import { target as targetEn } from './en/target.ts'
import { cascade as cascadeZhCn } from './zh-cn/cascade.ts'
import { help as helpZhCn } from './zh-cn/help.ts'
import { table as tableZhCn } from './zh-cn/table.ts'
import { target as targetZhCn } from './zh-cn/target.ts'
import { cascade as cascadeZhTw } from './zh-tw/cascade.ts'
import { help as helpZhTw } from './zh-tw/help.ts'
import { table as tableZhTw } from './zh-tw/table.ts'
import { target as targetZhTw } from './zh-tw/target.ts'

const en = { ...cascadeEn, ...helpEn, ...tableEn, ...targetEn } as const

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': { ...cascadeZhCn, ...helpZhCn, ...tableZhCn, ...targetZhCn },
  'zh-TW': { ...cascadeZhTw, ...helpZhTw, ...tableZhTw, ...targetZhTw },
}

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
