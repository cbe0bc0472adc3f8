// English: setting up a team in its channel, and changing what was agreed.
export const setup = {
  'setup.invitation':
    'Thanks for adding me to {channel}. I’ll ask each person for their numbers and plan every morning, and show the team where it stands. Set the team up now: it takes three clicks.',
  'setup.invitationDone': '✅ *{team}* is set up in {channel}. `/kpi setup` there changes it.',
  'setup.invitationGone':
    'I’m no longer in {channel}, so there is nothing to set up there. Invite me again whenever you like.',
  'setup.button': 'Set up the team',
  'setup.introduction':
    '*{team}* runs its {checkin} here. {people, plural, one {# person is} other {# people are}} asked by direct message at {prompt} ({zone}) and can answer until {close}. The answers and the board appear in this channel. {manager} looks after the settings.',
  'setup.introductionOwnZone': 'their own time',
  'setup.introductionTeamZone': 'team time',
  'setup.title': 'Set up the team',
  'setup.titleChange': 'Team settings',
  'setup.intro':
    'Everything is filled in. Look it over and save. You can change all of it later, except the currency.',
  'setup.introChange':
    'Settings apply from the next working day. Who takes part, the manager and the team above change at once.',
  'setup.introAhead': 'These settings apply from {date}.',
  'setup.introMoves':
    'The team no longer has {channel}, so it moves here when you save. People, numbers and history come along.',
  'setup.publicChannel':
    '⚠️ This channel is public: everybody in the workspace can read plans and numbers here. A private channel, or a board without names (“More options”), keeps them in the team.',
  'setup.externalChannel':
    '⚠️ This channel is shared with another organisation: its people can read plans and numbers here.',
  'setup.shared': 'Shared channel',
  'setup.sharedConfirm': 'Another organisation may read this',
  'setup.sharedChannel':
    'This channel is shared with another organisation, which would read plans and numbers. Use another channel, or ask an admin of the workspace to set the team up here.',
  'setup.name': 'Team name',
  'setup.checkinName': 'What the team calls its daily check-in',
  'setup.checkinNameHint': 'For example evening report. Empty: standup.',
  'setup.members': 'Who takes part',
  'setup.membersHint': 'Take out anyone who does not report, yourself included.',
  'setup.membersHintChange': 'Whoever you take out is not asked any more; their numbers are kept.',
  'setup.membersHintLarge': 'This channel has {count} people. Choose those who report.',
  'setup.role': 'Role: decides which numbers are asked for',
  'setup.roleNewcomers': 'Role of people who join',
  'setup.roleHint': 'For everyone; afterwards you can give single people another role.',
  'setup.roleHintChange': 'For people who join. To change a role use /kpi members.',
  'setup.prompt': 'Prompt at',
  'setup.close': 'Answers are taken for',
  'setup.minutes': '{minutes, plural, one {# minute} other {# minutes}}',
  'setup.hours': '{hours, plural, one {# hour} other {# hours}}',
  'setup.days': 'Working days',
  'setup.daysHint': 'A day that is worked every other week stands under “More options”.',
  'setup.alternate': 'Worked every other week',
  'setup.alternateHint':
    'For weeks with a working Saturday in turn. Public holidays and /kpi days still come first.',
  'setup.alternateNone': 'No day: every week is alike',
  'setup.alternateOn': 'Every other {day}, next on {date}',
  'setup.alternateTicked':
    'This day is ticked as a working day of every week. Untick it there, or choose “No day” here.',
  'setup.country': 'Public holidays of',
  'setup.countryNone': 'None: work through public holidays',
  'setup.countryLikely': 'Likely',
  'setup.region': 'State or region',
  'setup.regionNone': 'None: nationwide holidays only',
  'setup.zoneRule': 'Whose clock counts',
  'setup.zoneRuleMember': 'Each person’s own time zone',
  'setup.zoneRuleTeam': 'The team’s time zone, for everyone',
  'setup.locale': 'Language in the channel',
  'setup.more': 'More options',
  'setup.fewer': 'Fewer options',
  'setup.zone': 'The team’s time zone',
  'setup.numbersDay': 'The numbers are those of',
  'setup.numbersDayHint': 'A prompt after 3:00 PM always asks for the same day.',
  'setup.numbersPrevious': 'the working day before',
  'setup.numbersSame': 'the same day',
  'setup.remind': 'Reminder before the close',
  'setup.measure': 'The board ranks by',
  'setup.measurePoints': 'Points (each number has its weight)',
  'setup.measureAttainment': 'How much of their targets people reached',
  'setup.measureWeighted': 'Several targets by weight',
  'setup.measureHint': 'Without targets the board ranks by points.',
  'setup.weights': 'Weights',
  'setup.weightsHint': 'Only for “Several targets by weight”. Together 100. For example: {example}',
  'setup.weightsMissing': 'Give each target its weight, together 100. For example: {example}',
  'setup.weightsUnread':
    'I do not know “{part}”. Write a number of this team and its weight, for example: {example}',
  'setup.weightsTwice': '“{part}” is there twice. Each number needs one weight.',
  'setup.weightsNotWhole': 'The weights add up to {sum}. They have to be 100 together.',
  'setup.okr': 'Score of targets, as in OKR',
  'setup.okrHint': 'A score of 0.0 to 1.0 stands beside what is reached of a target; 1.0 is all of it.',
  'setup.okrOff': 'No',
  'setup.okrOn': '0.0 to 1.0',
  'setup.weekly': 'Weekly report',
  'setup.weeklyHint':
    'Almost written already: deals, plan, blockers, targets. Who is off that day is asked on their last working day of the week.',
  'setup.weeklyOff': 'Off',
  'setup.weeklyTime': 'Weekly report at',
  'setup.weeklyQuestions': 'More questions in the weekly report',
  'setup.weeklyQuestionsHint': 'Up to three, one on each line.',
  'setup.weeklyInsights': 'Whose answers are kept for /kpi insight',
  'setup.weeklyInsightsHint': 'Market, customers, competitors: your team finds them again by words.',
  'setup.weeklyQuestion': 'Question {number}',
  'setup.weeklyTooMany': 'Up to three questions fit in. Please leave some out.',
  'setup.weeklyOffer':
    '*{team}* can have a weekly report: on Friday at four everyone gets it, almost written from the week’s numbers, plans and deals, and asks you for the support they need. It is off; switch it on in the settings, under More options. This is said only once.',
  'setup.wins': 'Celebrate deals in the channel',
  'setup.winsHint':
    'As soon as a deal is logged: who won it, how much, the customer if one was typed, and what it does to the team’s target. Without names where the board shows none.',
  'setup.winsAll': 'Every deal',
  'setup.winsBig': 'Only big deals and records',
  'setup.winsNone': 'No',
  'setup.boardNames': 'Names on the board in the channel',
  'setup.boardNamesHint':
    'Everyone or the top five: the summary names who answered, with numbers and plan. Nobody: it only counts.',
  'setup.boardAll': 'Everyone',
  'setup.boardTop': 'The top five',
  'setup.boardNone': 'Nobody; each person sees their own place',
  'setup.currency': 'Currency',
  'setup.currencyHint': 'Cannot be changed later: amounts are kept in it.',
  'setup.manager': 'Manager',
  'setup.managerHint': 'Looks after the settings and sees the numbers of the team.',
  'setup.parent': 'Team above',
  'setup.parentNone': 'None',
  'setup.parentHint': 'Its manager, the director, sees the numbers of this team too.',
  'setup.notAParent': 'This team cannot be put under that one. Choose another.',
  'setup.notAManager': 'The manager has to be a colleague: no app, guest or deactivated account.',
  'setup.hoursFrom': 'Working hours from',
  'setup.hoursTo': 'Working hours until',
  'setup.hoursHint': 'When people can expect an answer from the team.',
  'setup.hoursBackwards': 'The end has to be later than the start.',
  'setup.delegate': 'Delegate',
  'setup.delegateHint': 'Acts for the manager, only while the manager is on leave or gone.',
  'setup.notADelegate':
    'The delegate has to be a colleague other than the manager: no app, guest or deactivated account.',
  'setup.notYourLines':
    'While you act for the manager you cannot change the manager, the delegate or the team above. The manager or an admin can.',
  'setup.parentNoManager':
    'The manager of this team has left, so nobody can agree to this. Choose a new manager first.',
  'setup.parentAsked':
    '{manager} has been asked to agree to the team above. Nothing changes there until then.',
  'setup.nameMissing': 'Please give the team a name.',
  'setup.membersMissing': 'Please choose at least one person.',
  'setup.unusable': 'These cannot take part (apps, deactivated or unknown): {names}.',
  'setup.daysMissing': 'Please tick at least one day.',
  'setup.timeMissing': 'Please choose a time.',
  'setup.notCounted': 'Nobody in the team is asked for this number. Choose another one, or points.',
  'setup.alreadySetUp':
    'Someone else has just set this channel up. Close this form and type /kpi setup again.',
  'setup.notAChannel': 'Please type `/kpi setup` in your team’s channel.',
  'setup.notInChannel': 'I am not in this channel yet. Type /invite @Pacesetter here, then /kpi setup again.',
  'setup.archived': 'This channel is archived. Unarchive it or use another one.',
  'setup.failedNotEntitled':
    'In this workspace only admins, or the people they have named, can set up teams: please ask an admin.',
  'setup.notEntitled': 'In this workspace only {people} can set up teams. Please ask one of them.',
  'setup.askAdmin': 'In this workspace only admins can set up teams. Please ask one of them.',
  'setup.guest': 'Guests cannot set up a team. Please ask a colleague.',
  'setup.outsider': 'Only people who are in the channel can set up its team.',
  'setup.notAllowed': 'Only {manager} or an admin can change this team’s settings.',
  'setup.done':
    '✅ *{team}* is set up with {people, plural, one {# person} other {# people}}. The first {checkin} is on {date} at {time}.',
  'setup.doneOwnZone': 'That is each person’s own time.',
  'setup.changed': '✅ Saved. The settings of *{team}* apply from {date}.',
  'setup.checkAlternate':
    'ℹ️ {what}. `/kpi days` changes single weeks; the order of the weeks is in `/kpi setup` under “More options”.',
  'setup.checkHolidays':
    '⚠️ The {year} holidays of {country} are not known yet. Until they are, only your work days count; `/kpi days` sets single days off.',
  'setup.checkHolidaysByLaw':
    '⚠️ The {year} holidays of {country} are not published yet. Until they are, the 13 statutory days count, without adjusted working weekends.',
  'setup.checkNoHolidays':
    'ℹ️ No holiday calendar: people are asked on public holidays too. `/kpi days` sets single days off.',
  'setup.checkNoRegion':
    'ℹ️ Only the nationwide holidays of {country} count. A state or region can be chosen in `/kpi setup` under “More options”.',
  'setup.checkSingleDays':
    'ℹ️ {country} adds or swaps single days at short notice, such as election days. Set them with `/kpi days` when they are announced.',
  'setup.checkNotInChannel':
    '⚠️ Not in the channel, so they do not see summary and board: {names}. Invite them, they are asked all the same.',
  'setup.toMembers': 'People and roles',
  'setup.toMetrics': 'Numbers',
  'setup.finish': 'Done',
  'setup.waiting': '⏳ One moment: I am looking up who is in this channel. The form will open here.',
  'setup.taken':
    '⏳ *{team}* is being set up. I first have to look up in Slack who these people are, which can take a few minutes. You can close this: I’ll send you a message when it is done.',
  'setup.withoutThem': 'Not added, because they cannot take part (apps, deactivated or unknown): {names}',
  'setup.failed': 'The team in {channel} was not set up. {reason} `/kpi setup` there opens the form again.',
  'setup.failedNotAllowed':
    'You have to be in the channel and allowed to set up its team: please ask a colleague or an admin.',
  'setup.failedTaken': 'Someone else has set it up in the meantime.',
  'setup.failedNotInChannel':
    'I am not in the channel, or it is archived: please invite me with `/invite @Pacesetter`.',
  'setup.failedNobody':
    'None of those you chose can take part (apps, deactivated or unknown): please choose others.',
  'setup.failedSlack': 'For several hours Slack did not tell me who these people are: please try later.',
  'audit.settings-changed': '{who} changed the settings of {team}, from the next working day on',
  'audit.workingHours': 'Working hours',
} as const
