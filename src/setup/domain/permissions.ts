// Permissions on set-up.
import type { Permission } from '../../org/domain/permissions.ts'

export const maySetUpTeam: Permission = {
  name: 'set-up-team',
  allows: ({ newTeam, manager, admin }) => newTeam || manager || admin,
  guests: false,
}

export const setupPermissions: readonly Permission[] = [maySetUpTeam]
