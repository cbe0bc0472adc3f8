// Sample texts of the demo: what its reps plan, and what stands in their way.
import { DEMO_DATE, type DemoRep } from './company.ts'

/** Lines of the plan that is open on the demo's day, by user id. */
const PLANS: Readonly<Record<string, readonly string[]>> = {
  U0JONAS: ['Call back the three leads from the trade fair', 'Send the revised offer to Nordlicht'],
  U0AYLIN: ['Close Hafenwerk', 'Two visits in Potsdam', 'Hand the onboarding of Elbtal to service'],
  U0OSKAR: ['Sort out the old leads list', 'Offer for Weser Logistics'],
  U0TESSA: ['Demo for Harbor & Pine', 'Follow up on last week’s proposals'],
  U0DARIUS: ['Ten calls into the dental list', 'Prepare Thursday’s visit'],
  U0CHEN: ['回访上周三家意向客户', '给恒信科技发修订后的报价'],
  U0WANG: ['拜访苏州两家新客户', '整理本月线索'],
  U0ZHAO: ['跟进展会名单前二十个电话', '准备周四的方案演示'],
  U0SUN: ['三家到期客户的续约沟通', '华锐的满意度回访'],
}

/** Of other days, two each. */
const OTHER_PLANS: Readonly<Record<'en' | 'zh', readonly string[]>> = {
  en: [
    'Ten calls into the fair list',
    'Offer for Lindenhof Logistics',
    'Visit Baltic Foods',
    'Follow up on last week’s proposals',
    'Second meeting with Kranich & Sons',
    'Update the forecast for the quarter',
    'Demo for Westgate Dental',
  ],
  zh: [
    '跟进展会名单',
    '拜访苏州园区客户',
    '给明远电子报价',
    '整理本月线索',
    '回访三家老客户',
    '准备季度方案演示',
    '华锐项目第二次沟通',
  ],
}

/** The day before the demo's day ends with the plans that visitors find. */
const EVE = Temporal.PlainDate.from(DEMO_DATE).subtract({ days: 1 })

export function plansFor({ userId, locale }: DemoRep, date: Temporal.PlainDate): readonly string[] {
  const own = PLANS[userId]
  if (own && date.equals(EVE)) return own
  const lines = OTHER_PLANS[locale === 'en' ? 'en' : 'zh']
  const start = date.dayOfYear + userId.codePointAt(2)! + userId.length
  return [lines[start % lines.length]!, lines[(start + 3) % lines.length]!]
}

/** By user id and date; each asks the manager for help. */
export const BLOCKERS: Readonly<Record<string, string>> = {
  [`U0OSKAR ${EVE}`]: 'Weser Logistics wants payment in 60 days; I may only offer 30',
  [`U0ZHAO ${EVE}`]: '演示环境登录不了，周四之前要用',
}

/** What customers said in a week, by the user id of who heard it: it stands in the weekly report, and can be searched for. */
export const INSIGHTS: Readonly<Record<string, readonly string[]>> = {
  U0OSKAR: [
    'Two customers asked for payment in 60 days. Elbe Freight offers it to everyone now.',
    'Prices of our largest competitor go up by 4 % in January, says Weser Logistics.',
  ],
  U0JONAS: ['Customers from the trade fair want the mobile app before they sign.'],
  U0WANG: ['苏州园区的客户反馈：竞品交货只要两周，我们要四周。', '两家客户希望先试用一个月再签年度合同。'],
  U0SUN: ['客户反馈：续约时最关心的是售后响应时间。'],
}

/** What somebody asks support for in the weekly report, by user id; the manager is asked. */
export const SUPPORT_REQUESTS: Readonly<Record<string, string>> = {
  U0OSKAR: 'Decide whether we offer payment in 60 days',
  U0WANG: '请和生产部门确认能否缩短交货期',
}
