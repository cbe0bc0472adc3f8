// 繁體中文: what the audit tells of changes of metrics and numbers.
import type { audit as en } from '../en/audit.ts'

export const audit: Readonly<Record<keyof typeof en, string>> = {
  'audit.metric-edited': '{who} 修改了 {team} 的一項指標',
  'audit.metric-added': '{who} 為 {team} 新增了一項指標',
  'audit.metric-switched': '{who} 調整了 {team} 要回報的指標',
  'audit.number-corrected': '{who} 更正了 {whom} 的一個數字',
  'audit.numberOf': '{date}的{metric}',
  'audit.noNumber': '未回報',
  'audit.metricName': '{metric}的名稱',
  'audit.metricRange': '{metric}的日常範圍',
  'audit.metricPoints': '{metric}每 1 個的積分',
  'audit.metricOn': '回報',
  'audit.metricOff': '不回報',
  'audit.range': '{from}至{to}',
  'audit.noBound': '不限',
}
