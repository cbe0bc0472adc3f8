// English: who leads a team: its manager, the delegate, and the team above.
export const lead = {
  'lead.managerGone':
    '*{team}* ({channel}) has no manager any more: {manager} has left. {meanwhile} Who manages the team from now on?',
  'lead.managerOnLeave':
    '{manager}, who manages *{team}* ({channel}), is on leave until {date}. {meanwhile} Who should manage the team?',
  'lead.delegateActs': '{delegate} acts in the meantime.',
  'lead.comesToYou': 'No delegate is named, so what needs a manager comes to you.',
  'lead.nameManager': 'Name the next manager',
  'lead.keep': 'Keep, the delegate acts',
  'lead.keepWithDelegate': 'Keep, name a delegate',
  'lead.kept': '✅ {manager} stays the manager of *{team}*. {delegate} acts during the leave.',
  'lead.keptAlone': '✅ {manager} stays the manager of *{team}*.',
  'lead.passedOn':
    'Someone else has been asked who manages *{team}* ({channel}). There is nothing for you to do.',
  'lead.settled': '✅ {manager} manages *{team}* ({channel}).',
  'lead.managerTitle': 'Next manager',
  'lead.managerOf': 'Who manages *{team}*',
  'lead.manager': 'Manager',
  'lead.managerHint': 'Sees the numbers of the team, looks after its settings, and is told at once.',
  'lead.delegateTitle': 'Delegate',
  'lead.delegateOf': '{manager} stays the manager of *{team}*. Someone acts during the leave.',
  'lead.delegate': 'Who acts',
  'lead.delegateHint': 'Has the rights of the manager in this team while the manager is away, and no longer.',
  'lead.chooseSomeone': 'Please choose someone.',
  'lead.over': 'This is settled already, so there is nothing left to do.',
  'lead.onlyAbove': 'Only the manager of a team above, or an admin, can do this.',
  'lead.noDelegate': 'No delegate is named any more. Please name one.',
  'lead.nowManages': '✅ {manager} manages *{team}* from now on and is told so.',
  'lead.nowActs': '✅ {delegate} acts for {manager} in *{team}* during the leave and is told so.',
  'lead.delegateNamed':
    '{by} has named you the delegate of *{team}* ({channel}). While {manager} is away you look after the team: you see its numbers, and what needs a manager comes to you.',
  'lead.parentSet':
    '{by} has put *{team}* under *{above}*. {director} and the managers further up now see its numbers and board.',
  'lead.parentSetAbove':
    '{by} has put *{team}* ({channel}, manager {manager}) under your team *{above}*. You now see its numbers: `/kpi board` in that channel.',
  'lead.parentCleared':
    '{by} has taken *{team}* out from under *{former}*. {director} no longer sees its numbers.',
  'lead.parentClearedFormer':
    '{by} has taken *{team}* ({channel}) out from under your team *{former}*. You no longer see its numbers.',
  'lead.proposed':
    '{by} would like to put *{team}* under *{above}*. {director} and the managers further up would then see its numbers and board. Do you agree?',
  'lead.agree': 'Agree',
  'lead.decline': 'Decline',
  'lead.proposalAccepted': '✅ *{team}* is under *{above}*. {director} sees its numbers and board.',
  'lead.proposalSettled': 'This is settled: *{team}* was not put under *{above}*.',
  'lead.answerYes': '{by} has agreed: *{team}* is under *{above}* now.',
  'lead.answerNo':
    '{by} does not agree to put *{team}* under *{above}*. Nothing has changed. Please talk to {by} if it is needed.',
  'lead.onlyManager': 'Only the manager of the team can answer this.',
  'lead.parentGone': 'The team above cannot be chosen any more. Nothing has changed.',
} as const
