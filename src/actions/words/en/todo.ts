// English: action items.
export const todo = {
  'help.todo': '`/kpi todo`: what you have to do; `/kpi todo call Hengxin by Friday` adds one',
  'todo.own':
    '{count, plural, =0 {Nothing on your list.} one {*Your list* · # open} other {*Your list* · # open}}',
  'todo.team': '*Your team* · {count} open',
  'todo.homeTitle': 'Your list',
  'todo.homeMore': '{count} more: `/kpi todo`',
  'todo.more': '{count} more',
  'todo.someone': 'Someone',
  'todo.howToAdd':
    'Add one: `/kpi todo call Hengxin by Friday`. For a colleague: `/kpi todo @Liu send the offer tomorrow`.',
  'todo.due': 'due {date}',
  'todo.dueToday': 'due today',
  'todo.wasDue': 'was due {date}',
  'todo.helping': 'with {helpers}',
  'todo.done': 'Done',
  'todo.solved': 'Solved',
  'todo.change': 'Change',
  'todo.changeOne': 'Change an item…',
  'todo.added': 'On your list: {text} · due {date}',
  'todo.addedFor': '{owner} is told: {text} · due {date}',
  'todo.past': 'That day is over. Name one from today on.',
  'todo.notInTeam':
    'Choose somebody of the item’s team, or its manager; a request for support can go to managers above as well.',
  'todo.nobodyNamed': 'Nobody in your teams has that name. Mention the person with @.',
  'todo.severalNamed': 'Several people have that name. Mention the person with @.',
  'todo.notAllowed': 'Only the owner, the team’s manager or somebody above can change this.',
  'todo.closedAlready': '{who} closed this on {date}.',
  'todo.given': '{who} gave you this:',
  'todo.isYours': 'On your list:',
  'todo.nowWith': 'Now with {owner}:',
  'todo.supportWith': 'Your request for support is now with {owner}:',
  'todo.wasDone': ':white_check_mark: Done by {who}:',
  'todo.wasDropped': 'Dropped by {who} ({reason}):',
  'todo.reminder': '{count, plural, one {*One thing* is due:} other {*# things* are due:}}',
  'todo.nothingLeft': ':white_check_mark: Nothing is due any more.',
  'todo.passedOn':
    'You left {team}. {to} has your {count, plural, one {open item} other {# open items}} now:',
  'todo.takenOver':
    '{from} left {team}. You have their {count, plural, one {open item} other {# open items}} now; hand on what suits others with `/kpi todo`:',
  'todo.passedOnLed':
    'You no longer lead {team}. {to} has your {count, plural, one {open item} other {# open items}} of this team now:',
  'todo.takenOverLed':
    '{from} no longer leads {team}. You have their {count, plural, one {open item} other {# open items}} of this team now; hand on what suits others with `/kpi todo`:',
  'todo.passedBack':
    'You no longer stand in for the manager of {team}. {to} has the {count, plural, one {open item that you had} other {# open items that you had}} meanwhile:',
  'todo.takenBack':
    '{from} no longer stands in for the manager of {team}. You have the {count, plural, one {open item that they had} other {# open items that they had}} meanwhile; hand on what suits others with `/kpi todo`:',
  'todo.passedToBack':
    '{to} is back and has the {count, plural, one {open item of {team} that you had} other {# open items of {team} that you had}} meanwhile:',
  'todo.takenByBack':
    'Welcome back. You have the {count, plural, one {open item of {team} that {from} had} other {# open items of {team} that {from} had}} meanwhile; hand on what suits others with `/kpi todo`:',
  'todo.takenOverGone':
    'The account of {from} has been deactivated. You have their {count, plural, one {open item} other {# open items}} in {team} now; hand on what suits others with `/kpi todo`:',
  'todo.formTitle': 'Change an item',
  'todo.dueField': 'Due',
  'todo.ownerField': 'Who is accountable',
  'todo.ownerHint': 'Somebody of the team, or its manager. They are told.',
  'todo.ownerHintSupport':
    'Somebody of the team, its manager, or a manager above. They are told, and so is whoever asked.',
  'todo.helpersField': 'Who helps',
  'todo.stateField': 'State',
  'todo.stateOpen': 'Open',
  'todo.stateDone': 'Done',
  'todo.stateDropped': 'Dropped',
  'todo.reasonField': 'Why it is dropped',
  'todo.reasonMissing': 'Say in a few words why it is dropped.',
  'todo.dateOutside':
    'It answers a warning, which is looked at again on that day: choose one from {first} to {last}.',
  'todo.dateMissing': 'Choose a date.',
  'todo.milestone': 'milestone',
  'todo.milestones': 'Milestones this quarter: {done} of {total}, {percent}%',
  'todo.youHelpWith': '*You help with* · {count}',
  'todo.youHelp': '{owner} is accountable for this, and you help:',
  'todo.weightField': 'Milestone: its weight',
  'todo.weightHint':
    'From 1 to {most}: how much it counts beside the owner’s other milestones. Leave it empty if it is none.',
  'todo.weightWrong': 'Type a whole number from 1 to {most}, or nothing.',
  'audit.action-added': '{who} gave {whom} an action item',
  'audit.action-changed': '{who} changed an action item of {whom}',
  'audit.action-done': '{who} marked an action item of {whom} as done',
  'audit.action-dropped': '{who} dropped an action item of {whom}',
  'audit.actionDue': 'Due',
  'audit.actionOwner': 'Accountable',
} as const
