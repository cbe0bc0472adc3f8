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

/**
 * What a team's own metric means say those who lead it; what one of the company means, a director who leads all the teams that
 * count it. Admins both. The subject's team is whose own it is, its teams are those that count it.
 */
export const mayEditCatalogue: Permission = {
  name: 'edit-catalogue',
  allows: ({ manager, director, directsAnyTeam, leadsAll, admin }) =>
    admin || manager || director || (directsAnyTeam && leadsAll),
  guests: false,
}

export const numbersPermissions: readonly Permission[] = [
  mayLogNumbers,
  mayCorrectNumbers,
  maySeeOwnNumbers,
  maySeeNumbersOf,
  mayEditCatalogue,
]
