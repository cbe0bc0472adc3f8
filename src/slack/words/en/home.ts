// English: what the Home tab says to everyone.
export const home = {
  'home.noTeam':
    'You are not in a team yet. Invite me to your team’s channel and type `/kpi setup` there, or ask your manager to add you.',
  'home.more': 'Everything else: type `/kpi help` in any channel.',
} as const
