// 简体中文: a person's own numbers.
import type { me as en } from '../en/me.ts'

export const me: Readonly<Record<keyof typeof en, string>> = {
  'me.title': '您在{team}的数据 · {date}',
  'me.metric': '指标',
  'me.day': '今天',
  'me.week': '本周',
  'me.month': '本月',
  'me.line': '{metric}：今天 {day}，本周 {week}，本月 {month}',
  'me.range': '{from}至{to}',
  'me.periodLine': '{metric}：{value}',
  'me.nothing': '您的岗位还没有指标，主管可以用 `/kpi 指标` 添加。',
  'me.otherTeams':
    '您还在{teams}：到对应频道输入 `/kpi 我` ，或在 `/kpi 我` 后面加上团队名称，即可查看那里的数据。',
}
