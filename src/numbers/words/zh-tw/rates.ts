// 繁體中文: plan rates between currencies.
import type { rates as en } from '../en/rates.ts'

export const rates: Readonly<Record<keyof typeof en, string>> = {
  'rates.title': '計畫匯率',
  'rates.intro':
    '整個會計年度使用同一匯率，不同幣別團隊的目標與加總就不會隨市場匯率波動。沒有匯率的金額會分開列出。修改後的匯率自今天起生效，先前的結果不變。',
  'rates.year': '會計年度',
  'rates.span': '{from}至{to}',
  'rates.reporting': '報告幣別',
  'rates.field': '1 {currency} 折合 {reporting}',
  'rates.about': '約為 {rate}。留空則該幣別的金額分開列出。',
  'rates.which': '{currency} 的匯率，哪一個正確？',
  'rates.one': '1 {currency} = {rate} {reporting}',
  'rates.at': '依計畫匯率 {rates} 折算。',
  'rates.apartOf': '*{metric}* {amounts}：缺少計畫匯率，未相加。管理員可用 `/kpi 匯率` 設定。',
  'rates.oneCurrency': '所有團隊都以 {currency} 計算金額，不需要匯率。',
  'rates.saved': '✅ 已儲存：{year}計畫匯率，報告幣別為 {reporting}。',
  'rates.apart': '沒有匯率、分開列出的幣別：{currencies}。',
  'rates.ofYear': '*{year}計畫匯率，報告幣別為 {reporting}*',
  'rates.noneYet': '{year}還沒有計畫匯率：不同幣別的金額分開列出。',
  'rates.askThese': '只有管理員可以修改，請聯絡 {admins}。',
  'rates.askAdmin': '只有此工作區的管理員可以修改。',
  'rates.notANumber': '請填寫 1 {currency} 折合多少 {reporting}，例如 1.08。',
  'rates.notPositive': '匯率必須大於 0：1 {currency} 折合多少 {reporting}？',
  'rates.tooLarge': '匯率最大為 900,000。是不是填反了？',
  'rates.tooManyDecimals': '最多 10 位小數。',
  'rates.otherCurrency': '請填寫以 {reporting} 表示的匯率。',
}
