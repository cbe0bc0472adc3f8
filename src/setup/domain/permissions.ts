// Permissions on set-up.
import type { Permission } from '../../org/domain/permissions.ts'

export const maySetUpTeam: Permission = {
  name: 'set-up-team',
  allows: ({ newTeam, manager, admin }) => newTeam || manager || admin,
  guests: false,
}

/** To have a team in a channel that another organisation reads too, or to move it there. */
export const mayUseSharedChannel: Permission = {
  name: 'use-shared-channel',
  allows: ({ admin }) => admin,
  guests: false,
}

export const setupPermissions: readonly Permission[] = [maySetUpTeam, mayUseSharedChannel]
