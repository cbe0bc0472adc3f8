// 简体中文: how good warnings were.
import type { quality as en } from '../en/quality.ts'
export const quality: Readonly<Record<keyof typeof en, string>> = {
  'help.risksReport': '`/kpi 风险报告` 查看您团队的预警准不准',
  'quality.title': '*预警准不准* · 最近 {days} 天内结束的预警',
  'quality.nothing': '这段时间没有预警结束，还无从判断。',
  'quality.caption': '按规则和级别统计',
  'quality.rule': '规则',
  'quality.level': '级别',
  'quality.count': '预警数',
  'quality.unaided': '自行恢复',
  'quality.afterAction': '跟进后恢复',
  'quality.tooLate': '为时已晚',
  'quality.other': '其他结束',
  'quality.hours': '跟进前（小时）',
  'quality.days': '恢复用时（天）',
  'quality.line':
    '{mark} {rule}：{count} 条；自行恢复 {unaided}，跟进后恢复 {afterAction}，为时已晚 {tooLate}，其他 {other}',
  'quality.proposal':
    ':small_red_triangle_down: *{rule}* ：{count} 条紧急预警中有 {unaided} 条自行恢复。级别可以低一些：用 `/kpi 规则` 去掉它的“紧急”界限。',
  'quality.how':
    '级别取曾通知过的最高级别。跟进后恢复：恢复前已有人跟进，或风险已解决。为时已晚：直到月底也没有恢复。小时和天数为中位数，含夜间和周末。',
  'quality.behindPace': '{metric}：进度',
  'quality.forecastMiss': '{metric}：预测',
  'quality.threshold': '{metric}：界限',
  'quality.trend': '{metric}：走势',
  'quality.silence': '每日填报',
  'quality.funnelLeak': '{metric}：漏斗',
  'quality.overspend': '{metric}：支出',
  'quality.itemOverdue': '待办',
  'quality.raisedByHand': '人工上报',
}
