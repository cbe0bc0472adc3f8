// 繁體中文: questions about dates that were typed after a command.
import type { dates as en } from '../en/dates.ts'

export const dates: Readonly<Record<keyof typeof en, string>> = {
  'dates.which': '您指的是哪一天？',
  'dates.whichHalf': '上午還是下午？',
  'dates.morning': '上午',
  'dates.afternoon': '下午',
  'dates.range': '{from}至{to}',
  'dates.noSuchDate': '沒有這一天，請檢查月份和日期。',
  'dates.endsBeforeStart': '結束日期早於開始日期，請先寫較早的那天。',
  'dates.halfOfRange': '半天要單獨寫一則。請分兩則傳送：先寫半天，再寫整天。',
  'dates.several': '一次只能寫一天，或一段連續的日期。請每段傳一則。',
  'dates.oneDay': '這裡一次只能寫一天，請每天傳一則。',
}
