// 简体中文: what a manager is told when someone or some channel cannot be reached.
import type { deliveryProblem as en } from '../en/delivery-problem.ts'

export const deliveryProblem: Readonly<Record<keyof typeof en, string>> = {
  'delivery-problem.channel-archived':
    '{channel} 已归档，“{team}”的汇总和排行榜发不出去。请恢复该频道，或在其他频道用 `/kpi 设置` 重新设置团队。',
  'delivery-problem.not-in-channel':
    '我已不在 {channel} 中，“{team}”的汇总和排行榜发不出去。请重新邀请我，或在其他频道用 `/kpi 设置` 重新设置团队。',
  'delivery-problem.cannot-message-member':
    '“{team}”的 {member} 收不到我的私信。如已离职，请用 `/kpi 成员` 将其移出团队。',
  'delivery-problem.refused':
    'Slack 不接收我为“{team}”发往 {place} 的消息，多半是工作区的规定所限。请联系管理员允许我在那里发消息；想换频道，请在新频道中用 `/kpi 设置` 重新设置团队。',
  'delivery-problem.gave-up':
    '“{team}”有些消息没能送达：试了一个多小时都没能发到 Slack，已不再重试。大家填写的内容都还在，用 `/kpi 排行` 可查看团队进展。',
  'delivery-problem.paused':
    '我曾被移出工作区，现在又回来了。“{team}”目前暂停，请在 {channel} 中用 `/invite @Pacesetter` 重新邀请我，即可继续。',
}
