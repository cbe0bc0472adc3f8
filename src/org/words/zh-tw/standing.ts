// 繁體中文: what people are told who report in no team.
import type { standing as en } from '../en/standing.ts'

export const standing: Readonly<Record<keyof typeof en, string>> = {
  'standing.leads':
    '您管理{teams}，自己不回報，因此不用填寫，也沒有您自己的數字。可用 `/kpi 排行` 查看進度，用 `/kpi 更正 @姓名` 更正成員的數字；如果您也要回報，請用 `/kpi 成員` 將自己加入。',
  'standing.admin':
    '您沒有加入團隊，因此不用填寫，也沒有自己的數字。身為管理員，您可以在團隊頻道中用 `/kpi 設定` 設定團隊或修改設定；團隊數字只供團隊和主管查看。',
  'standing.guest': '您還沒有加入團隊。請團隊主管將您加入，之後我會在這裡提醒您填寫。',
  'standing.nobody':
    '您還沒有加入團隊。請團隊主管用 `/kpi 成員` 將您加入；如果還沒有團隊，可在團隊頻道中輸入 `/kpi 設定` 建立。',
}
