// 繁體中文: what people are told when they are added to a team or get another role in it.
import type { member as en } from '../en/member.ts'

export const member: Readonly<Record<keyof typeof en, string>> = {
  'member.added': '{by} 已將您加入 {channel} 的 *{team}* 團隊，主管是 {manager}。',
  'member.ownTime': '您的當地時間',
  'member.teamTime': '團隊時間',
  'member.asked':
    '*回報內容：* 每個工作日 {time}（{zone}）我會在這裡請您填寫{checkin}，很簡短：已完成的、接下來的計畫、遇到的問題，以及您的數字：{numbers}。',
  'member.askedNoNumbers':
    '*回報內容：* 每個工作日 {time}（{zone}）我會在這裡請您填寫{checkin}，很簡短：已完成的、接下來的計畫和遇到的問題。',
  'member.weekly':
    '*每週一次：* {day} {time} 寫週報。打開時，本週的數字、計畫和成交都已經填好，補充幾句就行。',
  'member.seenBy':
    '*誰看得到：* {names, select, none {{readers}。{channel} 裡的摘要只列人數，排行榜不顯示姓名。} top {{readers} 和 {channel} 裡的所有人；頻道排行榜顯示前五名。} other {{readers} 和 {channel} 裡的所有人；頻道排行榜顯示所有人的姓名。}}',
  'member.howToLeave':
    '*不想參加：* 隨時輸入 `/kpi 退出團隊` 即可退出。會通知 {manager}，您的數字與歷史紀錄會保留。',
  'member.roleChanged': '{by} 將您在 *{team}* 的職務改為：{role}。',
  'member.roleNumbers': '之後請您回報：{numbers}。',
}
