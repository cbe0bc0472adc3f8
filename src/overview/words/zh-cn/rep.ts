// 简体中文: one person's last four weeks, for whoever leads them.
import type { rep as en } from '../en/rep.ts'

export const rep: Readonly<Record<keyof typeof en, string>> = {
  'help.rep': '`/kpi 组员 @姓名` 查看一个人最近四周的情况',
  'rep.who': '要看谁的？例如： `/kpi 组员 @小安` 。',
  'rep.notYours': '您只能看自己负责的团队成员，这个人不在其中。',
  'rep.title': '{name} · {team} · 最近四周',
  'rep.week': '周',
  'rep.thisWeek': '本周',
  'rep.range': '{from}至{to}',
  'rep.cell': '{value} · {pace}',
  'rep.partOf': '{part, number} / {of, number}',
  'rep.inTime': '按时填写',
  'rep.done': '计划完成',
  'rep.targets': '当前目标',
  'rep.noTargets': '目前没有目标，可以用 `/kpi 目标` 设定。',
  'rep.noBlockers': '没有待解决的困难。',
  'rep.blocker': ':construction: {date}起有困难待解决',
  'rep.blockerHelper': ':construction: {date}起有困难待解决，已请 {helper} 支持',
  'rep.moreBlockers': '另有 {count} 项',
  'rep.leave': ':palm_tree: 休假：{days}',
  'rep.halfDays': '{days}（半天）',
  'rep.how': '斜线后是这一周应完成的目标，再后面是进度比：实际完成 ÷ 目前应完成，按本人的工作日计算。',
  'rep.otherTeams': '该成员还在{teams}：到对应频道输入 `/kpi 组员` 查看那里的数据。',
}
