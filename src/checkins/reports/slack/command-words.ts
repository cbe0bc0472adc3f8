// What people type for the weekly report and for what reports say, besides the commands' own words.

export const REPORT_WORDS = [
  ...['weekly', 'weekly report', 'weekly-report', 'week report', 'my report', 'my weekly report'],
  ...['周报', '週報', '写周报', '寫週報', '交周报', '交週報', '填周报', '填週報', '改周报', '改週報'],
]

export const INSIGHT_WORDS = [
  ...['insights', 'market', 'market insight', 'market insights', 'customer feedback', 'feedback'],
  ...['voice of the customer', '洞察', '洞見', '洞见', '市场洞察', '市場洞察', '客户洞察', '客戶洞察'],
  ...[
    '市场动态',
    '市場動態',
    '市场情报',
    '市場情報',
    '客户反馈',
    '客戶反饋',
    '客戶回饋',
    '市场反馈',
    '市場回饋',
  ],
]
