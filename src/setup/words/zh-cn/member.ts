// 简体中文: what people are told when they are added to a team or get another role in it.
import type { member as en } from '../en/member.ts'

export const member: Readonly<Record<keyof typeof en, string>> = {
  'member.added': '{by} 已将您加入 {channel} 的 *{team}* 团队，主管是 {manager}。',
  'member.ownTime': '您的当地时间',
  'member.teamTime': '团队时间',
  'member.asked':
    '*填报内容：* 每个工作日 {time}（{zone}）我会在这里请您填写{checkin}，很简短：已完成的、接下来的计划、遇到的困难，以及您的数据：{numbers}。',
  'member.askedNoNumbers':
    '*填报内容：* 每个工作日 {time}（{zone}）我会在这里请您填写{checkin}，很简短：已完成的、接下来的计划和遇到的困难。',
  'member.weekly':
    '*每周一次：* {day} {time} 填写周报。打开时，本周的数据、计划和成交都已经填好，补充几句就行。',
  'member.seenBy':
    '*谁能看到：* {names, select, none {{readers}。{channel} 里的汇总只列人数，排行榜不显示姓名。} top {{readers} 和 {channel} 里的所有人；频道排行榜显示前五名。} other {{readers} 和 {channel} 里的所有人；频道排行榜显示所有人的姓名。}}',
  'member.howToLeave':
    '*不想参加：* 随时输入 `/kpi 退出团队` 即可退出。会通知 {manager}，您的数据和历史记录会保留。',
  'member.roleChanged': '{by} 将您在 *{team}* 的岗位改为：{role}。',
  'member.roleNumbers': '之后请您填报：{numbers}。',
}
