// 繁體中文: a person's own numbers.
import type { me as en } from '../en/me.ts'

export const me: Readonly<Record<keyof typeof en, string>> = {
  'me.title': '您在{team}的數字 · {date}',
  'me.metric': '指標',
  'me.day': '今天',
  'me.week': '本週',
  'me.month': '本月',
  'me.line': '{metric}：今天 {day}，本週 {week}，本月 {month}',
  'me.range': '{from}至{to}',
  'me.periodLine': '{metric}：{value}',
  'me.nothing': '您的職務還沒有指標，主管可用 `/kpi 指標` 新增。',
  'me.otherTeams':
    '您也在{teams}：到該頻道輸入 `/kpi 我` ，或在 `/kpi 我` 後面加上團隊名稱，即可查看那裡的數字。',
}
