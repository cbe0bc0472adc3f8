// 简体中文: how good warnings were.
import type { quality as en } from '../en/quality.ts'
export const quality: Readonly<Record<keyof typeof en, string>> = {
  'help.risksReport': '`/kpi 风险报告` 查看您团队的预警准不准',
  'quality.title': '*预警准不准* · 最近 {days} 天内结束的预警',
  'quality.titleMonth': '*{month}预警准不准* · 当月结束的预警',
  'quality.nothing': '这段时间没有预警结束，还无从判断。',
  'quality.caption': '按规则和级别统计',
  'quality.rule': '规则',
  'quality.level': '级别',
  'quality.count': '总数',
  'quality.unaided': '自行恢复',
  'quality.afterAction': '跟进后',
  'quality.tooLate': '太晚',
  'quality.hours': '跟进(时)',
  'quality.days': '恢复(天)',
  'quality.line':
    '{mark} {rule}：{count} 条；自行恢复 {unaided}，跟进后恢复 {afterAction}，为时已晚 {tooLate}，其他 {other}',
  'quality.proposal':
    ':small_red_triangle_down: *{rule}* ：最近 {days} 天的 {count} 条紧急预警中有 {unaided} 条自行恢复，级别可以低一些。',
  'quality.lower': '降为预警',
  'quality.lowered':
    ':white_check_mark: *{rule}* ：{count} 条紧急预警中有 {unaided} 条自行恢复，现在最高为“预警”。',
  'quality.changed': '*{rule}* ：{count} 条紧急预警中有 {unaided} 条自行恢复。此后规则已有改动。',
  'quality.nowLowered':
    ':white_check_mark: 已调整：今后最高为“预警”。已发出的预警照原样继续，团队负责人会收到通知。',
  'quality.alreadyLowered': '这条规则已没有“紧急”级别。',
  'quality.changedSince': '这条规则在此期间已有改动，本次未作调整。现在的规则请用 `/kpi 规则` 查看。',
  'quality.loweredNote':
    ':small_red_triangle_down: {by} 调低了您团队的一条规则： *{rule}* 今后最高为“预警”，因为它的紧急预警大多自行恢复。已发出的预警照原样继续。要改回请用 `/kpi 规则` 。',
  'quality.how':
    '级别取曾通知过的最高级别。自行恢复：没有人跟进就已恢复。跟进后：恢复前已有人跟进，或风险已解决。太晚：直到月底也没有恢复。其余以其他方式结束，例如“没有风险”。小时和天数为中位数，含夜间和周末。',
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
