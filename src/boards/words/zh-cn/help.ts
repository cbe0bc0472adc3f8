// 简体中文: what `/kpi help` says about the commands of this room, and the buttons that run them.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.board':
    '`/kpi 排行` 看谁领先；也可以 `/kpi 排行 本周` 、 `/kpi 排行 本月 拜访` 、 `/kpi 排行 客户经理`',
  'help.showBoard': '排行榜',
}
