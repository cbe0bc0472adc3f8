// 繁體中文: one person's last four weeks, for whoever leads them.
import type { rep as en } from '../en/rep.ts'

export const rep: Readonly<Record<keyof typeof en, string>> = {
  'help.rep': '`/kpi 組員 @姓名` 查看一個人最近四週的狀況',
  'rep.who': '要看誰的？例如： `/kpi 組員 @小安` 。',
  'rep.notYours': '您只能看自己負責的團隊成員，這個人不是其中一位。',
  'rep.title': '{name} · {team} · 最近四週',
  'rep.week': '週',
  'rep.thisWeek': '本週',
  'rep.range': '{from}至{to}',
  'rep.cell': '{value} · {pace}',
  'rep.partOf': '{part, number} / {of, number}',
  'rep.inTime': '準時填寫',
  'rep.done': '計畫完成',
  'rep.targets': '目前目標',
  'rep.noTargets': '目前沒有目標，可以用 `/kpi 目標` 設定。',
  'rep.noBlockers': '沒有待協助的問題。',
  'rep.blocker': ':construction: {date}起遇到問題，待協助',
  'rep.blockerHelper': ':construction: {date}起遇到問題，已請 {helper} 協助',
  'rep.moreBlockers': '另有 {count} 項',
  'rep.leave': ':palm_tree: 休假：{days}',
  'rep.halfDays': '{days}（半天）',
  'rep.how': '斜線後是這一週應達成的目標，再後面是進度比：實際達成 ÷ 目前應達成，依本人的工作日計算。',
  'rep.otherTeams': '這位成員還在{teams}：到對應頻道輸入 `/kpi 組員` 查看那裡的數字。',
}
