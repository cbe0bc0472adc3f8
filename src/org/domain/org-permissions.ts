// Permissions on teams, members and leave.
import type { Permission } from './permissions.ts'

/** Managers and admins change settings. This gives an admin no access to anyone's numbers. */
export const mayChangeSettings: Permission = {
  name: 'change-settings',
  allows: ({ manager, admin }) => manager || admin,
  guests: false,
}

export const mayChangeMembers: Permission = {
  name: 'change-members',
  allows: ({ manager, admin }) => manager || admin,
  guests: false,
}

/** What holds for the whole workspace, such as who may set up teams. */
export const mayChangeWorkspace: Permission = {
  name: 'change-workspace',
  allows: ({ admin }) => admin,
  guests: false,
}

/** Whoever manages the team that is asked, or acts for its manager; without a team the admin who is asked. Never the one who asks. */
export const mayAnswerJoinRequest: Permission = {
  name: 'answer-join-request',
  allows: ({ self, asked, manager, admin, newTeam }) => !self && (newTeam ? asked && admin : manager),
  guests: false,
}

/** Everyone can leave a team, also as its manager: they stay the manager, but report no longer. */
export const mayLeaveTeam: Permission = {
  name: 'leave-team',
  allows: ({ member }) => member,
  guests: true,
}

/** To name the manager and the delegate: not for a delegate who acts. */
export const mayHandOver: Permission = {
  name: 'hand-over',
  allows: ({ holder, admin }) => holder || admin,
  guests: false,
}

/** To name the next manager while the manager is gone or on long leave. */
export const mayNameManager: Permission = {
  name: 'name-manager',
  allows: ({ director, admin }) => director || admin,
  guests: false,
}

/** To agree that the team is put under another one, whose manager then sees its numbers. */
export const mayAcceptParent: Permission = {
  name: 'accept-parent',
  allows: ({ holder }) => holder,
  guests: false,
}

export const mayRecordOwnLeave: Permission = {
  name: 'record-own-leave',
  // A manager who does not report takes leave too: the delegate acts then.
  allows: ({ self, inAnyTeam, managesAnyTeam }) => self && (inAnyTeam || managesAnyTeam),
  guests: true,
}

/** The subject's team is the person's home team. */
export const mayRecordLeaveOf: Permission = {
  name: 'record-leave-of',
  allows: ({ manager }) => manager,
  guests: false,
}

/** Whoever manages the team that is asked, or acts for its manager; without a team the admin who is asked. Never the person. */
export const mayAnswerLeaveRequest: Permission = {
  name: 'answer-leave-request',
  allows: mayAnswerJoinRequest.allows,
  guests: false,
}

/** Who sees on which days a person is away. */
export const maySeeLeave: Permission = {
  name: 'see-leave',
  allows: ({ self, manager }) => self || manager,
  guests: true,
}

/** The subject's team is the person's present home team. Not for a delegate who acts. */
export const mayChangeHomeTeam: Permission = {
  name: 'change-home-team',
  allows: ({ self, inAnyTeam, holder }) => (self && inAnyTeam) || holder,
  guests: true,
}

/** To say whose public holidays a person keeps. The subject's team is their home team. */
export const maySetHolidays: Permission = {
  name: 'set-holidays',
  allows: ({ self, inAnyTeam, manager, admin }) => (self && inAnyTeam) || manager || admin,
  guests: true,
}

export const orgPermissions: readonly Permission[] = [
  mayChangeSettings,
  mayChangeMembers,
  mayChangeWorkspace,
  mayAnswerJoinRequest,
  mayLeaveTeam,
  mayHandOver,
  mayNameManager,
  mayAcceptParent,
  mayRecordOwnLeave,
  mayRecordLeaveOf,
  mayAnswerLeaveRequest,
  mayChangeHomeTeam,
  maySetHolidays,
  maySeeLeave,
]
