// 简体中文: teams side by side, for whoever leads several.
import type { teams as en } from '../en/teams.ts'
export const teams: Readonly<Record<keyof typeof en, string>> = {
  'help.teams': '`/kpi 各团队` 并排对比您的各个团队；也可以加 上月、人均',
  'teams.title': '各团队对比 · {period}',
  'teams.caption': '各团队',
  'teams.place': '名次',
  'teams.team': '团队',
  'teams.channel': '频道',
  'teams.total': '累计',
  'teams.perHead': '人均日产出',
  'teams.people': '人数',
  'teams.inChannel': '{team}（#{channel}）',
  'teams.byAttainment': '按目标达成率排列。',
  'teams.byHead': '按人均日产出排列，休假不计入。',
  'teams.notTheSame': '指标或币种不同的团队，只能按目标达成率比较。',
  'teams.paceHow': '进度比 = 已完成 ÷ 目前应完成，按团队成员的工作日计算。',
  'teams.showByHead': '看人均',
  'teams.showByAttainment': '看达成率',
  'teams.more': '更多团队（{page}/{pages}）',
  'teams.open': '查看某个团队…',
  'teams.all': '全部数据和 CSV',
  'teams.none': '这里为带多个团队的负责人并排对比各团队。单个团队的情况请用 `/kpi 团队` 。',
  'teams.noSum':
    '团队之间只比能累加的指标（如电话、金额）的人均值，或目标达成率，不能按“{typed}”比。例如： `/kpi 排行 各团队 电话 上周` 。',
  'teams.unread': '看不懂“{typed}”。例如： `/kpi 各团队 上月` 、 `/kpi 各团队 人均` 。',
  'teams.homeTitle': '您的 {count} 个团队，本月',
  'teams.homeOrder':
    '{rest, plural, =0 {进度最落后的排在最前。} other {进度最落后的排在最前，另有 # 个团队。}}',
  'teams.weekTitle': '各团队上周情况 · {period}',
  'teams.week': '上周',
  'teams.weekBehind': '先看 *{team}* ：本月进度比 {pace}。',
  'teams.weekMore':
    '▲▼ 与前一周相比；达成率和进度比为{month}数据，最落后的排在最前。{rest, plural, =0 {} other {另有 # 个团队，}}全部请看 `/kpi 各团队` 。',
}
