// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../../core/i18n/translate.ts'
import { help as helpEn } from './en/help.ts'
import { standup as standupEn } from './en/standup.ts'
import { help as helpZhCn } from './zh-cn/help.ts'
import { standup as standupZhCn } from './zh-cn/standup.ts'
import { help as helpZhTw } from './zh-tw/help.ts'
import { standup as standupZhTw } from './zh-tw/standup.ts'

const en = { ...helpEn, ...standupEn } as const

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': { ...helpZhCn, ...standupZhCn },
  'zh-TW': { ...helpZhTw, ...standupZhTw },
}

declare module '../../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
