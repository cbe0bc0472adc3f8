// Every sentence of warnings, in each language.
import type { Words } from '../../core/i18n/translate.ts'
import { risks as enRisks } from './en/risks.ts'
import { warning as enWarning } from './en/warning.ts'
import { risks as zhCnRisks } from './zh-cn/risks.ts'
import { warning as zhCnWarning } from './zh-cn/warning.ts'
import { risks as zhTwRisks } from './zh-tw/risks.ts'
import { warning as zhTwWarning } from './zh-tw/warning.ts'

const en = { ...enWarning, ...enRisks }

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': { ...zhCnWarning, ...zhCnRisks },
  'zh-TW': { ...zhTwWarning, ...zhTwRisks },
}

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
