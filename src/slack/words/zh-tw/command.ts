// 繁體中文: answers to `/kpi` that no area gives.
import type { command as en } from '../en/command.ts'

export const command: Readonly<Record<keyof typeof en, string>> = {
  'command.nearest': '沒有 `/kpi {typed}` 這個指令。您是想用 `/kpi {nearest}` 嗎？',
  'command.unknown': '沒有 `/kpi {typed}` 這個指令。輸入 `/kpi 說明` 查看可用的指令。',
  'command.tooLong': '這個指令太長了：我最多讀 {most} 個字元。請分成幾則傳送。',
  'command.run': '是，執行',
  'command.stranger': '只有本工作區的成員可以使用 Pacesetter。',
}
