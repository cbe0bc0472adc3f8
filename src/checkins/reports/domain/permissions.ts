// Who may do what with reports.
import type { Permission } from '../../../org/domain/permissions.ts'

export const mayFileReport: Permission = {
  name: 'file-report',
  allows: ({ self, member }) => self && member,
  guests: true,
}

export const reportPermissions: readonly Permission[] = [mayFileReport]
