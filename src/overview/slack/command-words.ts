// What people type for a team's numbers, besides the command's own word.

export const TEAM_WORDS = [
  ...['teams', 'my team', 'team numbers', 'team progress', 'overview', 'dashboard', 'the team'],
  ...['团队', '團隊', '团队业绩', '團隊業績', '团队数据', '團隊數據', '团队进度', '團隊進度', '全员', '全員'],
  ...['我的团队', '我的團隊', '我们组', '我們組', '小组', '小組', '下属', '下屬', '部门', '部門'],
]
