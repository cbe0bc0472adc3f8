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

export const mayRecordOwnLeave: Permission = {
  name: 'record-own-leave',
  allows: ({ self, inAnyTeam }) => self && inAnyTeam,
  guests: true,
}

/** The subject's team is the person's home team. */
export const mayRecordLeaveOf: Permission = {
  name: 'record-leave-of',
  allows: ({ manager }) => manager,
  guests: false,
}

/** Who sees on which days a person is away. */
export const maySeeLeave: Permission = {
  name: 'see-leave',
  allows: ({ self, manager }) => self || manager,
  guests: true,
}

export const orgPermissions: readonly Permission[] = [
  mayChangeSettings,
  mayChangeMembers,
  mayRecordOwnLeave,
  mayRecordLeaveOf,
  maySeeLeave,
]
