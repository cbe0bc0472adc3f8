// 简体中文: what the Home tab says of the teams that a person manages.
import type { home as en } from '../en/home.ts'
export const home: Readonly<Record<keyof typeof en, string>> = {
  'home.waiting': ':inbox_tray: *有 {count} 项申请等您答复*',
  'home.wantsToAdd': '{requester} 想把 {person} 加入 {channel}，您同意吗？',
  'home.manages': '您负责的团队：{teams}。在团队频道输入 `/kpi 设置` 可以修改。',
}
