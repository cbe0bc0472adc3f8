// 繁體中文: what the Home tab says of the teams that a person manages.
import type { home as en } from '../en/home.ts'
export const home: Readonly<Record<keyof typeof en, string>> = {
  'home.manages': '您負責的團隊：{teams}。在團隊頻道輸入 `/kpi 設定` 可以修改。',
}
