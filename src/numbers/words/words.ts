// Every sentence of this room, in each language; the compiler holds the others to the keys of the English one.
import type { Words } from '../../core/i18n/translate.ts'
import { audit as auditEn } from './en/audit.ts'
import { catalogue as catalogueEn } from './en/catalogue.ts'
import { correct as correctEn } from './en/correct.ts'
import { help as helpEn } from './en/help.ts'
import { log as logEn } from './en/log.ts'
import { me as meEn } from './en/me.ts'
import { metric as metricEn } from './en/metric.ts'
import { rates as ratesEn } from './en/rates.ts'
import { audit as auditZhCn } from './zh-cn/audit.ts'
import { catalogue as catalogueZhCn } from './zh-cn/catalogue.ts'
import { correct as correctZhCn } from './zh-cn/correct.ts'
import { help as helpZhCn } from './zh-cn/help.ts'
import { log as logZhCn } from './zh-cn/log.ts'
import { me as meZhCn } from './zh-cn/me.ts'
import { metric as metricZhCn } from './zh-cn/metric.ts'
import { rates as ratesZhCn } from './zh-cn/rates.ts'
import { audit as auditZhTw } from './zh-tw/audit.ts'
import { catalogue as catalogueZhTw } from './zh-tw/catalogue.ts'
import { correct as correctZhTw } from './zh-tw/correct.ts'
import { help as helpZhTw } from './zh-tw/help.ts'
import { log as logZhTw } from './zh-tw/log.ts'
import { me as meZhTw } from './zh-tw/me.ts'
import { metric as metricZhTw } from './zh-tw/metric.ts'
import { rates as ratesZhTw } from './zh-tw/rates.ts'

const en = {
  ...auditEn,
  ...catalogueEn,
  ...correctEn,
  ...helpEn,
  ...logEn,
  ...meEn,
  ...metricEn,
  ...ratesEn,
} as const

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': {
    ...auditZhCn,
    ...catalogueZhCn,
    ...correctZhCn,
    ...helpZhCn,
    ...logZhCn,
    ...meZhCn,
    ...metricZhCn,
    ...ratesZhCn,
  },
  'zh-TW': {
    ...auditZhTw,
    ...catalogueZhTw,
    ...correctZhTw,
    ...helpZhTw,
    ...logZhTw,
    ...meZhTw,
    ...metricZhTw,
    ...ratesZhTw,
  },
}

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
