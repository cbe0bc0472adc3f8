// What people type who do not know the commands yet.

export const HELP_WORDS = [
  ...[
    '?',
    'how',
    'how to',
    'how does this work',
    'what can you do',
    'commands',
    'menu',
    'guide',
    'start',
    'info',
  ],
  ...[
    '帮助',
    '幫助',
    '说明',
    '說明',
    '使用说明',
    '使用說明',
    '怎么用',
    '怎麼用',
    '怎么使用',
    '怎麼使用',
    '如何使用',
  ],
  ...['使用方法', '指南', '教程', '教學', '功能', '命令', '指令', '菜单', '選單'],
]

export const HELLO_WORDS = [
  ...['hi', 'hello there', 'hi there', 'hey', 'good morning'],
  ...['你好', '您好', '嗨', '哈喽', '哈囉', '在吗', '在嗎', '早', '早上好', '早安'],
]
