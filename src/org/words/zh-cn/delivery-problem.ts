// 简体中文: what a manager is told when someone or some channel cannot be reached.
import type { deliveryProblem as en } from '../en/delivery-problem.ts'

export const deliveryProblem: Readonly<Record<keyof typeof en, string>> = {
  'delivery-problem.channel-archived':
    '{channel} 已归档，「{team}」的晨会汇总和排行榜发不出去。请恢复该频道，或在其他频道用 `/kpi 设置` 重新设置团队。',
  'delivery-problem.not-in-channel':
    '我已不在 {channel} 中，「{team}」的晨会汇总和排行榜发不出去。请重新邀请我，或在其他频道用 `/kpi 设置` 重新设置团队。',
  'delivery-problem.cannot-message-member':
    '「{team}」的 {member} 收不到我的私信。如已离职，请用 `/kpi 成员` 将其移出团队。',
}
