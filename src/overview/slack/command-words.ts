// What people type for a team's numbers, or for one person's, besides the command's own word.

export const TEAM_WORDS = [
  ...['my team', 'team numbers', 'team progress', 'overview', 'dashboard', 'the team'],
  ...['团队', '團隊', '团队业绩', '團隊業績', '团队数据', '團隊數據', '团队进度', '團隊進度', '全员', '全員'],
  ...['我的团队', '我的團隊', '我们组', '我們組', '小组', '小組', '下属', '下屬', '部门', '部門'],
]

export const TEAMS_WORDS = [
  ...['all teams', 'my teams', 'side by side', 'team against team', 'compare teams', 'regions'],
  ...['各团队', '各團隊', '各组', '各組', '所有团队', '所有團隊', '团队对比', '團隊比較', '团队PK', '團隊PK'],
  ...['各区', '各區', '各部门', '各部門'],
]

export const REP_WORDS = [
  ...['person', 'salesperson', 'sales rep', 'individual', 'one on one', '1:1'],
  ...['组员', '組員', '业务员', '業務員', '业务', '業務', '销售', '銷售', '个人', '個人', '某人'],
]
