// English: what people are told when they join or leave a team, and the form in which they leave it.
export const membership = {
  'membership.removed':
    '{by} has taken you out of *{team}*. You won’t be asked there any more; your numbers and history are kept. Questions? Ask {manager}.',
  'membership.changed': '{by} has changed who takes part in *{team}*.',
  'membership.leftThemself':
    '{by} has left *{team}* and won’t be asked there any more. Their numbers and history are kept.',
  'leave-team.title': 'Leave a team',
  'leave-team.leave': 'Leave',
  'leave-team.which': 'Which team do you want to leave?',
  'leave-team.sure': 'Do you want to leave *{team}*?',
  'leave-team.follows':
    'You won’t be asked there any more. Your numbers and history are kept, and the manager is told.',
  'leave-team.left':
    '✅ You have left *{team}*. You won’t be asked there any more; your numbers and history are kept.',
  'leave-team.managerTold': '{manager} has been told.',
  'leave-team.stillManager': 'You are still its manager. To hand it over, use `/kpi setup`.',
  'leave-team.gone': 'You are not in this team any more, so there is nothing to leave.',
  'leave-team.noTeam': 'You are in no team, so there is nothing to leave.',
  'workspace.title': 'Workspace',
  'workspace.intro':
    'Whoever sets up a team sees its numbers and plans. Anyone who is already in a team only joins another once their manager agrees.',
  'workspace.who': 'Who may set up teams',
  'workspace.everybody': 'Everybody except guests',
  'workspace.named': 'The people named below, and admins',
  'workspace.admins': 'Admins only',
  'workspace.which': 'Named people',
  'workspace.whichHint': 'Only counts with “The people named below, and admins”.',
  'workspace.year': 'Fiscal year starts in',
  'workspace.yearHint':
    'Quarters and years of targets and boards follow. Quarters and years that already have targets keep theirs.',
  'workspace.chosenYear': 'The fiscal year starts in {month}.',
  'workspace.company': 'Company',
  'workspace.companyHint':
    'The team above all others: /kpi target company sets its target, which is shared out over the teams below.',
  'workspace.lastResort': 'Owner of last resort',
  'workspace.lastResortHint':
    'Hears of an urgent warning that neither the manager nor the director answers. Empty: the manager at the top.',
  'workspace.unusableLastResort': '{names} cannot be named (an app, a guest, deactivated or unknown).',
  'workspace.noCompany': 'None',
  'workspace.notARoot': 'This team has another above it by now, or none below. Please choose again.',
  'workspace.whoMissing': 'Please choose who may set up teams.',
  'workspace.namedMissing': 'Please choose at least one person.',
  'workspace.unusable': 'These cannot set up teams (apps, guests, deactivated or unknown): {names}.',
  'workspace.onlyAdmins': 'Only an admin of this workspace can change this. Please ask one.',
  'workspace.onlyTheseAdmins': 'Only an admin of this workspace can change this. Please ask {admins}.',
  'workspace.chosenEverybody':
    '✅ Everybody except guests may set up teams. To change this: `/kpi workspace`.',
  'workspace.chosenAdmins': '✅ Only admins may set up teams. To change this: `/kpi workspace`.',
  'workspace.chosenNamed': '✅ {names} and admins may set up teams. To change this: `/kpi workspace`.',
  'workspace.offer':
    'You are an admin here, so one question for you: who may set up teams? Until an admin chooses, everybody may in a workspace of fewer than {people} people, and only admins in a larger one.',
  'workspace.open': 'Choose',
  'join.request': '{by} wants to add {person} to *{team}* in {channel}. {person} is in *{home}*.',
  'join-as.manager': 'You manage {person} at the moment, or stand in for the manager who does. Do you agree?',
  'join-as.manager-above':
    'The manager of {person} has not answered, and you manage the team above. Do you agree?',
  'join-as.admin': 'No manager can answer for {person}, so you are asked as an admin. Do you agree?',
  'join.untilThen':
    'Until you answer, *{team}* does not ask {person} for anything. Without an answer within three working days someone else is asked; if there is nobody else, nothing changes.',
  'join.accept': 'Agree',
  'join.decline': 'Decline',
  'join.passedOn': '{asked} is asked now, so you need not answer.',
  'join.accepted': '✅ {who} has agreed.',
  'join.declined': '{who} does not agree.',
  'join.unanswered': 'Nobody answered within three working days, so the request is over.',
  'join.withdrawn': 'The request was withdrawn.',
  'join.personLeft': 'The person has left that team, so the answer is no longer needed.',
  'join.teamPaused': 'The team that asked is paused, so the request is over.',
  'join.aboutRequest': 'You asked to add {person} to *{team}* in {channel}.',
  'join.aboutYou': '{by} wanted to add you to *{team}* in {channel}.',
  'join.nothingChanges': 'Nothing changes for you.',
  'join.askAgain': 'If you still want them, add them with `/kpi members`.',
  'join.over': 'That is no longer open. The message says what became of it.',
  'join.notAsked': 'Only whoever was asked can answer this.',
  'join.waiting':
    '⏳ Already in another team, so their manager is asked first: {names}. They join once the manager agrees; until then they are not asked for anything here.',
  'join.refused':
    '⚠️ Not added: {names}. They are in another team, and nobody can agree for it. Please ask an admin.',
  'join.noLongerWanted': 'Request withdrawn: {names}',
  'join-state.waiting': 'waiting for an answer',
  'join-state.accepted': 'agreed',
  'join-state.declined': 'not agreed',
  'join-state.unanswered': 'not answered',
  'join-state.withdrawn': 'withdrawn',
  'join-state.person-left': 'the person left',
  'join-state.team-paused': 'the team is paused',
} as const
