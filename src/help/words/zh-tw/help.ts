// 繁體中文: what can be typed after `/kpi`.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.title': '*Pacesetter* 每天早上請您填寫晨會，記下您的數字，並讓團隊看到進展。',
  'help.standup': '`/kpi 晨會` 填寫或修改今天的晨會',
  'help.log': '`/kpi 填報` 開啟表單填報；也可以一行寫完： `/kpi 填報 電話5 拜訪2`',
  'help.me': '`/kpi 我` 查看自己今天、本週、本月的數字',
  'help.board': '`/kpi 排行` 看誰領先；也可以 `/kpi 排行 本週` 、 `/kpi 排行 本月 拜訪`',
  'help.leave': '`/kpi 請假` 登記休假：當天不會提醒，也不列入計算',
  'help.manager': '*主管可用*',
  'help.setup': '`/kpi 設定` 設定團隊的時間、工作日、指標與排行榜',
  'help.members': '`/kpi 成員` 新增、移除成員或調整職務',
  'help.metrics': '`/kpi 指標` 選擇、改名或新增各職務的指標',
  'help.days': '`/kpi 工作日` 標記額外的休假日或補班日',
  'help.correct': '`/kpi 更正 @姓名` 更正成員的數字，須填寫原因並留存紀錄',
  'help.start': '您還沒有加入團隊。在團隊頻道輸入 `/kpi 設定` 即可建立，或請主管將您加入。',
  'help.guest': '您還沒有加入團隊，請團隊主管將您加入。',
  'help.openStandup': '今天的晨會',
  'help.openLog': '填報數字',
  'help.showBoard': '排行榜',
  'help.showMine': '我的數字',
  'help.openSetup': '設定團隊',
}
