// 简体中文: deals that are celebrated in the team's channel.
import type { win as en } from '../en/win.ts'
export const win: Readonly<Record<keyof typeof en, string>> = {
  'win.won': '🎉 喜报！ *{name}* 签下{known, select, yes {{customer}} other {一单}}，金额 *{amount}*',
  'win.wonByTeam': '🎉 喜报！团队签下一单',
  'win.takenBack': '已撤销：{name}{known, select, yes {与{customer}} other {}}的一单，{amount}',
  'win.takenBackOfTeam': '已撤销：团队的一单',
  'win.noLonger': '不再计入业绩和目标。',
  'win.largestOfQuarter': '🏆 本季度最大一单',
  'win.farAboveUsual': '💪 大单：达到平时的 3 倍以上',
  'win.personalBest': '🥇 个人最大一单',
  'win.place': '{month}第 {place} 单',
  'win.placeOfTeam': '团队{month}第 {place} 单',
  'win.teamSum': '团队{month}累计 {reached}',
  'win.teamTarget': '团队{month}目标完成 {share}：{reached} / {target}',
  'win.targetReached': '🎯 团队{month}目标达成：{reached} / {target}',
  'win.corrected': '已更正，原为 {from}',
  'win.separator': ' · ',
  'win.channelTold': '🎉 喜报已发到 {channel}。点“撤销”，喜报也会改为已撤销。',
  'win.channelToldUnnamed':
    '🎉 {channel} 已收到团队签单的喜报，不含姓名、客户和金额。点“撤销”，喜报也会改为已撤销。',
}
