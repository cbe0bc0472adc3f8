// 繁體中文: what the audit tells of changes of teams, people and leave.
import type { audit as en } from '../en/audit.ts'

export const audit: Readonly<Record<keyof typeof en, string>> = {
  'audit.leave-recorded': '{who} 為 {whom} 登記了請假',
  'audit.leave-cancelled': '{who} 取消了 {whom} 的請假',
}
