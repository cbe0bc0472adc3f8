// 繁體中文: what `/kpi help` says about the commands of this room, and the buttons that run them.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.leave': '`/kpi 請假` 登記休假：當天不會提醒，也不影響排名和連續天數',
  'help.leaveTeam': '`/kpi 退出團隊` 退出團隊，之後不再請您回報',
  'help.workspace': '`/kpi 工作區` 誰可以設定團隊（管理員）',
  'help.members': '`/kpi 成員` 新增、移除成員或調整職務',
  'help.days': '`/kpi 工作日` 標記額外的休假日或補班日',
}
