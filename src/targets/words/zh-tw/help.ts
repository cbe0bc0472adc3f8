// 繁體中文: what `/kpi help` and the audit say about targets.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.target': '`/kpi 目標` 為團隊或個人設定目標，成員可看自己的； `/kpi 目標 歷史` 查看調整紀錄',
  'audit.target-set': '{who} 設定了 {team} 的目標',
  'audit.rep-target-set': '{who} 設定了 {whom} 的目標',
  'audit.targetOf': '{metric}（{period}）',
}
