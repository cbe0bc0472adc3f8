// 简体中文: what `/kpi help` says about the commands of this room, and the buttons that run them.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.log': '`/kpi 填报` 打开表单填报；也可以一行写完： `/kpi 填报 电话5 拜访2`',
  'help.undo': '`/kpi 撤销` 撤销最近一条填报',
  'help.me': '`/kpi 我` 查看自己今天、本周、本月的数据； `/kpi 我 上个月` 查看其他时段',
  'help.metrics': '`/kpi 指标` 选择、改名或新增各岗位的指标',
  'help.correct': '`/kpi 更正 @姓名` 更正成员的数据，须填写原因并留存记录',
  'help.rates': '`/kpi 汇率` 查看或设置计划汇率，用于汇总不同币种的金额',
  'help.openLog': '填报数据',
  'help.showMine': '我的数据',
}
