// Permissions on numbers.
import type { Permission } from '../../org/domain/permissions.ts'

export const mayLogNumbers: Permission = {
  name: 'log-numbers',
  allows: ({ self, member }) => self && member,
  guests: true,
}

export const mayCorrectNumbers: Permission = {
  name: 'correct-numbers',
  allows: ({ manager }) => manager,
  guests: false,
}

export const maySeeOwnNumbers: Permission = {
  name: 'see-own-numbers',
  allows: ({ self }) => self,
  guests: true,
}

/** Who sees a member's numbers: the member, the manager, and the managers of the teams above. */
export const maySeeNumbersOf: Permission = {
  name: 'see-numbers-of',
  allows: ({ self, manager, director }) => self || manager || director,
  guests: true,
}

/** Admins and directors say what the company's metrics mean, a manager what their team's own do. The subject's team is whose own it is. */
export const mayEditCatalogue: Permission = {
  name: 'edit-catalogue',
  allows: ({ manager, directsAnyTeam, admin }) => manager || directsAnyTeam || admin,
  guests: false,
}

export const numbersPermissions: readonly Permission[] = [
  mayLogNumbers,
  mayCorrectNumbers,
  maySeeOwnNumbers,
  maySeeNumbersOf,
  mayEditCatalogue,
]
