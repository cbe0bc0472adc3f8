// 繁體中文: deals that are celebrated in the team's channel.
import type { win as en } from '../en/win.ts'
export const win: Readonly<Record<keyof typeof en, string>> = {
  'win.won': '🎉 喜報！ *{name}* 簽下{known, select, yes {{customer}} other {一單}}，金額 *{amount}*',
  'win.wonByTeam': '🎉 喜報！團隊簽下一單',
  'win.takenBack': '已收回：{name}{known, select, yes {與{customer}} other {}}的一單，{amount}',
  'win.takenBackOfTeam': '已收回：團隊的一單',
  'win.noLonger': '不再計入業績和目標。',
  'win.largestOfQuarter': '🏆 本季最大一單',
  'win.farAboveUsual': '💪 大單：達到平時的 3 倍以上',
  'win.personalBest': '🥇 個人最大一單',
  'win.place': '{month}第 {place} 單',
  'win.placeOfTeam': '團隊{month}第 {place} 單',
  'win.teamSum': '團隊{month}累計 {reached}',
  'win.teamTarget': '團隊{month}目標達成 {share}：{reached} / {target}',
  'win.targetReached': '🎯 團隊{month}目標達成：{reached} / {target}',
  'win.corrected': '已更正，原為 {from}',
  'win.separator': ' · ',
  'win.channelTold': '🎉 喜報已發到 {channel}。按「收回」，喜報也會改為已收回。',
  'win.channelToldUnnamed':
    '🎉 {channel} 已收到團隊簽單的喜報，不含姓名、客戶和金額。按「收回」，喜報也會改為已收回。',
}
