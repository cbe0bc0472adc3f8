// English: what people are told when they are added to a team or get another role in it.
export const member = {
  'member.added': '{by} has added you to *{team}* in {channel}. Its manager is {manager}.',
  'member.ownTime': 'your own time',
  'member.teamTime': 'the team’s time',
  'member.asked':
    '*What you are asked:* on working days at {time} ({zone}) a short {checkin}, here: what is done, what comes next, any blockers, and your numbers: {numbers}.',
  'member.askedNoNumbers':
    '*What you are asked:* on working days at {time} ({zone}) a short {checkin}, here: what is done, what comes next and any blockers.',
  'member.weekly':
    '*And once a week:* on {day} at {time} the weekly report. It is almost written when you open it, from the numbers, plans and deals of your week.',
  'member.seenBy':
    '*Who sees it:* {names, select, none {{readers}. The summary in {channel} only counts answers, and the board there names nobody.} top {{readers} and everyone in {channel}. The board there names the top five.} other {{readers} and everyone in {channel}. The board there names everyone.}}',
  'member.howToLeave':
    '*If this is not for you:* `/kpi leave-team` takes you out at any time. {manager} is told, and your numbers and history are kept.',
  'member.roleChanged': '{by} has changed your role in *{team}*: {role}.',
  'member.roleNumbers': 'You are now asked for: {numbers}.',
} as const
