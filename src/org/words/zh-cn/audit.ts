// 简体中文: what the audit tells of changes of teams, their days and leave.
import type { audit as en } from '../en/audit.ts'

export const audit: Readonly<Record<keyof typeof en, string>> = {
  'audit.team-created': '{who} 设置了 {team}',
  'audit.member-added': '{who} 将 {whom} 加入 {team}',
  'audit.member-role': '{who} 修改了 {whom} 在 {team} 的岗位',
  'audit.member-removed': '{who} 将 {whom} 移出 {team}',
  'audit.member-left': '{whom} 退出了 {team}',
  'audit.join-request': '{who}：将 {whom} 加入 {team} 的请求',
  'audit.setup-right-changed': '{who} 修改了谁可以设置团队',
  'audit.leave-recorded': '{who} 为 {whom} 登记了请假',
  'audit.leave-cancelled': '{who} 撤销了 {whom} 的请假',
  'audit.home-team-moved': '{who} 把 {whom} 的所属团队从 {team} 改为另一个团队',
  'audit.holidays-changed': '{who} 修改了 {whom} 的节假日日历',
  'audit.day-changed': '{who} 调整了 {team} 的工作日',
  'audit.dayOn': '上班',
  'audit.dayOff': '休息',
  'audit.dayNormal': '照平时安排',
  'audit.team-moved': '{who} 把 {team} 换到了另一个频道',
  'audit.team-paused': '{team} 已暂停',
  'audit.team-resumed': '{team} 已恢复运行',
  'audit.app-uninstalled': 'Pacesetter 已从工作区移除',
  'audit.tokens-revoked': 'Pacesetter 对工作区的访问权限已被撤销',
  'audit.manager-changed': '{who} 将 {whom} 设为 {team} 的主管',
  'audit.delegate-changed': '{who} 更改了 {team} 的代理人',
  'audit.manager-kept': '{who} 确认 {team} 的主管请假期间继续担任主管',
  'audit.parent-changed': '{who} 更改了 {team} 的上级团队',
}
