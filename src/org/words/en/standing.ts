// English: what people are told who report in no team.
export const standing = {
  'standing.separator': ', ',
  'standing.leads':
    'You lead {teams} and do not report there yourself, so there are no standups and numbers of your own. How it goes: `/kpi board`. Numbers for someone else: `/kpi correct @name`. To report too, add yourself with `/kpi members`.',
  'standing.admin':
    'You are in no team, so there are no standups and numbers of your own. As an admin you set teams up and change them with `/kpi setup` in their channels; their numbers are for the team and its managers.',
  'standing.guest':
    'You are not in a team yet. Ask the manager of your team to add you; then I ask you for your standup here.',
  'standing.nobody':
    'You are not in a team yet. Ask the manager of your team to add you with `/kpi members`. If there is no team yet, `/kpi setup` in its channel starts one.',
} as const
