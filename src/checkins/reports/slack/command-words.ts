// What people type for the weekly report, besides its own word.

export const REPORT_WORDS = [
  ...['weekly', 'weekly report', 'weekly-report', 'week report', 'my report', 'my weekly report'],
  ...['周报', '週報', '写周报', '寫週報', '交周报', '交週報', '填周报', '填週報', '改周报', '改週報'],
]
