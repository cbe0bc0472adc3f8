// Loads one switch of the language model, a team's or the workspace's, for whoever may turn it.
import type { Context } from '../../core/context.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { mayChangeSettings, mayChangeWorkspace } from '../../org/domain/org-permissions.ts'
import { may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { loadModelSettings, offTeams } from '../db/settings.ts'

export interface ModelSwitch {
  ok: true
  /** Null: the workspace's. */
  teamId: TeamId | null
  isOff: boolean
  /** A team's switch turns nothing on then. */
  workspaceIsOff: boolean
  /** False: no key is set. */
  isSetUp: boolean
}

export async function loadSwitch(
  { db, clock, model }: Context,
  who: Person,
  teamId: TeamId | null,
): Promise<ModelSwitch | { ok: false }> {
  const { workspaceId } = who
  const actor = await actorOf(db, who, clock.now())
  const isAllowed =
    teamId === null
      ? may(actor, mayChangeWorkspace, { workspaceId })
      : may(actor, mayChangeSettings, { workspaceId, teamId })
  if (!isAllowed) return { ok: false }
  const { isOff: workspaceIsOff } = await loadModelSettings(db, workspaceId)
  const isOff = teamId === null ? workspaceIsOff : (await offTeams(db, workspaceId)).has(teamId)
  return { ok: true, teamId, isOff, workspaceIsOff, isSetUp: model !== undefined }
}
