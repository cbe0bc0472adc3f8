// 简体中文: questions about dates that were typed after a command.
import type { dates as en } from '../en/dates.ts'

export const dates: Readonly<Record<keyof typeof en, string>> = {
  'dates.which': '您指的是哪一天？',
  'dates.whichHalf': '上午还是下午？',
  'dates.morning': '上午',
  'dates.afternoon': '下午',
  'dates.range': '{from}至{to}',
  'dates.noSuchDate': '没有这一天，请检查月份和日期。',
  'dates.endsBeforeStart': '结束日期早于开始日期，请先写较早的一天。',
  'dates.halfOfRange': '半天要单独写一条。请分两条发送：先写半天，再写整天。',
  'dates.several': '一次只能写一天，或一段连续的日期。请每段发一条。',
  'dates.oneDay': '这里一次只能写一天，请每天发一条。',
}
