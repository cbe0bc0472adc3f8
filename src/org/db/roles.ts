// Reads and writes the roles that a workspace adds to the presets.
import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, WorkspaceId } from '../../core/ids.ts'
import { ROLES, type Role } from '../domain/team.ts'
import { roles } from './roles.sql.ts'

export interface OwnRole {
  role: Role
  /** What teams count for it to begin with. */
  metricKeys: readonly MetricKey[]
}

export async function ownRoles(q: Queryable, workspaceId: WorkspaceId): Promise<OwnRole[]> {
  return q
    .select({ role: roles.roleKey, metricKeys: roles.metricKeys })
    .from(roles)
    .where(and(eq(roles.workspaceId, workspaceId), isNull(roles.retiredAt)))
    .orderBy(roles.roleKey)
}

/** The presets and the workspace's own. */
export async function rolesOf(q: Queryable, workspaceId: WorkspaceId): Promise<Role[]> {
  return [...ROLES, ...(await ownRoles(q, workspaceId)).map(({ role }) => role)]
}

export async function insertRole(
  q: Queryable,
  workspaceId: WorkspaceId,
  { role, metricKeys }: OwnRole,
): Promise<void> {
  const values = { workspaceId, roleKey: role, name: role, metricKeys: [...metricKeys] }
  await q.insert(roles).values(values).onConflictDoNothing()
}
