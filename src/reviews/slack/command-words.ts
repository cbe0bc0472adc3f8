// What people type for the review of a month or a quarter, besides the command's own word.

export const REVIEW_WORDS = [
  ...[
    'monthly report',
    'monthly review',
    'quarterly report',
    'quarterly review',
    'business review',
    'retrospective',
    'retro',
    'qbr',
  ],
  ...['复盘', '復盤', '复盘会', '復盤會', '月度复盘', '月度復盤', '季度复盘', '季度復盤', '检讨', '檢討'],
  ...['覆盤', '月报', '月報', '月会', '月會', '季报', '季報'],
  ...['经营分析', '經營分析', '业绩分析', '業績分析'],
]
