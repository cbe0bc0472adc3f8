// 繁體中文: what `/kpi help` says about the commands of this room, and the buttons that run them.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.log': '`/kpi 回報` 開啟表單回報；也可以一行寫完： `/kpi 回報 電話5 拜訪2`',
  'help.undo': '`/kpi 收回` 收回最近一筆回報',
  'help.me': '`/kpi 我` 查看自己今天、本週、本月的數字； `/kpi 我 上個月` 查看其他時段',
  'help.metrics': '`/kpi 指標` 選擇、改名或新增各職務的指標',
  'help.correct': '`/kpi 更正 @姓名` 更正成員的數字，須填寫原因並留存紀錄',
  'help.rates': '`/kpi 匯率` 查看或設定計畫匯率，用於加總不同幣別的金額',
  'help.openLog': '回報數字',
  'help.showMine': '我的數字',
}
