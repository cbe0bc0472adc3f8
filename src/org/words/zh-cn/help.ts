// 简体中文: what `/kpi help` says about the commands of this room, and the buttons that run them.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.leave': '`/kpi 请假` 登记休假：当天不提醒，也不影响排名和连续天数',
  'help.leaveTeam': '`/kpi 退出团队` 退出团队，之后不再请您填报',
  'help.workspace': '`/kpi 工作区` 谁可以设置团队（管理员）',
  'help.members': '`/kpi 成员` 添加、移除成员或调整岗位',
  'help.days': '`/kpi 工作日` 标记额外的休息日或调休上班日',
}
