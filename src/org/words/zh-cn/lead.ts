// 简体中文: who leads a team: its manager, the delegate, and the team above.
import type { lead as en } from '../en/lead.ts'

export const lead: Readonly<Record<keyof typeof en, string>> = {
  'lead.managerGone':
    '“{team}”（{channel}）现在没有主管：{manager} 已离开。{meanwhile}今后由谁管理这个团队？',
  'lead.managerOnLeave':
    '“{team}”（{channel}）的主管 {manager} 请假至{date}。{meanwhile}这段时间由谁管理团队？',
  'lead.delegateActs': '目前由代理人 {delegate} 代管。',
  'lead.comesToYou': '目前没有代理人，需要主管处理的事项会转给您。',
  'lead.nameManager': '指定新主管',
  'lead.keep': '主管不变，由代理人代管',
  'lead.keepWithDelegate': '主管不变，指定代理人',
  'lead.kept': '✅ {manager} 仍是“{team}”的主管，请假期间由 {delegate} 代管。',
  'lead.keptAlone': '✅ {manager} 仍是“{team}”的主管。',
  'lead.passedOn': '“{team}”（{channel}）由谁管理，已改由他人决定，您无需操作。',
  'lead.settled': '✅“{team}”（{channel}）的主管是 {manager}。',
  'lead.managerTitle': '新主管',
  'lead.managerOf': '由谁管理“{team}”',
  'lead.manager': '主管',
  'lead.managerHint': '可查看团队数据、管理设置；保存后会立即通知对方。',
  'lead.delegateTitle': '代理人',
  'lead.delegateOf': '{manager} 仍是“{team}”的主管，请指定请假期间由谁代管。',
  'lead.delegate': '由谁代管',
  'lead.delegateHint': '仅在主管请假或离开期间拥有主管在本团队的权限。',
  'lead.chooseSomeone': '请选择一位同事。',
  'lead.over': '此事已处理完毕，无需再操作。',
  'lead.onlyAbove': '只有上级团队的主管或管理员可以操作。',
  'lead.noDelegate': '目前没有代理人，请指定一位。',
  'lead.nowManages': '✅ 今后由 {manager} 管理“{team}”，已通知对方。',
  'lead.nowActs': '✅ 请假期间由 {delegate} 代 {manager} 管理“{team}”，已通知对方。',
  'lead.delegateNamed':
    '{by} 已指定您为“{team}”（{channel}）的代理人。{manager} 请假或离开时由您代管团队：您可以查看团队数据，需要主管处理的事项也会转给您。',
  'lead.parentSet':
    '{by} 已将“{team}”归入“{above}”。今后 {director} 及更上级的主管可以查看本团队的数据和排行榜。',
  'lead.parentSetAbove':
    '{by} 已将“{team}”（{channel}，主管 {manager}）归入您的团队“{above}”。您可在该频道输入 `/kpi 排行` 查看其数据。',
  'lead.parentCleared': '{by} 已将“{team}”移出“{former}”，{director} 不再能查看本团队的数据。',
  'lead.parentClearedFormer': '{by} 已将“{team}”（{channel}）移出您的团队“{former}”，您不再能查看其数据。',
  'lead.proposed':
    '{by} 想将“{team}”归入“{above}”。归入后，{director} 及更上级的主管可以查看本团队的数据和排行榜。您同意吗？',
  'lead.agree': '同意',
  'lead.decline': '不同意',
  'lead.proposalAccepted': '✅“{team}”已归入“{above}”，{director} 可以查看其数据和排行榜。',
  'lead.proposalSettled': '此事已处理：“{team}”没有归入“{above}”。',
  'lead.answerYes': '{by} 已同意：“{team}”现已归入“{above}”。',
  'lead.answerNo': '{by} 不同意将“{team}”归入“{above}”，没有任何变动。如仍有需要，请与 {by} 沟通。',
  'lead.onlyManager': '只有团队主管可以答复。',
  'lead.parentGone': '该上级团队已不能选择，没有任何变动。',
}
