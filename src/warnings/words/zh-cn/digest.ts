// 简体中文: many warnings in one message.
import type { digest as en } from '../en/digest.ts'
export const digest: Readonly<Record<keyof typeof en, string>> = {
  'digest.head': '{count, plural, =1 {*1 条预警*} other {*一次汇总 # 条预警* ，最紧急的在前}}',
  'digest.allOver': ':white_check_mark: 这些预警都已结束。',
  'digest.notYours': '这些预警已不再由您跟进。',
  'digest.more': '还有 {count} 条： `/kpi 预警`',
  'digest.overHead': '已结束：',
  'digest.over': '~{about}~ {end}',
  'digest.moreOver': '另有 {count} 条已结束。',
  'digest.show': '查看未结束的预警',
}
