// What people type for the board, besides its own word.

export const BOARD_WORDS = [
  ...[
    'boards',
    'leaderboard',
    'leader board',
    'scoreboard',
    'rank',
    'ranks',
    'ranking',
    'rankings',
    'standings',
    'top',
  ],
  ...['who is ahead', 'who is leading', 'who is winning'],
  ...[
    '排行',
    '排行榜',
    '排名',
    '排名榜',
    '名次',
    '榜单',
    '榜單',
    '看板',
    '龙虎榜',
    '龍虎榜',
    '红榜',
    '紅榜',
    '光荣榜',
    '光榮榜',
  ],
  ...['业绩榜', '業績榜', '业绩排名', '業績排名', '战报', '戰報', '喜报', '喜報'],
]
