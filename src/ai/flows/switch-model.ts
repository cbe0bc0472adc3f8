// Switches the language model on or off: an admin for the workspace, whoever leads a team for the team. It holds from the next request on.
import type { Context } from '../../core/context.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { lockWorkspace } from '../../org/db/workspace-settings.ts'
import { mayChangeSettings, mayChangeWorkspace } from '../../org/domain/org-permissions.ts'
import { may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { changeInTeam } from '../../org/flows/change-in-team.ts'
import { loadModelSettings, saveModelSettings, switchTeam } from '../db/settings.ts'

export type Switch = 'on' | 'off'
export type ModelSwitched = { ok: true } | { ok: false; reason: 'not-allowed' }

const screen = '/kpi privacy'
const changeTo = (to: Switch) => ({ before: { isOn: to === 'off' }, after: { isOn: to === 'on' } })

export async function switchModel(context: Context, who: Person, to: Switch): Promise<ModelSwitched> {
  const { workspaceId, userId: actorUserId } = who
  const actor = await actorOf(context.db, who, context.clock.now())
  if (!may(actor, mayChangeWorkspace, { workspaceId })) return { ok: false, reason: 'not-allowed' }
  return context.db.transaction(async (tx): Promise<ModelSwitched> => {
    await lockWorkspace(tx, workspaceId)
    const settings = await loadModelSettings(tx, workspaceId)
    if (settings.isOff === (to === 'off')) return { ok: true }
    await saveModelSettings(tx, workspaceId, { ...settings, isOff: to === 'off' })
    await recordAudit(tx, context, [
      {
        workspaceId,
        actorUserId,
        userId: null,
        teamId: null,
        kind: 'model-switched',
        screen,
        ...changeTo(to),
      },
    ])
    return { ok: true }
  })
}

export const switchModelInTeam = (
  context: Context,
  who: Person,
  teamId: TeamId,
  to: Switch,
): Promise<ModelSwitched> =>
  changeInTeam(context, who, mayChangeSettings, teamId, async (tx): Promise<ModelSwitched> => {
    const { workspaceId, userId: actorUserId } = who
    if (await switchTeam(tx, { workspaceId, teamId }, to))
      await recordAudit(tx, context, [
        {
          workspaceId,
          actorUserId,
          userId: null,
          teamId,
          kind: 'model-switched-in-team',
          screen,
          ...changeTo(to),
        },
      ])
    return { ok: true }
  })
