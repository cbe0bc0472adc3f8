// 繁體中文: the list of open warnings.
import type { risks as en } from '../en/risks.ts'
export const risks: Readonly<Record<keyof typeof en, string>> = {
  'help.risks': '`/kpi 預警` 查看您和團隊未解除的預警，以及誰在跟進',
  'risks.own': '{count, plural, =0 {您沒有未解除的預警。} other {*您的預警* · # 則}}',
  'risks.team': '{count, plural, =0 {團隊沒有未解除的預警。} other {*團隊預警* · # 則}}',
  'risks.more': '還有 {count} 則沒那麼緊急的，處理完上面的就會顯示。',
  'risks.homeTitle': '您的預警',
  'risks.homeMore': '還有 {count} 則： `/kpi 預警`',
  'risks.since': '{date}起',
  'risks.nobodyYet': ':hourglass: 還沒有人跟進。',
}
