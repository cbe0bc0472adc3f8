// English: what people are told who report in no team.
export const standing = {
  'standing.leads':
    'You lead {teams} and do not report there yourself, so nothing is asked of you and you have no numbers of your own. See how the team is doing with `/kpi board`; set someone’s number right with `/kpi correct @name`. To report too, add yourself with `/kpi members`.',
  'standing.admin':
    'You are in no team, so nothing is asked of you and you have no numbers of your own. As an admin you can set up and change teams: `/kpi setup` in their channels. What they enter is for the team and its managers only.',
  'standing.guest':
    'You are not in a team yet. Ask the manager of your team to add you; then you are asked here.',
  'standing.nobody':
    'You are not in a team yet. Ask the manager of your team to add you with `/kpi members`. If there is no team yet, `/kpi setup` in its channel starts one.',
} as const
