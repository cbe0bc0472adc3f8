// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../../core/i18n/translate.ts'
import { help as helpEn } from './en/help.ts'
import { report as reportEn } from './en/report.ts'
import { help as helpZhCn } from './zh-cn/help.ts'
import { report as reportZhCn } from './zh-cn/report.ts'
import { help as helpZhTw } from './zh-tw/help.ts'
import { report as reportZhTw } from './zh-tw/report.ts'

const en = { ...helpEn, ...reportEn } as const

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': { ...helpZhCn, ...reportZhCn },
  'zh-TW': { ...helpZhTw, ...reportZhTw },
}

declare module '../../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
