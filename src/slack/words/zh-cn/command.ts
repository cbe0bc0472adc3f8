// 简体中文: answers to `/kpi` that no area gives.
import type { command as en } from '../en/command.ts'

export const command: Readonly<Record<keyof typeof en, string>> = {
  'command.nearest': '没有 `/kpi {typed}` 这个命令。您是想用 `/kpi {nearest}` 吗？',
  'command.unknown': '没有 `/kpi {typed}` 这个命令。输入 `/kpi 帮助` 查看可用的命令。',
  'command.tooLong': '这条命令太长了：我最多读 {most} 个字符。请分成几条发送。',
  'command.run': '是，执行',
  'command.stranger': '只有本工作区的成员可以使用 Pacesetter。',
}
