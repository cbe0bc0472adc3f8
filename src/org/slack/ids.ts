// Action and callback ids of the team forms, and of the set-up form because the invitation opens it.

export const TEAM = {
  /** Button that turns the modal into the members of the team in its value. */
  toMembers: 'team.to-members',
  membersForm: 'team.members-form',
  leaveForm: 'team.leave-form',
  cancelLeave: 'team.cancel-leave',
  daysForm: 'team.days-form',
  normalDay: 'team.normal-day',
} as const

export const TEAM_SETUP = {
  /** Button of the invitation: opens the set-up form of the channel in its value. */
  open: 'team.set-up',
  form: 'team.setup-form',
  /** Button in the set-up form: shows the less common options. */
  moreOptions: 'team.more-options',
} as const
