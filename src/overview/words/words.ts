// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../core/i18n/translate.ts'
import { morning as morningEn } from './en/morning.ts'
import { overview as overviewEn } from './en/overview.ts'
import { rep as repEn } from './en/rep.ts'
import { morning as morningZhCn } from './zh-cn/morning.ts'
import { overview as overviewZhCn } from './zh-cn/overview.ts'
import { rep as repZhCn } from './zh-cn/rep.ts'
import { morning as morningZhTw } from './zh-tw/morning.ts'
import { overview as overviewZhTw } from './zh-tw/overview.ts'
import { rep as repZhTw } from './zh-tw/rep.ts'

const en = { ...morningEn, ...overviewEn, ...repEn } as const

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': { ...morningZhCn, ...overviewZhCn, ...repZhCn },
  'zh-TW': { ...morningZhTw, ...overviewZhTw, ...repZhTw },
}

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
