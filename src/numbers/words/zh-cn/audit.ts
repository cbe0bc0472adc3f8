// 简体中文: what the audit tells of changes of metrics and numbers.
import type { audit as en } from '../en/audit.ts'

export const audit: Readonly<Record<keyof typeof en, string>> = {
  'audit.metric-edited': '{who} 修改了 {team} 的一项指标',
  'audit.metric-added': '{who} 为 {team} 新增了一项指标',
  'audit.metric-switched': '{who} 调整了 {team} 要填报的指标',
  'audit.number-corrected': '{who} 更正了 {whom} 的一项数据',
  'audit.numberOf': '{date}的{metric}',
  'audit.noNumber': '未填报',
  'audit.metricName': '{metric}的名称',
  'audit.metricRange': '{metric}的日常范围',
  'audit.metricPoints': '{metric}每 1 个的积分',
  'audit.metricOn': '填报',
  'audit.metricOff': '不填报',
  'audit.range': '{from}至{to}',
  'audit.noBound': '不限',
}
