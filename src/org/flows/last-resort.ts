// Who hears of what nobody has answered, in the whole workspace: an admin names them. Without one it is whoever manages at the top.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { loadWorkspaceSettings, saveWorkspaceSettings } from '../db/workspace-settings.ts'
import { ensurePeople } from './ensure-people.ts'

/** Null: they can be named. Else by what name they cannot: an app, a guest, deactivated, or unknown. */
export async function unusableAsLastResort(
  context: Context,
  { workspaceId }: Person,
  wanted: UserId,
): Promise<string | null> {
  const [person] = await ensurePeople(context, workspaceId, [wanted])
  return person && !person.isBot && !person.isGuest && !person.deactivated ? null : (person?.name ?? wanted)
}

export async function nameLastResort(
  tx: Transaction,
  context: Context,
  { workspaceId, userId }: Person,
  wanted: UserId | null,
): Promise<void> {
  const { lastResortUserId: before } = await loadWorkspaceSettings(tx, workspaceId)
  if (before === wanted) return
  await saveWorkspaceSettings(tx, workspaceId, { lastResortUserId: wanted })
  await recordAudit(tx, context, [
    {
      ...{ workspaceId, actorUserId: userId, userId: null, teamId: null, kind: 'last-resort-named' },
      ...{ screen: '/kpi workspace', before, after: wanted },
    },
  ])
}
