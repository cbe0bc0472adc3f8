// Sample texts of the demo: yesterday's plans and blockers.

/** Lines of yesterday's plan, by user id. */
export const PLANS: Readonly<Record<string, readonly string[]>> = {
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

/** Blockers that are open since yesterday, by user id; each asks the manager for help. */
export const YESTERDAYS_BLOCKER: Readonly<Record<string, string>> = {
  U0OSKAR: 'Weser Logistics wants payment in 60 days; I may only offer 30',
  U0ZHAO: '演示环境登录不了，周四之前要用',
}
