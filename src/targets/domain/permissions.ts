// Permissions on targets.
import type { Permission } from '../../org/domain/permissions.ts'

/** The manager, who acts for them, and the managers of the teams above. Not admins: a target is no setting. */
export const maySetTargets: Permission = {
  name: 'set-targets',
  allows: ({ manager, director }) => manager || director,
  guests: false,
}

export const maySeeOwnTargets: Permission = {
  name: 'see-own-targets',
  allows: ({ self, member }) => self && member,
  guests: true,
}

/** Who sees a rep's targets: the rep, the manager, and the managers of the teams above. */
export const maySeeTargetsOf: Permission = {
  name: 'see-targets-of',
  allows: ({ self, manager, director }) => self || manager || director,
  guests: true,
}

export const targetsPermissions: readonly Permission[] = [maySetTargets, maySeeOwnTargets, maySeeTargetsOf]
