// 繁體中文: targets that are pasted as a table.
import type { table as en } from '../en/table.ts'

export const table: Readonly<Record<keyof typeof en, string>> = {
  'table.button': '貼上表格',
  'table.title': '貼上目標',
  'table.intro':
    '從 Excel、Google 試算表或飛書複製四欄：成員、指標、週期、目標值，有沒有標題列都可以。您帶的各團隊成員可以放在一起。',
  'table.example': '例如：',
  'table.field': '表格',
  'table.fieldHint': '一次約可放 80 列，其餘的儲存後再貼。',
  'table.again': '有不對的直接在這裡改，儲存前會再讓您核對一次。',
  'table.previewTitle': '核對目標',
  'table.head': '*{metric}* {period} · {team}：{people, plural, =1 {1 人} other {# 人，合計 *{sum}*}}',
  'table.headRate': '*{metric}* {period} · {team}：{people} 人',
  'table.ofWhole': '團隊目標 {whole}，未分配 {rest}。',
  'table.far':
    ':bulb: 遠{direction, select, more {高} other {低}}於最近三個週期的最佳成績：{people}。確實要這樣，請寫明原因，會告知相關成員。',
  'table.farOne': '{name}（最佳 {best}）',
  'table.same': '有 {count} 列與現有目標相同，不會變動。',
  'table.sums': '第 {lines} 列是合計，已略過。',
  'table.unused': '沒有用到的欄：{columns}。',
  'table.saved':
    '已儲存 {targets} 個目標。{count, plural, =0 {沒有成員的個人目標變動。} other {已私下通知 # 位成員。}}',

  'table.none': '還沒有目標。每列需要成員、指標、週期和目標值。',
  'table.width': '第 {line} 列有 {width} 欄，需要成員、指標、週期、目標值四欄。',
  'table.empty':
    '第 {line} 列缺少{column, select, person {成員} metric {指標} period {週期} other {目標值}}。',
  'table.heading':
    '第 {line} 列的標題缺少{column, select, person {成員} metric {指標} period {週期} other {目標值}}一欄。請補上，或刪掉整列標題。',
  'table.nobody': '第 {line} 列：您的團隊裡沒有「{typed}」。請照 Slack 顯示的姓名填寫。',
  'table.whichPerson': '第 {line} 列：「{typed}」可能是{names}。請寫全名。',
  'table.sameName': '第 {line} 列：有幾位同事都叫 {name}。請改填成員 ID（Slack 個人檔案的 ⋮ 裡可複製）。',
  'table.whichTeam': '第 {line} 列：{name} 同時在 {teams}。請到對應團隊的頻道裡貼上這一列。',
  'table.noMetric': '第 {line} 列：{name} 沒有「{typed}」這項指標。可用 /kpi 指標 查看有哪些。',
  'table.whichMetric': '第 {line} 列：「{typed}」可能是{metrics}。請寫全名。',
  'table.noPeriod': '第 {line} 列：「{typed}」不是月份或季度。請寫成 2026-12、12月 或 2027年第一季。',
  'table.periodOver': '第 {line} 列：{typed} 已經結束，目標不再變動。請刪掉這一列。',
  'table.value': '第 {line} 列「{typed}」：{problem}',
  'table.twice': '第 {line} 列：「{typed}」的這個目標在第 {before} 列已有，數值不同。請保留一列。',
  'table.more': '另有 {count} 列需要修改。',
  'table.notInTeam': '{names} 在{period}不屬於 {team}，或不回報{metric}。請刪掉這一列。',
  'table.refused':
    '{team} {period}的{metric}：與已定的月份或成員份額對不起來。請用 `/kpi 目標` 單獨設定，可以看到是哪裡。',
  'table.aboveWhole':
    '{team} {period}{metric}：這裡合計 {value}，其他人共 {others}，超過了團隊目標 {whole}。請先調高團隊目標，或填小一些。',
  'table.aboveParent':
    '{team} {period}{metric}：上級團隊分解的目標是 {whole}。這裡合計 {value}，那邊其他部分共 {others}，加起來超過了。請先請上級調高目標，或填小一些。',
}
