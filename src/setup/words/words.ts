// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../core/i18n/translate.ts'
import { help as helpEn } from './en/help.ts'
import { member as memberEn } from './en/member.ts'
import { setup as setupEn } from './en/setup.ts'
import { help as helpZhCn } from './zh-cn/help.ts'
import { member as memberZhCn } from './zh-cn/member.ts'
import { setup as setupZhCn } from './zh-cn/setup.ts'
import { help as helpZhTw } from './zh-tw/help.ts'
import { member as memberZhTw } from './zh-tw/member.ts'
import { setup as setupZhTw } from './zh-tw/setup.ts'

const en = { ...helpEn, ...memberEn, ...setupEn } as const

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': { ...helpZhCn, ...memberZhCn, ...setupZhCn },
  'zh-TW': { ...helpZhTw, ...memberZhTw, ...setupZhTw },
}

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
