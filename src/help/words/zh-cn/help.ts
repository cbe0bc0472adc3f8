// 简体中文: what can be typed after `/kpi`.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.title': '*Pacesetter* 每天早上请您填写晨会，记下您的数据，并让团队看到进展。',
  'help.standup': '`/kpi 晨会` 填写或修改今天的晨会',
  'help.log': '`/kpi 填报` 打开表单填报；也可以一行写完： `/kpi 填报 电话5 拜访2`',
  'help.me': '`/kpi 我` 查看自己今天、本周、本月的数据',
  'help.board': '`/kpi 排行` 看谁领先；也可以 `/kpi 排行 本周` 、 `/kpi 排行 本月 拜访`',
  'help.leave': '`/kpi 请假` 登记休假：当天不提醒，也不计入考核',
  'help.manager': '*主管可用*',
  'help.setup': '`/kpi 设置` 设定团队的时间、工作日、指标和排行榜',
  'help.members': '`/kpi 成员` 添加、移除成员或调整岗位',
  'help.metrics': '`/kpi 指标` 选择、改名或新增各岗位的指标',
  'help.days': '`/kpi 工作日` 标记额外的休息日或调休上班日',
  'help.correct': '`/kpi 更正 @姓名` 更正成员的数据，须填写原因并留存记录',
  'help.start': '您还没有加入团队。在团队频道里输入 `/kpi 设置` 即可创建，或请主管把您加入。',
  'help.guest': '您还没有加入团队，请团队主管把您加入。',
  'help.openStandup': '今天的晨会',
  'help.openLog': '填报数据',
  'help.showBoard': '排行榜',
  'help.showMine': '我的数据',
  'help.openSetup': '设置团队',
}
