// Who may do what with reports.
import type { Permission } from '../../../org/domain/permissions.ts'

export const mayFileReport: Permission = {
  name: 'file-report',
  allows: ({ self, member }) => self && member,
  guests: true,
}

/** What reports of the team say about market and customers: no figures of anybody, so colleagues see it, too. */
export const maySeeInsights: Permission = {
  name: 'see-insights',
  allows: ({ member, manager, director }) => member || manager || director,
  guests: true,
}

/** The same in a team that shows no names. */
export const maySeeUnnamedInsights: Permission = {
  name: 'see-unnamed-insights',
  allows: ({ manager, director }) => manager || director,
  guests: false,
}

/** What one wrote oneself, also where the team shows no names. */
export const maySeeOwnInsights: Permission = {
  name: 'see-own-insights',
  allows: ({ self, member }) => self && member,
  guests: true,
}

export const reportPermissions: readonly Permission[] = [
  ...[mayFileReport, maySeeInsights, maySeeUnnamedInsights, maySeeOwnInsights],
]
