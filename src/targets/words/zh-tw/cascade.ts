// 繁體中文: a target of a team with teams below it.
import type { cascade as en } from '../en/cascade.ts'

export const cascade: Readonly<Record<keyof typeof en, string>> = {
  'cascade.intro': '目標會分解到下級各團隊，再分到每個人；各團隊主管和成員都會收到自己的數字。',
  'cascade.weightsIntro': '權重 2 的團隊分到的是權重 1 的兩倍；權重 0 不分。',
  'cascade.partsHint': '填數字即可手動指定，其餘由其他團隊分擔。',
  'cascade.own': '{team} 直屬成員',
  'cascade.people':
    '{people} 人{rest, select, none {} other {，其中 {rest} 未分配：新人、中途加入或即將離開}}。',
  'cascade.below': '其中 {teams}。',
  'cascade.belowOne': '{team} {value}',
  'cascade.notYours': '整體目標由這些團隊共同的上級主管設定。',
  'cascade.noCompany':
    '還沒有指定代表公司的團隊。管理員可以用 `/kpi 工作區` 指定；在團隊頻道用 `/kpi 目標` 可以設定該團隊的目標。',
  'cascade.onlyLeader': '公司目標由 {leader} 設定。',
  'cascade.nobody': '該週期內這些團隊裡沒有人回報這項指標。',
  'cascade.noWeight': '沒有團隊有份額：上一週期沒有達成量，或權重全是 0。',
  'cascade.clash':
    '{open, plural, =0 {{team} 之下手動填寫的合計是 {sum}（{parts}），目標是 {whole}。請改其中一項，或留空一項。} other {{team} 之下手動填寫的已有 {sum}（{parts}），目標是 {whole}，其他團隊沒有可分的了。請調低其中一項，或給其他團隊填 0。}}',
  'cascade.inTeam': '{team} 會分到 {whole}。{why}',
  'cascade.noRate': '{year}缺少 {currencies} 的計畫匯率，各團隊的金額無法相加。管理員可用 `/kpi 匯率` 設定。',
  'cascade.rounded':
    '{team}：各部分依各自幣別取整後合計 {sum}，比總目標{side, select, less {少} other {多}} {off}。',
  'cascade.ofWhole': '折合總目標中的 {value}。',
  'cascade.aboveParent':
    '上級團隊 {period} 分解的目標是 {whole}。這裡 {value}，那邊其他部分共 {others}，加起來超過了。請先請上級調高目標，或填小一些。',
  'cascade.changedSince': ':warning: 剛才目標、團隊或成員有變動。現在儲存的話會是這樣：',
  'cascade.tooMany': '權重最多可填 {most} 個團隊，這裡有 {count} 個。請換一種分法，之後再單獨調整個別團隊。',
  'cascade.saved':
    '已儲存 {teams} 個團隊的目標。{count, plural, =0 {沒有需要通知的人。} other {已私下通知 # 人。}}',
  'cascade.told': '{who} 為您的團隊 {team} 設定了目標： *{metric}* {period} *{after}*',
  'cascade.toldChange': '{who} 調整了您的團隊 {team} 的目標： *{metric}* {period} {before} → *{after}*',
  'cascade.partOf': '{company, select, yes {由公司目標分解而來。} other {由 {above} 的目標分解而來。}}',
  'cascade.toldHow': '成員已收到各自的目標。在團隊頻道用 `/kpi 目標` 可以換個分法。',
  'cascade.historyPartOf': '{company, select, yes {由公司目標分解} other {由 {above} 的目標分解}}',
}
