// Every sentence of warnings, in each language.
import type { Words } from '../../core/i18n/translate.ts'
import { details as enDetails } from './en/details.ts'
import { digest as enDigest } from './en/digest.ts'
import { dryRun as enDryRun } from './en/dry-run.ts'
import { quality as enQuality } from './en/quality.ts'
import { raised as enRaised } from './en/raised.ts'
import { risks as enRisks } from './en/risks.ts'
import { rules as enRules } from './en/rules.ts'
import { warning as enWarning } from './en/warning.ts'
import { details as zhCnDetails } from './zh-cn/details.ts'
import { digest as zhCnDigest } from './zh-cn/digest.ts'
import { dryRun as zhCnDryRun } from './zh-cn/dry-run.ts'
import { quality as zhCnQuality } from './zh-cn/quality.ts'
import { raised as zhCnRaised } from './zh-cn/raised.ts'
import { risks as zhCnRisks } from './zh-cn/risks.ts'
import { rules as zhCnRules } from './zh-cn/rules.ts'
import { warning as zhCnWarning } from './zh-cn/warning.ts'
import { details as zhTwDetails } from './zh-tw/details.ts'
import { digest as zhTwDigest } from './zh-tw/digest.ts'
import { dryRun as zhTwDryRun } from './zh-tw/dry-run.ts'
import { quality as zhTwQuality } from './zh-tw/quality.ts'
import { raised as zhTwRaised } from './zh-tw/raised.ts'
import { risks as zhTwRisks } from './zh-tw/risks.ts'
import { rules as zhTwRules } from './zh-tw/rules.ts'
import { warning as zhTwWarning } from './zh-tw/warning.ts'

const en = {
  ...enWarning,
  ...enRisks,
  ...enRaised,
  ...enDetails,
  ...enDigest,
  ...enRules,
  ...enDryRun,
  ...enQuality,
}

export const words: Words<keyof typeof en> = {
  en,
  'zh-CN': {
    ...zhCnWarning,
    ...zhCnRisks,
    ...zhCnRaised,
    ...zhCnDetails,
    ...zhCnDigest,
    ...zhCnRules,
    ...zhCnDryRun,
    ...zhCnQuality,
  },
  'zh-TW': {
    ...zhTwWarning,
    ...zhTwRisks,
    ...zhTwRaised,
    ...zhTwDetails,
    ...zhTwDigest,
    ...zhTwRules,
    ...zhTwDryRun,
    ...zhTwQuality,
  },
}

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
