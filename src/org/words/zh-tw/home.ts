// 繁體中文: what the Home tab says of the teams that a person manages.
import type { home as en } from '../en/home.ts'
export const home: Readonly<Record<keyof typeof en, string>> = {
  'home.waiting': ':inbox_tray: *有 {count} 項申請等您答覆*',
  'home.wantsToAdd': '{requester} 想把 {person} 加入 {channel}，您同意嗎？',
  'home.manages': '您負責的團隊：{teams}。在團隊頻道輸入 `/kpi 設定` 可以修改。',
}
