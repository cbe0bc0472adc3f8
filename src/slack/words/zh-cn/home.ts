// 简体中文: what the Home tab says to everyone.
import type { home as en } from '../en/home.ts'
export const home: Readonly<Record<keyof typeof en, string>> = {
  'home.more': '更多功能：在任意频道输入 `/kpi 帮助` 。',
}
