// 简体中文: what `/kpi help` and the audit say about targets.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.target': '`/kpi 目标` 为团队或个人设定目标，成员可看自己的； `/kpi 目标 历史` 查看调整记录',
  'audit.target-set': '{who} 设定了 {team} 的目标',
  'audit.rep-target-set': '{who} 设定了 {whom} 的目标',
  'audit.targetOf': '{metric}（{period}）',
}
