// English: what a manager is told when someone or some channel cannot be reached.
export const deliveryProblem = {
  'delivery-problem.channel-archived':
    '{channel} is archived, so {team} gets no summary and no board there. Unarchive it, or set the team up in another channel with `/kpi setup`.',
  'delivery-problem.not-in-channel':
    'I am not in {channel} any more, so {team} gets no summary and no board there. Invite me again, or set the team up in another channel with `/kpi setup`.',
  'delivery-problem.cannot-message-member':
    'I cannot send {member} of {team} a direct message. If they left, take them off the team with `/kpi members`.',
  'delivery-problem.refused':
    'Slack refuses my messages to {place} for {team}, probably because of a rule in your workspace. Please ask an admin to let me post there. To use another channel, type `/kpi setup` in it.',
  'delivery-problem.gave-up':
    'Some messages for {team} could not be delivered: Slack did not take them for over an hour, so I have stopped trying. Nothing that was entered is lost: `/kpi board` shows where the team stands.',
  'delivery-problem.paused':
    'I was removed from the workspace and am back now. {team} is paused until you invite me to {channel} again: type `/invite @Pacesetter` there.',
} as const
