// English: what frames `/kpi help`; each room describes its own commands.
export const help = {
  'help.title':
    '*Pacesetter* asks for your day in half a minute, keeps your numbers and shows where the team stands.',
  'help.manager': '*For managers*',
  'help.start':
    'You are not in a team yet. In your team’s channel, `/kpi setup` starts one; or ask its manager to add you.',
  'help.admin':
    'You are in no team. As an admin you can set up and change teams: `/kpi setup` in a team’s channel.',
  'help.guest': 'You are not in a team yet. Ask the team’s manager to add you.',
  'help.noReports':
    'There is no agenda for a weekly meeting here yet. Your weekly report is `/kpi report`; who is ahead this week is in `/kpi board week`.',
  'hello.member':
    'Hello! Send me your numbers, for example “calls 5, visits 2”, or press a button. Commands work here without a slash: “board”, “leave tomorrow”.',
  'hello.manager': 'Hello! Press a button, or send me a command without a slash, for example “board week”.',
  'hello.allHelp': 'All I can do',
  'hello.openForm': 'Press the button to open the form.',
  'hello.interrupted': 'My answer was interrupted. Please ask again.',
  'hello.interruptedForm': 'I was interrupted before this was written. Please press the button again.',
  'hello.interruptedClosed':
    'A text that you asked for in a form was not finished: I was interrupted. Please press the button there again.',
} as const
