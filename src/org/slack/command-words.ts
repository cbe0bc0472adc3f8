// What people type for the commands of this room, besides the command's own word.

export const MEMBERS_WORDS = [
  ...['member', 'people', 'team members', 'roster', 'staff'],
  ...['成员', '成員', '人员', '人員', '员工', '員工', '名单', '名單', '团队成员', '團隊成員'],
]

export const LEAVE_WORDS = [
  ...[
    'away',
    'off',
    'time off',
    'day off',
    'days off',
    'pto',
    'ooo',
    'out of office',
    'out',
    'absence',
    'absent',
  ],
  ...['holiday', 'holidays', 'on leave', 'half day'],
  ...['请假', '請假', '休假', '假期', '休息', '补休', '補休', '放假', '请假条', '請假單'],
]

/** They also name the kind of leave. */
export const LEAVE_KIND_WORDS = [
  ...[
    'vacation',
    'annual leave',
    'personal leave',
    'sick',
    'sick leave',
    'business trip',
    'trip',
    'travel',
    'field work',
  ],
  ...['年假', '年休假', '特休', '特休假', '事假', '病假', '出差', '外勤'],
]

export const LEAVE_TEAM_WORDS = [
  ...['quit', 'quit team', 'exit team', 'leave the team', 'leave my team'],
  ...['退出团队', '退出團隊', '离开团队', '離開團隊', '退出', '退团', '退團'],
]

export const WORKSPACE_WORDS = ['workspace settings', '工作区', '工作區']

export const DAYS_WORDS = [
  ...['calendar', 'work days', 'working days', 'public holidays', 'bank holidays'],
  ...[
    '工作日',
    '上班日',
    '调休',
    '調休',
    '补班',
    '補班',
    '节假日',
    '節假日',
    '假日',
    '日历',
    '日曆',
    '行事曆',
    '放假安排',
  ],
]
