// 繁體中文: how good warnings were.
import type { quality as en } from '../en/quality.ts'
export const quality: Readonly<Record<keyof typeof en, string>> = {
  'help.risksReport': '`/kpi 風險報告` 查看您團隊的預警準不準',
  'quality.title': '*預警準不準* · 最近 {days} 天內結束的預警',
  'quality.titleMonth': '*{month}預警準不準* · 當月結束的預警',
  'quality.nothing': '這段時間沒有預警結束，還無從判斷。',
  'quality.caption': '依規則和級別統計',
  'quality.rule': '規則',
  'quality.level': '級別',
  'quality.count': '總數',
  'quality.unaided': '自行恢復',
  'quality.afterAction': '跟進後',
  'quality.tooLate': '太晚',
  'quality.hours': '跟進(時)',
  'quality.days': '恢復(天)',
  'quality.line':
    '{mark} {rule}：{count} 則；自行恢復 {unaided}，跟進後恢復 {afterAction}，為時已晚 {tooLate}，其他 {other}',
  'quality.proposal':
    ':small_red_triangle_down: *{rule}* ：最近 {days} 天的 {count} 則緊急預警中有 {unaided} 則自行恢復，級別可以低一些。',
  'quality.lower': '降為預警',
  'quality.lowered':
    ':white_check_mark: *{rule}* ：{count} 則緊急預警中有 {unaided} 則自行恢復，現在最高為「預警」。',
  'quality.changed': '*{rule}* ：{count} 則緊急預警中有 {unaided} 則自行恢復。之後規則已有變更。',
  'quality.nowLowered':
    ':white_check_mark: 已調整：今後最高為「預警」。已發出的預警照原樣繼續，團隊負責人會收到通知。',
  'quality.alreadyLowered': '這條規則已沒有「緊急」級別。',
  'quality.changedSince': '這條規則在此期間已有變更，本次未作調整。目前的規則請用 `/kpi 規則` 查看。',
  'quality.loweredNote':
    ':small_red_triangle_down: {by} 調低了您團隊的一條規則： *{rule}* 今後最高為「預警」，因為它的緊急預警大多自行恢復。已發出的預警照原樣繼續。要改回請用 `/kpi 規則` 。',
  'quality.how':
    '級別取曾通知過的最高級別。自行恢復：沒有人跟進就已恢復。跟進後：恢復前已有人跟進，或風險已解決。太晚：直到月底也沒有恢復。其餘以其他方式結束，例如「沒有風險」。小時和天數為中位數，含夜間和週末。',
  'quality.behindPace': '{metric}：進度',
  'quality.forecastMiss': '{metric}：預測',
  'quality.threshold': '{metric}：門檻',
  'quality.trend': '{metric}：走勢',
  'quality.silence': '每日回報',
  'quality.funnelLeak': '{metric}：漏斗',
  'quality.overspend': '{metric}：支出',
  'quality.itemOverdue': '待辦',
  'quality.raisedByHand': '手動提報',
}
