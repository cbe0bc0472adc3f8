// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../core/i18n/translate.ts'
import { audit as auditEn } from './en/audit.ts'
import { deliveryProblem as deliveryProblemEn } from './en/delivery-problem.ts'
import { help as helpEn } from './en/help.ts'
import { holidays as holidaysEn } from './en/holidays.ts'
import { home as homeEn } from './en/home.ts'
import { lead as leadEn } from './en/lead.ts'
import { leave as leaveEn } from './en/leave.ts'
import { membership as membershipEn } from './en/membership.ts'
import { standing as standingEn } from './en/standing.ts'
import { team as teamEn } from './en/team.ts'
import { audit as auditZhCn } from './zh-cn/audit.ts'
import { deliveryProblem as deliveryProblemZhCn } from './zh-cn/delivery-problem.ts'
import { help as helpZhCn } from './zh-cn/help.ts'
import { holidays as holidaysZhCn } from './zh-cn/holidays.ts'
import { home as homeZhCn } from './zh-cn/home.ts'
import { lead as leadZhCn } from './zh-cn/lead.ts'
import { leave as leaveZhCn } from './zh-cn/leave.ts'
import { membership as membershipZhCn } from './zh-cn/membership.ts'
import { standing as standingZhCn } from './zh-cn/standing.ts'
import { team as teamZhCn } from './zh-cn/team.ts'
import { audit as auditZhTw } from './zh-tw/audit.ts'
import { deliveryProblem as deliveryProblemZhTw } from './zh-tw/delivery-problem.ts'
import { help as helpZhTw } from './zh-tw/help.ts'
import { holidays as holidaysZhTw } from './zh-tw/holidays.ts'
import { home as homeZhTw } from './zh-tw/home.ts'
import { lead as leadZhTw } from './zh-tw/lead.ts'
import { leave as leaveZhTw } from './zh-tw/leave.ts'
import { membership as membershipZhTw } from './zh-tw/membership.ts'
import { standing as standingZhTw } from './zh-tw/standing.ts'
import { team as teamZhTw } from './zh-tw/team.ts'

const en = {
  ...auditEn,
  ...deliveryProblemEn,
  ...helpEn,
  ...holidaysEn,
  ...homeEn,
  ...leadEn,
  ...leaveEn,
  ...membershipEn,
  ...standingEn,
  ...teamEn,
} as const

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': {
    ...auditZhCn,
    ...deliveryProblemZhCn,
    ...helpZhCn,
    ...holidaysZhCn,
    ...homeZhCn,
    ...leadZhCn,
    ...leaveZhCn,
    ...membershipZhCn,
    ...standingZhCn,
    ...teamZhCn,
  },
  'zh-TW': {
    ...auditZhTw,
    ...deliveryProblemZhTw,
    ...helpZhTw,
    ...holidaysZhTw,
    ...homeZhTw,
    ...leadZhTw,
    ...leaveZhTw,
    ...membershipZhTw,
    ...standingZhTw,
    ...teamZhTw,
  },
}

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
