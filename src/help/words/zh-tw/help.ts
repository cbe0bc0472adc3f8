// 繁體中文: what frames `/kpi help`; each room describes its own commands.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.title': '*Pacesetter* 每天請您花半分鐘回報，記下您的數字，並讓團隊看到進展。',
  'help.manager': '*主管可用*',
  'help.start': '您還沒有加入團隊。在團隊頻道輸入 `/kpi 設定` 即可建立，或請主管將您加入。',
  'help.admin': '您沒有加入團隊。身為管理員，您可以在團隊頻道中用 `/kpi 設定` 設定團隊或修改設定。',
  'help.guest': '您還沒有加入團隊，請團隊主管將您加入。',
  'help.noReports': '目前還沒有週會議程。寫週報請用 `/kpi 週報` ，本週排行請用 `/kpi 排行 本週` 。',
  'hello.member':
    '您好！可以直接把數字傳給我，例如「電話 5，拜訪 2」，也可以點按鈕。在這裡不用斜線就能用指令，例如「排行」「請假 明天」。',
  'hello.manager': '您好！可以點按鈕，也可以不用斜線直接傳指令，例如「排行 本週」。',
  'hello.allHelp': '全部功能',
  'hello.openForm': '請點按鈕開啟表單。',
  'hello.interrupted': '剛才的回答中斷了，請再問一次。',
  'hello.interruptedForm': '剛才還沒寫完就中斷了，請再按一次按鈕。',
  'hello.interruptedClosed': '您在表單裡請我寫的內容還沒寫完就中斷了，請回到那裡再按一次按鈕。',
}
