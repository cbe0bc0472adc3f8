// 简体中文: what `/kpi help` says about the commands of this room, and the buttons that run them.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.setup': '`/kpi 设置` 设定团队的时间、工作日、指标和排行榜',
  'help.openSetup': '设置团队',
}
