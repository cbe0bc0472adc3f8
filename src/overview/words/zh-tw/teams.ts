// 繁體中文: teams side by side, for whoever leads several.
import type { teams as en } from '../en/teams.ts'
export const teams: Readonly<Record<keyof typeof en, string>> = {
  'help.teams': '`/kpi 各團隊` 並排比較您的各個團隊；也可以加 上月、人均',
  'teams.title': '各團隊比較 · {period}',
  'teams.caption': '各團隊',
  'teams.place': '名次',
  'teams.team': '團隊',
  'teams.channel': '頻道',
  'teams.total': '累計',
  'teams.perHead': '人均日產出',
  'teams.people': '人數',
  'teams.inChannel': '{team}（#{channel}）',
  'teams.byAttainment': '依目標達成率排列。',
  'teams.byHead': '依人均日產出排列，休假不計入。',
  'teams.notTheSame': '指標或幣別不同的團隊，只能依目標達成率比較。',
  'teams.paceHow': '進度比 = 已完成 ÷ 目前應完成，依團隊成員的工作日計算。',
  'teams.showByHead': '看人均',
  'teams.showByAttainment': '看達成率',
  'teams.more': '更多團隊（{page}/{pages}）',
  'teams.open': '查看某個團隊…',
  'teams.all': '全部數字和 CSV',
  'teams.none': '這裡為帶多個團隊的主管並排比較各團隊。單一團隊的情況請用 `/kpi 團隊` 。',
  'teams.noSum':
    '團隊之間只比能累加的指標（如電話、金額）的人均值，或目標達成率，不能依「{typed}」比。例如： `/kpi 排行 各團隊 電話 上週` 。',
  'teams.unread': '看不懂「{typed}」。例如： `/kpi 各團隊 上月` 、 `/kpi 各團隊 人均` 。',
  'teams.homeTitle': '您的 {count} 個團隊，本月',
  'teams.homeOrder':
    '{rest, plural, =0 {進度最落後的排在最前。} other {進度最落後的排在最前，另有 # 個團隊。}}',
  'teams.weekTitle': '各團隊上週情況 · {period}',
  'teams.week': '上週',
  'teams.weekBehind': '先看 *{team}* ：本月進度比 {pace}。',
  'teams.weekMore':
    '▲▼ 與前一週相比；達成率和進度比為{month}數字，最落後的排在最前。{rest, plural, =0 {} other {另有 # 個團隊，}}全部請看 `/kpi 各團隊` 。',
}
