// 繁體中文: many warnings in one message.
import type { digest as en } from '../en/digest.ts'
export const digest: Readonly<Record<keyof typeof en, string>> = {
  'digest.head': '{count, plural, =1 {*1 則預警*} other {*一次彙整 # 則預警* ，最緊急的在前}}',
  'digest.allOver': ':white_check_mark: 這些預警都已結束。',
  'digest.notYours': '這些預警已不再由您跟進。',
  'digest.more': '還有 {count} 則： `/kpi 預警`',
  'digest.overHead': '已結束：',
  'digest.over': '~{about}~ {end}',
  'digest.moreOver': '另有 {count} 則已結束。',
  'digest.show': '查看未結束的預警',
}
