// 简体中文: what reports say about market and customers, and how it is searched.
import type { insight as en } from '../en/insight.ts'

export const insight: Readonly<Record<keyof typeof en, string>> = {
  'insight.newest': '*周报中的市场与客户信息* · 最新在前',
  'insight.found': '*“{typed}”* · {count} 份周报提到',
  'insight.some': '没有周报同时包含这些词，以下 {count} 份包含其中至少一个：',
  'insight.whoWhen': '*{name}* · {team} · {date}',
  'insight.none': '周报里还没有市场与客户方面的内容。填写周报时可以写下来： `/kpi 周报` 。',
  'insight.nothing':
    '周报里没有关于“{typed}”的内容。可减少几个词或换个说法；只输入 `/kpi 洞察` 可查看最新内容。',
  'insight.noWords':
    '没有可搜索的词。请输入一个词，例如 `/kpi 洞察 价格` ；只输入 `/kpi 洞察` 可查看最新内容。',
  'insight.tooLong': '搜索内容太长，请输入几个词，最多 {most} 个字。',
  'insight.back': '上一页',
  'insight.more': '下一页',
}
