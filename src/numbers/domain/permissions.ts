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

export const numbersPermissions: readonly Permission[] = [
  mayLogNumbers,
  mayCorrectNumbers,
  maySeeOwnNumbers,
  maySeeNumbersOf,
]
