// Shows the list of a role's metrics again, after something in it was chosen or a form was submitted.
import type { Context } from '../../core/context.ts'
import { mayChangeSettings } from '../../org/domain/org-permissions.ts'
import type { Role } from '../../org/domain/team.ts'
import { isAllowedInTeam } from '../../org/flows/resolve-team.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionRequest, SubmitRequest } from '../../slack/requests.ts'
import { loadMetrics } from '../flows/change-metrics.ts'
import { metricsView } from './metrics-form.ts'

export async function updateList(
  call: ActionRequest,
  context: Context,
  teamId: string,
  role: Role | null,
  note?: string,
): Promise<void> {
  const { who, t } = call
  if (!teamId || !(await isAllowedInTeam(context.db, who, mayChangeSettings, teamId, call.now)))
    return call.replyEphemeral(textMessage(t('team.notAllowed')))
  const facts = await loadMetrics(context, who, { workspaceId: who.workspaceId, teamId }, role)
  await call.update(metricsView(facts, t, note))
}

export async function backToList(call: SubmitRequest, context: Context, teamId: string, role: Role) {
  const facts = await loadMetrics(context, call.who, { workspaceId: call.who.workspaceId, teamId }, role)
  return { kind: 'update', view: metricsView(facts, call.t) } as const
}
