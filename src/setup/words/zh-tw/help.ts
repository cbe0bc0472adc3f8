// 繁體中文: what `/kpi help` says about the commands of this room, and the buttons that run them.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.setup': '`/kpi 設定` 設定團隊的時間、工作日、指標與排行榜',
  'help.openSetup': '設定團隊',
}
