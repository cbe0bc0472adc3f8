// Permissions on action items.
import type { Permission } from '../../org/domain/permissions.ts'

/** To add an item in a team, for oneself or for somebody in it. */
export const mayAddAction: Permission = {
  name: 'add-action',
  allows: ({ member, manager, director }) => member || manager || director,
  guests: true,
}

/** To close, hand on or put off an item: its owner, the manager of its team and whoever is above. */
export const mayChangeAction: Permission = {
  name: 'change-action',
  allows: ({ self, manager, director }) => self || manager || director,
  guests: true,
}

/** To see an item in the list: the same people, and who helps with it. */
export const maySeeAction: Permission = {
  name: 'see-action',
  allows: ({ self, manager, director, asked }) => self || manager || director || asked,
  guests: true,
}

export const actionPermissions: readonly Permission[] = [mayAddAction, mayChangeAction, maySeeAction]
