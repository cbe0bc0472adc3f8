// 繁體中文: what `/kpi help` says about the commands of this room.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.report': '`/kpi 週報` 填寫或修改本週週報； `/kpi 週報 上週` 查看上一份',
  'help.insight': '`/kpi 洞察` 查看週報中的市場與客戶資訊； `/kpi 洞察 價格` 搜尋',
}
