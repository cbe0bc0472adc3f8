// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../../core/i18n/translate.ts'
import { help as helpEn } from './en/help.ts'
import { insight as insightEn } from './en/insight.ts'
import { report as reportEn } from './en/report.ts'
import { help as helpZhCn } from './zh-cn/help.ts'
import { insight as insightZhCn } from './zh-cn/insight.ts'
import { report as reportZhCn } from './zh-cn/report.ts'
import { help as helpZhTw } from './zh-tw/help.ts'
import { insight as insightZhTw } from './zh-tw/insight.ts'
import { report as reportZhTw } from './zh-tw/report.ts'

const en = { ...helpEn, ...insightEn, ...reportEn } as const

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': { ...helpZhCn, ...insightZhCn, ...reportZhCn },
  'zh-TW': { ...helpZhTw, ...insightZhTw, ...reportZhTw },
}

declare module '../../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
