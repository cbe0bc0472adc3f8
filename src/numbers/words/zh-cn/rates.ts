// 简体中文: plan rates between currencies.
import type { rates as en } from '../en/rates.ts'

export const rates: Readonly<Record<keyof typeof en, string>> = {
  'rates.title': '计划汇率',
  'rates.intro':
    '整个财年使用同一汇率，不同币种团队的目标和汇总就不会随市场汇率波动。没有汇率的金额单独列出。修改后的汇率从今天起生效，以前的结果不变。',
  'rates.year': '财年',
  'rates.span': '{from}至{to}',
  'rates.reporting': '本位币',
  'rates.field': '1 {currency} 折合 {reporting}',
  'rates.about': '约为 {rate}。留空则该币种金额单独列出。',
  'rates.which': '{currency} 的汇率，哪个正确？',
  'rates.one': '1 {currency} = {rate} {reporting}',
  'rates.at': '按计划汇率 {rates} 折算。',
  'rates.apartOf': '*{metric}* {amounts}：缺少计划汇率，未相加。管理员可用 `/kpi 汇率` 设定。',
  'rates.oneCurrency': '所有团队都以 {currency} 计量金额，不需要汇率。',
  'rates.saved': '✅ 已保存：{year}计划汇率，本位币为 {reporting}。',
  'rates.apart': '没有汇率、单独列出的币种：{currencies}。',
  'rates.ofYear': '*{year}计划汇率，本位币为 {reporting}*',
  'rates.noneYet': '{year}还没有计划汇率：不同币种的金额单独列出。',
  'rates.askThese': '只有管理员可以修改，请联系 {admins}。',
  'rates.askAdmin': '只有本工作区的管理员可以修改。',
  'rates.notANumber': '请填写 1 {currency} 折合多少 {reporting}，例如 1.08。',
  'rates.notPositive': '汇率必须大于 0：1 {currency} 折合多少 {reporting}？',
  'rates.tooLarge': '汇率最大为 900,000。是不是填反了？',
  'rates.tooManyDecimals': '最多 10 位小数。',
  'rates.otherCurrency': '请填写以 {reporting} 表示的汇率。',
}
