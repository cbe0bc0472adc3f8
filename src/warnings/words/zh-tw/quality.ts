// 繁體中文: how good warnings were.
import type { quality as en } from '../en/quality.ts'
export const quality: Readonly<Record<keyof typeof en, string>> = {
  'help.risksReport': '`/kpi 風險報告` 查看您團隊的預警準不準',
  'quality.title': '*預警準不準* · 最近 {days} 天內結束的預警',
  'quality.nothing': '這段時間沒有預警結束，還無從判斷。',
  'quality.caption': '依規則和級別統計',
  'quality.rule': '規則',
  'quality.level': '級別',
  'quality.count': '預警數',
  'quality.unaided': '自行恢復',
  'quality.afterAction': '跟進後恢復',
  'quality.tooLate': '為時已晚',
  'quality.other': '其他結束',
  'quality.hours': '跟進前（小時）',
  'quality.days': '恢復用時（天）',
  'quality.line':
    '{mark} {rule}：{count} 則；自行恢復 {unaided}，跟進後恢復 {afterAction}，為時已晚 {tooLate}，其他 {other}',
  'quality.proposal':
    ':small_red_triangle_down: *{rule}* ：{count} 則緊急預警中有 {unaided} 則自行恢復。級別可以低一些：用 `/kpi 規則` 拿掉它的「緊急」門檻。',
  'quality.how':
    '級別取曾通知過的最高級別。跟進後恢復：恢復前已有人跟進，或風險已解決。為時已晚：直到月底也沒有恢復。小時和天數為中位數，含夜間和週末。',
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
