// 繁體中文: what the Home tab says to everyone.
import type { home as en } from '../en/home.ts'
export const home: Readonly<Record<keyof typeof en, string>> = {
  'home.more': '其他功能：在任何頻道輸入 `/kpi 說明` 。',
}
