// Action and callback ids of buttons and modals about teams. Those of set-up are here because the invitation has its button.

export const TEAM = {
  /** Button that replaces the modal by the members form of the team in its value. */
  toMembers: 'team.to-members',
  /** Menus of teams under a command that several are possible for. */
  membersOf: 'team.members-of',
  daysOf: 'team.days-of',
  membersForm: 'team.members-form',
  leaveForm: 'team.leave-form',
  /** The question before leave is recorded over days with numbers. */
  leaveConfirm: 'team.leave-confirm',
  leaveTeamForm: 'team.leave-team-form',
  cancelLeave: 'team.cancel-leave',
  /** Button that takes back a question about past leave. Its value is the leave's id. */
  withdrawLeave: 'team.withdraw-leave',
  /** Button below a typed leave. Its value names what it recorded and what it asked. */
  undoLeave: 'team.undo-leave',
  /** Button that replaces the leave form by the one of the home team. */
  toHomeTeam: 'team.to-home-team',
  homeTeamForm: 'team.home-team-form',
  /** Button that replaces the members form or the leave form by the one of public holidays. */
  toHolidays: 'team.to-holidays',
  holidaysForm: 'team.holidays-form',
  daysForm: 'team.days-form',
  normalDay: 'team.normal-day',
} as const

/** The value of the button `toHolidays` for one's own public holidays; else it is a team's id. */
export const OWN_HOLIDAYS = 'own'

/** Buttons of a join request. Their value is its id. */
export const JOINING = {
  accept: 'joining.accept',
  decline: 'joining.decline',
} as const

/** Buttons of the question about leave on past days. Their value is its id. */
export const LEAVE_REQUEST_BUTTONS = {
  accept: 'leave-request.accept',
  decline: 'leave-request.decline',
} as const

export const WORKSPACE = {
  /** Button of the offer to admins, and of the Home tab. */
  open: 'workspace.open',
  form: 'workspace.form',
} as const

/** Who leads a team. The value of each button is the team's id, or its id and that of the team above. */
export const LEAD = {
  nameManager: 'lead.name-manager',
  nameDelegate: 'lead.name-delegate',
  keep: 'lead.keep',
  managerForm: 'lead.manager-form',
  delegateForm: 'lead.delegate-form',
  agree: 'lead.agree',
  decline: 'lead.decline',
} as const

export const TEAM_SETUP = {
  /** Button of the invitation that opens the set-up form of the channel in its value. */
  open: 'team.set-up',
  form: 'team.setup-form',
  /** Button in the set-up form that shows the less common options. */
  moreOptions: 'team.more-options',
} as const
