// Permissions on boards.
import type { Permission } from '../../org/domain/permissions.ts'

export const maySeeBoard: Permission = {
  name: 'see-board',
  allows: ({ member, manager, director }) => member || manager || director,
  guests: true,
}

export const boardsPermissions: readonly Permission[] = [maySeeBoard]
