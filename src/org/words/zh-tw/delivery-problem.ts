// 繁體中文: what a manager is told when someone or some channel cannot be reached.
import type { deliveryProblem as en } from '../en/delivery-problem.ts'

export const deliveryProblem: Readonly<Record<keyof typeof en, string>> = {
  'delivery-problem.channel-archived':
    '{channel} 已封存，「{team}」的摘要和排行榜無法發送。請取消封存，或在其他頻道用 `/kpi 設定` 重新設定團隊。',
  'delivery-problem.not-in-channel':
    '我已不在 {channel} 中，「{team}」的摘要和排行榜無法發送。請重新邀請我，或在其他頻道用 `/kpi 設定` 重新設定團隊。',
  'delivery-problem.cannot-message-member':
    '「{team}」的 {member} 收不到我的私訊。如已離職，請用 `/kpi 成員` 將其移出團隊。',
  'delivery-problem.refused':
    'Slack 不接受我為「{team}」傳到 {place} 的訊息，多半是工作區的規定所限。請聯絡管理員允許我在那裡傳訊息；想換頻道，請在新頻道中用 `/kpi 設定` 重新設定團隊。',
  'delivery-problem.gave-up':
    '「{team}」有些訊息沒能送達：試了一個多小時都傳不到 Slack，已不再重試。大家填寫的內容都還在，用 `/kpi 排行` 可查看團隊進度。',
  'delivery-problem.paused':
    '我曾被移出工作區，現在又回來了。「{team}」目前暫停，請在 {channel} 中用 `/invite @Pacesetter` 重新邀請我，即可繼續。',
}
