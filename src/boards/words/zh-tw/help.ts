// 繁體中文: what `/kpi help` says about the commands of this room, and the buttons that run them.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.board':
    '`/kpi 排行` 看誰領先；也可以 `/kpi 排行 本週` 、 `/kpi 排行 本月 拜訪` 、 `/kpi 排行 客戶經理`',
  'help.showBoard': '排行榜',
}
