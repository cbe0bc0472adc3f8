// Who may see what was changed, and who looked at whose data.
import type { Permission } from '../../domain/permissions.ts'

/** Every change of the workspace; of what belongs to a person only that it changed. */
export const maySeeAuditOfWorkspace: Permission = {
  name: 'see-audit-of-workspace',
  allows: ({ admin }) => admin,
  guests: false,
}

export const maySeeAuditOfTeam: Permission = {
  name: 'see-audit-of-team',
  allows: ({ manager, director }) => manager || director,
  guests: false,
}

export const maySeeOwnAudit: Permission = {
  name: 'see-own-audit',
  allows: ({ self }) => self,
  guests: true,
}

/** Who looked at their own data. */
export const maySeeOwnReadings: Permission = {
  name: 'see-own-readings',
  allows: ({ self }) => self,
  guests: true,
}

export const auditPermissions: readonly Permission[] = [
  maySeeAuditOfWorkspace,
  maySeeAuditOfTeam,
  maySeeOwnAudit,
  maySeeOwnReadings,
]
