// What people type for the commands of this room, besides the command's own word.

export const LOG_WORDS = [
  ...['record', 'enter', 'input', 'track', 'numbers', 'log numbers', 'enter numbers', 'add numbers'],
  ...[
    '填报',
    '填報',
    '记录',
    '記錄',
    '紀錄',
    '登记',
    '登記',
    '录入',
    '錄入',
    '输入',
    '輸入',
    '回报',
    '回報',
    '报数',
    '報數',
  ],
  ...['上报', '上報', '填写', '填寫', '报数据', '填数据', '填數據', '填數字', '填数字', '报业绩', '報業績'],
]

export const UNDO_WORDS = [
  ...['undo last', 'take back', 'takeback', 'revert', 'undo entry', 'undo log'],
  ...[
    '撤销',
    '撤銷',
    '复原',
    '復原',
    '收回',
    '撤回',
    '撤销上一条',
    '撤銷上一筆',
    '收回上一筆',
    '撤销填报',
    '收回回報',
  ],
]

export const ME_WORDS = [
  ...[
    'mine',
    'my numbers',
    'my stats',
    'my results',
    'stats',
    'results',
    'score',
    'my score',
    'performance',
    'progress',
  ],
  ...['我', '我的', '我的数据', '我的數據', '我的数字', '我的數字', '我的业绩', '我的業績', '数据', '數據'],
  ...['成绩', '成績', '进度', '進度', '个人数据', '個人數據'],
]

/** They also name a number: with one after it, it is logged. */
export const ME_NUMBER_WORDS = ['业绩', '業績']

export const METRICS_WORDS = [
  'metric',
  'kpis',
  'measures',
  '指标',
  '指標',
  '考核指标',
  '考核指標',
  '指标设置',
  '指標設定',
]

export const CORRECT_WORDS = [
  ...['correction', 'fix', 'fix number', 'fix numbers', 'correct number'],
  ...['更正', '修正', '改正', '订正', '訂正', '纠正', '糾正', '改数据', '改數據', '改数字', '改數字'],
]

export const RATES_WORDS = [
  ...['rate', 'plan rates', 'plan rate', 'exchange rates', 'exchange rate', 'fx', 'currencies', 'currency'],
  ...['汇率', '匯率', '计划汇率', '計畫匯率', '预算汇率', '預算匯率', '币种', '幣別'],
]
