// 简体中文: what `/kpi help` says about the commands of this room.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.report': '`/kpi 周报` 填写或修改本周周报； `/kpi 周报 上周` 查看上一份',
  'help.insight': '`/kpi 洞察` 查看周报中的市场与客户信息； `/kpi 洞察 价格` 搜索',
}
