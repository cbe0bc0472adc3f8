// 简体中文: a rule tried on the past.
import type { dryRun as en } from '../en/dry-run.ts'
export const dryRun: Readonly<Record<keyof typeof en, string>> = {
  'dry-run.button': '用最近 60 天试算',
  'dry-run.title': '试算结果',
  'dry-run.counting': ':hourglass_flowing_sand: 正在试算：这条规则在最近 60 天里会发出哪些预警……',
  'dry-run.head': '*{team}* · {from}至{to} · {people} 人',
  'dry-run.since': '{date}之前没有目标，或数据太少，无法判断；以下只计该日起的情况。',
  'dry-run.warnings': '{count, plural, =0 {不会发出任何预警。} other {会发出 *# 条预警* ：{levels}}}',
  'dry-run.messages':
    '若一直无人处理，共会发出：给销售 {reps} 条，给团队负责人 {manager} 条，给上级 {above} 条。',
  'dry-run.none': '谁都不会收到消息。如果与您的预期不符，请看看界限是否合适。',
  'dry-run.calm': ':white_check_mark: 数量不多，来一条就会看一条。',
  'dry-run.busy': ':large_yellow_circle: 数量不算少。看看最近几条：每一条都值得谈一次吗？',
  'dry-run.noisy': ':red_circle: 数量太多，很快就没人看了。请把界限放宽，或要求连续更多天。',
  'dry-run.latest': '*最近几条*',
  'dry-run.how':
    '按今天已有的数字计算，视为都按时填报，并视为现在的负责人一直在岗；不考虑其他规则。没有保存任何内容，也没有通知任何人。',
  'dry-run.noPast': '这条规则看的是目前未完成的事项，过去哪天有哪些未完成没有留存，所以无法试算。',
  'dry-run.tooNew': '团队还没有填报过数字。请过一两周再试。',
  'dry-run.notJudged': '最近 60 天没有目标，或数据太少，无法试算。请过一两周再试。',
  'dry-run.unclear': '表单里还有看不明白的内容：先点“保存”看看是哪里，改好再试算。',
}
