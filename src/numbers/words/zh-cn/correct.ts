// 简体中文: a manager's corrections of numbers.
import type { correct as en } from '../en/correct.ts'

export const correct: Readonly<Record<keyof typeof en, string>> = {
  'correct.title': '更正数据',
  'correct.of': '{name} 在{team}的数据',
  'correct.date': '日期',
  'correct.metric': '指标',
  'correct.reason': '原因',
  'correct.reasonHint': '与数据一并留存，并告知成员本人。',
  'correct.reasonMissing': '请填写原因，它会与数据一并留存。',
  'correct.numberMissing': '请填写正确的数值。',
  'correct.unchanged': '现在就是 {value}。',
  'correct.future': '这一天还没有到。',
  'correct.notInTeam': '{name} 当天不在团队中。',
  'correct.trail': '*已有记录*',
  'correct.trailNone': '当天还没有记录。',
  'correct.trailSet': '{value} · {who}，{when}{reason}',
  'correct.trailReason': ' · {reason}',
  'correct.trailUndone': '撤销',
  'correct.who': '要更正谁的数据？例如： `/kpi 更正 @姓名` 。',
  'correct.notAllowed': '这位成员不在您管理的团队中，请由其团队主管更正。',
  'correct.noMetrics': '这个岗位没有需要填报的指标。',
  'correct.gone': '这位成员已不在团队中，或者您不是该团队的主管。',
  'correct.told': '{who} 为您登记了{date}的{metric}：{after}。',
  'correct.toldChange': '{who} 更正了您{date}的{metric}：{before} → {after}。',
  'correct.ownTold': '{who} 作为{team}的主管更正了自己的数据：{date}的{metric}，{before} → {after}。',
  'correct.ownToldAdmin':
    '{who} 作为{team}的主管更正了自己的一项数据。该团队没有上级团队，因此告知身为管理员的您。输入 `/kpi 审计` 可查看这类变动。',
}
