// 繁體中文: the buttons of the Home tab that lead to numbers and board.
import type { home as en } from '../en/home.ts'
export const home: Readonly<Record<keyof typeof en, string>> = {
  'home.log': '回報數字',
  'home.board': '排行榜',
  'home.mine': '我的數字',
}
