// What people type for a team's numbers, or for one person's, besides the command's own word.

export const TEAM_WORDS = [
  ...['teams', 'my team', 'team numbers', 'team progress', 'overview', 'dashboard', 'the team'],
  ...['团队', '團隊', '团队业绩', '團隊業績', '团队数据', '團隊數據', '团队进度', '團隊進度', '全员', '全員'],
  ...['我的团队', '我的團隊', '我们组', '我們組', '小组', '小組', '下属', '下屬', '部门', '部門'],
]

export const REP_WORDS = [
  ...['person', 'salesperson', 'sales rep', 'individual', 'one on one', '1:1'],
  ...['组员', '組員', '业务员', '業務員', '业务', '業務', '销售', '銷售', '个人', '個人', '某人'],
]
