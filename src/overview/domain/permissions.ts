// Who sees the numbers of a whole team, and of one of its people.
import type { Permission } from '../../org/domain/permissions.ts'

/** The manager, who acts for them, and the managers of the teams above. Not admins: numbers are no setting. */
export const maySeeTeam: Permission = {
  name: 'see-team-numbers',
  allows: ({ manager, director }) => manager || director,
  guests: false,
}

export const overviewPermissions: readonly Permission[] = [maySeeTeam]
