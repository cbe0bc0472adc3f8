// 简体中文: what the Home tab says to everyone.
import type { home as en } from '../en/home.ts'
export const home: Readonly<Record<keyof typeof en, string>> = {
  'home.noTeam': '您还没有加入团队。请把我拉进团队频道，在频道里输入 `/kpi 设置` ；或者请主管添加您。',
  'home.more': '更多功能：在任意频道输入 `/kpi 帮助` 。',
}
