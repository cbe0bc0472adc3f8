// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../core/i18n/translate.ts'
import { digest as digestEn } from './en/digest.ts'
import { morning as morningEn } from './en/morning.ts'
import { overview as overviewEn } from './en/overview.ts'
import { rep as repEn } from './en/rep.ts'
import { teams as teamsEn } from './en/teams.ts'
import { digest as digestZhCn } from './zh-cn/digest.ts'
import { morning as morningZhCn } from './zh-cn/morning.ts'
import { overview as overviewZhCn } from './zh-cn/overview.ts'
import { rep as repZhCn } from './zh-cn/rep.ts'
import { teams as teamsZhCn } from './zh-cn/teams.ts'
import { digest as digestZhTw } from './zh-tw/digest.ts'
import { morning as morningZhTw } from './zh-tw/morning.ts'
import { overview as overviewZhTw } from './zh-tw/overview.ts'
import { rep as repZhTw } from './zh-tw/rep.ts'
import { teams as teamsZhTw } from './zh-tw/teams.ts'

const en = { ...digestEn, ...morningEn, ...overviewEn, ...repEn, ...teamsEn } as const

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': { ...digestZhCn, ...morningZhCn, ...overviewZhCn, ...repZhCn, ...teamsZhCn },
  'zh-TW': { ...digestZhTw, ...morningZhTw, ...overviewZhTw, ...repZhTw, ...teamsZhTw },
}

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
