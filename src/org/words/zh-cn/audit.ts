// 简体中文: what the audit tells of changes of teams, people and leave.
import type { audit as en } from '../en/audit.ts'

export const audit: Readonly<Record<keyof typeof en, string>> = {
  'audit.leave-recorded': '{who} 为 {whom} 登记了请假',
  'audit.leave-cancelled': '{who} 取消了 {whom} 的请假',
}
