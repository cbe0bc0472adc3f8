// 繁體中文: what reports say about market and customers, and how it is searched.
import type { insight as en } from '../en/insight.ts'

export const insight: Readonly<Record<keyof typeof en, string>> = {
  'insight.newest': '*週報中的市場與客戶資訊* · 最新在前',
  'insight.found': '*「{typed}」* · {count} 份週報提到',
  'insight.some': '沒有週報同時包含這些詞，以下 {count} 份至少包含其中一個：',
  'insight.whoWhen': '*{name}* · {team} · {date}',
  'insight.none': '週報裡還沒有市場與客戶方面的內容。填寫週報時可以寫下來： `/kpi 週報` 。',
  'insight.nothing':
    '週報裡沒有關於「{typed}」的內容。可以減少幾個詞或換個說法；只輸入 `/kpi 洞察` 可以查看最新內容。',
  'insight.noWords':
    '沒有可以搜尋的詞。請輸入一個詞，例如 `/kpi 洞察 價格` ；只輸入 `/kpi 洞察` 可以查看最新內容。',
  'insight.tooLong': '搜尋內容太長，請輸入幾個詞，最多 {most} 個字。',
  'insight.back': '上一頁',
  'insight.more': '下一頁',
}
