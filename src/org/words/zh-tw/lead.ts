// 繁體中文: who leads a team: its manager, the delegate, and the team above.
import type { lead as en } from '../en/lead.ts'

export const lead: Readonly<Record<keyof typeof en, string>> = {
  'lead.managerGone':
    '「{team}」（{channel}）目前沒有主管：{manager} 已離開。{meanwhile}今後由誰管理這個團隊？',
  'lead.managerOnLeave':
    '「{team}」（{channel}）的主管 {manager} 請假至{date}。{meanwhile}這段時間由誰管理團隊？',
  'lead.delegateActs': '目前由代理人 {delegate} 代管。',
  'lead.comesToYou': '目前沒有代理人，需要主管處理的事項會轉給您。',
  'lead.nameManager': '指定新主管',
  'lead.keep': '主管不變，由代理人代管',
  'lead.keepWithDelegate': '主管不變，指定代理人',
  'lead.kept': '✅ {manager} 仍是「{team}」的主管，請假期間由 {delegate} 代管。',
  'lead.keptAlone': '✅ {manager} 仍是「{team}」的主管。',
  'lead.passedOn': '「{team}」（{channel}）由誰管理，已改由其他人決定，您不需要操作。',
  'lead.settled': '✅「{team}」（{channel}）的主管是 {manager}。',
  'lead.managerTitle': '新主管',
  'lead.managerOf': '由誰管理「{team}」',
  'lead.manager': '主管',
  'lead.managerHint': '可查看團隊數字、管理設定；儲存後會立即通知對方。',
  'lead.delegateTitle': '代理人',
  'lead.delegateOf': '{manager} 仍是「{team}」的主管，請指定請假期間由誰代管。',
  'lead.delegate': '由誰代管',
  'lead.delegateHint': '僅在主管請假或離開期間擁有主管在這個團隊的權限。',
  'lead.chooseSomeone': '請選擇一位同事。',
  'lead.over': '這件事已處理完畢，不需要再操作。',
  'lead.onlyAbove': '只有上級團隊的主管或管理員可以執行。',
  'lead.noDelegate': '目前沒有代理人，請指定一位。',
  'lead.nowManages': '✅ 今後由 {manager} 管理「{team}」，已通知對方。',
  'lead.nowActs': '✅ 請假期間由 {delegate} 代 {manager} 管理「{team}」，已通知對方。',
  'lead.delegateNamed':
    '{by} 已指定您為「{team}」（{channel}）的代理人。{manager} 請假或離開時由您代管團隊：您可以查看團隊數字，需要主管處理的事項也會轉給您。',
  'lead.parentSet':
    '{by} 已將「{team}」歸入「{above}」。之後 {director} 及更上級的主管可以查看這個團隊的數字和排行榜。',
  'lead.parentSetAbove':
    '{by} 已將「{team}」（{channel}，主管 {manager}）歸入您的團隊「{above}」。您可在該頻道輸入 `/kpi 排行` 查看其數字。',
  'lead.parentCleared': '{by} 已將「{team}」移出「{former}」，{director} 不再能查看這個團隊的數字。',
  'lead.parentClearedFormer':
    '{by} 已將「{team}」（{channel}）移出您的團隊「{former}」，您不再能查看其數字。',
  'lead.proposed':
    '{by} 想將「{team}」歸入「{above}」。歸入後，{director} 及更上級的主管可以查看這個團隊的數字和排行榜。您同意嗎？',
  'lead.agree': '同意',
  'lead.decline': '不同意',
  'lead.proposalAccepted': '✅「{team}」已歸入「{above}」，{director} 可以查看其數字和排行榜。',
  'lead.proposalSettled': '這件事已處理：「{team}」沒有歸入「{above}」。',
  'lead.answerYes': '{by} 已同意：「{team}」現已歸入「{above}」。',
  'lead.answerNo': '{by} 不同意將「{team}」歸入「{above}」，沒有任何變動。如仍有需要，請與 {by} 溝通。',
  'lead.onlyManager': '只有團隊主管可以回覆。',
  'lead.parentGone': '該上級團隊已無法選擇，沒有任何變動。',
}
