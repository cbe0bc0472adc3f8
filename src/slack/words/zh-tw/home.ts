// 繁體中文: what the Home tab says to everyone.
import type { home as en } from '../en/home.ts'
export const home: Readonly<Record<keyof typeof en, string>> = {
  'home.noTeam': '您還沒有加入團隊。請邀請我進入團隊頻道，並在頻道裡輸入 `/kpi 設定` ；或請主管把您加進來。',
  'home.more': '其他功能：在任何頻道輸入 `/kpi 說明` 。',
}
