// 简体中文: the list of open warnings.
import type { risks as en } from '../en/risks.ts'
export const risks: Readonly<Record<keyof typeof en, string>> = {
  'help.risks': '`/kpi 预警` 查看您和团队未解除的预警，以及谁在跟进',
  'risks.own': '{count, plural, =0 {您没有未解除的预警。} other {*您的预警* · # 条}}',
  'risks.team': '{count, plural, =0 {团队没有未解除的预警。} other {*团队预警* · # 条}}',
  'risks.more': '还有 {count} 条不那么紧急的，处理完上面的就会显示。',
  'risks.homeTitle': '您的预警',
  'risks.homeMore': '还有 {count} 条： `/kpi 预警`',
  'risks.since': '{date}起',
  'risks.nobodyYet': ':hourglass: 还没有人跟进。',
}
