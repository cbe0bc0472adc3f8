// 简体中文: what `/kpi help` says about the commands of this room, and the buttons that run them.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.standup': '`/kpi 晨会` 填写或修改今天的晨会',
  'help.openStandup': '今天的晨会',
}
