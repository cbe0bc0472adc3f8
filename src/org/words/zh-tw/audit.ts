// 繁體中文: what the audit tells of changes of teams, their days and leave.
import type { audit as en } from '../en/audit.ts'

export const audit: Readonly<Record<keyof typeof en, string>> = {
  'audit.team-created': '{who} 設定了 {team}',
  'audit.member-added': '{who} 將 {whom} 加入 {team}',
  'audit.member-role': '{who} 修改了 {whom} 在 {team} 的職務',
  'audit.member-removed': '{who} 將 {whom} 移出 {team}',
  'audit.member-left': '{whom} 退出了 {team}',
  'audit.join-request': '{who}：將 {whom} 加入 {team} 的請求',
  'audit.setup-right-changed': '{who} 修改了誰可以設定團隊',
  'audit.leave-recorded': '{who} 為 {whom} 登記了請假',
  'audit.leave-cancelled': '{who} 撤銷了 {whom} 的請假',
  'audit.home-team-moved': '{who} 把 {whom} 的所屬團隊從 {team} 改為另一個團隊',
  'audit.holidays-changed': '{who} 修改了 {whom} 的國定假日',
  'audit.day-changed': '{who} 調整了 {team} 的工作日',
  'audit.dayOn': '上班',
  'audit.dayOff': '休息',
  'audit.dayNormal': '照平常安排',
  'audit.team-moved': '{who} 把 {team} 換到了另一個頻道',
  'audit.team-paused': '{team} 已暫停',
  'audit.team-resumed': '{team} 已恢復運作',
  'audit.app-uninstalled': 'Pacesetter 已從工作區移除',
  'audit.tokens-revoked': 'Pacesetter 對工作區的存取權限已被撤銷',
  'audit.manager-changed': '{who} 將 {whom} 設為 {team} 的主管',
  'audit.delegate-changed': '{who} 更改了 {team} 的代理人',
  'audit.manager-kept': '{who} 確認 {team} 的主管請假期間續任主管',
  'audit.parent-changed': '{who} 更改了 {team} 的上級團隊',
}
