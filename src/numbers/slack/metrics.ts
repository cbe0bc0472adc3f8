// `/kpi metrics`: shows and changes the metrics of a role. The list saves each choice at once; two forms add and edit.

import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { mayChangeSettings } from '../../org/domain/org-permissions.ts'
import type { Role } from '../../org/domain/team.ts'
import { isAllowedInTeam } from '../../org/flows/resolve-team.ts'
import { inChosenTeam } from '../../org/slack/chosen-team.ts'
import { resolveTeamOrReply } from '../../org/slack/resolve-team-or-reply.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type {
  ActionHandler,
  ActionRequest,
  CommandHandler,
  SubmitHandler,
  SubmitResult,
} from '../../slack/requests.ts'
import {
  addMetric,
  editMetric,
  loadMetrics,
  type MetricChanged,
  moveMetric,
} from '../flows/change-metrics.ts'
import { showDefinition } from './catalogue.ts'
import { METRICS } from './ids.ts'
import { metricErrors, metricView, ownMetricView, readMetric, readOwnMetric } from './metric-form.ts'
import { metricNames } from './metric-names.ts'
import { metricsView, readMetricsMetadata, readPick } from './metrics-form.ts'
import { backToList, updateList } from './metrics-list.ts'

export const metricsCommand: CommandHandler = async (call, context) => {
  const team = await resolveTeamOrReply(call, context, mayChangeSettings, METRICS.metricsOf)
  if (team) await call.open(metricsView(await loadMetrics(context, call.who, team, null), call.t))
}

export const metricsOfChosen = inChosenTeam(metricsCommand, mayChangeSettings)

/** Replaces the modal by the metrics list of the team in the button's value. */
export const toMetrics: ActionHandler = async (call, context) => {
  const teamId = z.uuid().safeParse(call.value).data
  await updateList(call, context, teamId ?? '', null)
}

export const chooseRole: ActionHandler = async (call, context) => {
  const metadata = call.view && readMetricsMetadata(call.view.metadata)
  if (!metadata) return
  await updateList(call, context, metadata.teamId, call.value)
}

/** Carries out the option selected in a metric's menu. */
export const selectInMetricMenu: ActionHandler = async (call, context) => {
  const pick = readPick(call.value)
  const metadata = call.view && readMetricsMetadata(call.view.metadata)
  if (!metadata || !pick) return
  const { who, t } = call
  const { teamId, role } = metadata
  if (pick.move === 'edit') return openMetric(call, context, teamId, role, pick.key)
  if (pick.move === 'define') return showDefinition(call, context, metadata, pick.key)
  const moved = await moveMetric(context, who, teamId, { role, key: pick.key, move: pick.move })
  await updateList(call, context, teamId, role, moved.ok ? undefined : moveRefusedText(moved, t))
}

function moveRefusedText(refused: Exclude<MetricChanged, { ok: true }>, t: Translate): string {
  if (refused.reason === 'ranked-by') return t('team.rankedBy')
  return t(refused.reason === 'gone' ? 'team.gone' : 'team.notAllowed')
}

async function openMetric(
  call: ActionRequest,
  context: Context,
  teamId: string,
  role: Role,
  key: string,
): Promise<void> {
  const { who, t } = call
  if (!(await isAllowedInTeam(context.db, who, mayChangeSettings, teamId, call.now)))
    return call.replyEphemeral(textMessage(t('team.notAllowed')))
  const { list } = await loadMetrics(context, who, { workspaceId: who.workspaceId, teamId }, role)
  const line = list.find(({ metric }) => metric.key === key)
  if (line) await call.update(metricView(teamId, role, line.metric, t))
  else await updateList(call, context, teamId, role, t('team.gone'))
}

/** Replaces the list by the form for a team's own metric. */
export const openOwnMetric: ActionHandler = async (call, context) => {
  const metadata = call.view && readMetricsMetadata(call.view.metadata)
  if (!metadata) return
  const { who, t } = call
  const { teamId, role } = metadata
  if (!(await isAllowedInTeam(context.db, who, mayChangeSettings, teamId, call.now)))
    return call.replyEphemeral(textMessage(t('team.notAllowed')))
  const { currency } = await loadMetrics(context, who, { workspaceId: who.workspaceId, teamId }, role)
  await call.update(ownMetricView(teamId, role, currency, t))
}

export const submitMetric: SubmitHandler = async (call, context) => {
  const { who, t } = call
  const metadata = readMetricsMetadata(call.metadata)
  if (!metadata) return atName(t('team.notAllowed'))
  const { teamId, role, key = '' } = metadata
  const edited = await editMetric(context, who, teamId, key, readMetric(call.state), metricNames)
  if (edited.ok) return backToList(call, context, teamId, role)
  if (edited.reason === 'errors') return { kind: 'errors', errors: metricErrors(edited.errors, t) }
  return atName(t(edited.reason === 'gone' ? 'team.gone' : 'team.notAllowed'))
}

export const submitOwnMetric: SubmitHandler = async (call, context) => {
  const { who, t } = call
  const metadata = readMetricsMetadata(call.metadata)
  if (!metadata) return atName(t('team.notAllowed'))
  const { teamId, role } = metadata
  const added = await addMetric(context, who, teamId, role, readOwnMetric(call.state), metricNames)
  if (added.ok) return backToList(call, context, teamId, role)
  if (added.reason === 'errors') return { kind: 'errors', errors: metricErrors(added.errors, t) }
  return atName(t(added.reason === 'too-many' ? 'team.tooMany' : 'team.notAllowed'))
}

const atName = (text: string): SubmitResult => ({ kind: 'errors', errors: { name: text } })
