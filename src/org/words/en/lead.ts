// English: who leads a team: its manager, the delegate, and the team above.
export const lead = {
  'lead.managerGone':
    '*{team}* ({channel}) has no manager any more: {manager} has left. {meanwhile} Who should manage the team from now on?',
  'lead.managerOnLeave':
    '{manager}, who manages *{team}* ({channel}), is on leave until {date}. {meanwhile} Who should manage the team in that time?',
  'lead.delegateActs': '{delegate} stands in as the delegate.',
  'lead.comesToYou': 'There is no delegate, so whatever needs a manager comes to you.',
  'lead.nameManager': 'Name the next manager',
  'lead.keep': 'Keep, delegate acts',
  'lead.keepWithDelegate': 'Keep, name a delegate',
  'lead.kept': '✅ {manager} stays the manager of *{team}*. {delegate} acts during the leave.',
  'lead.keptAlone': '✅ {manager} stays the manager of *{team}*.',
  'lead.passedOn':
    'Who manages *{team}* ({channel}) is now for someone else to decide. There is nothing for you to do.',
  'lead.settled': '✅ {manager} manages *{team}* ({channel}).',
  'lead.managerTitle': 'Next manager',
  'lead.managerOf': 'Who manages *{team}*',
  'lead.manager': 'Manager',
  'lead.managerHint': 'Sees the numbers of the team, looks after its settings, and is told at once.',
  'lead.delegateTitle': 'Delegate',
  'lead.delegateOf': '{manager} stays the manager of *{team}*. Choose who acts during the leave.',
  'lead.delegate': 'Who acts',
  'lead.delegateHint': 'Has the manager’s rights in this team, only while the manager is away.',
  'lead.chooseSomeone': 'Please choose someone.',
  'lead.over': 'This is settled already. There is nothing left to do.',
  'lead.onlyAbove': 'Only the manager of a team above, or an admin, can do this.',
  'lead.noDelegate': 'No delegate is named any more. Please name one.',
  'lead.nowManages': '✅ {manager} manages *{team}* from now on and has been told.',
  'lead.nowActs': '✅ {delegate} acts for {manager} in *{team}* during the leave and has been told.',
  'lead.delegateNamed':
    '{by} has named you the delegate of *{team}* ({channel}). While {manager} is away you look after the team: you see its numbers, and what needs a manager comes to you.',
  'lead.parentSet':
    '{by} has put *{team}* under *{above}*. {director} and the managers further up now see its numbers and board.',
  'lead.parentSetAbove':
    '{by} has put *{team}* ({channel}, manager {manager}) under your team *{above}*. You now see its numbers: `/kpi board` in that channel.',
  'lead.parentCleared':
    '*{team}* is no longer under *{former}*: {by} has changed that. {director} no longer sees its numbers.',
  'lead.parentClearedFormer':
    '*{team}* ({channel}) is no longer under your team *{former}*: {by} has changed that. You no longer see its numbers.',
  'lead.proposed':
    '{by} would like to put *{team}* under *{above}*. {director} and the managers further up would then see its numbers and board. Do you agree?',
  'lead.agree': 'Agree',
  'lead.decline': 'Decline',
  'lead.proposalAccepted': '✅ *{team}* is under *{above}*. {director} sees its numbers and board.',
  'lead.proposalSettled': 'This is settled: *{team}* was not put under *{above}*.',
  'lead.answerYes': '{by} has agreed: *{team}* is under *{above}* now.',
  'lead.answerNo':
    '{by} does not agree to put *{team}* under *{above}*, so nothing has changed. If you still need it, please talk to {by}.',
  'lead.onlyManager': 'Only the team’s manager can answer this.',
  'lead.parentGone': 'That team cannot be chosen as the team above any more. Nothing has changed.',
} as const
