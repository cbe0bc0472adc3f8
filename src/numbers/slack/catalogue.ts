// `/kpi metrics`: adds what the workspace's catalogue has to a role, and edits the catalogue.

import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { MetricKey } from '../../core/ids.ts'
import { mayChangeSettings } from '../../org/domain/org-permissions.ts'
import { isAllowedInTeam } from '../../org/flows/resolve-team.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, ActionRequest, SubmitHandler, SubmitResult } from '../../slack/requests.ts'
import { adoptMetricsFor, notAdopted } from '../flows/adopt-metrics.ts'
import { changeDefinition, definableBy, openDefinition, whoDefines } from '../flows/change-catalogue.ts'
import {
  adoptedError,
  adoptView,
  askText,
  catalogueView,
  definitionErrors,
  definitionView,
  readAdopted,
  readDefinition,
} from './catalogue-form.ts'
import { allNames, presetNames } from './metric-names.ts'
import { type MetricsMetadata, readMetricsMetadata } from './metrics-form.ts'
import { backToList } from './metrics-list.ts'

const NAMES_LENGTH = 100
const NAMES = { of: allNames, preset: presetNames }

/** Replaces the list by the choice of what the catalogue has and the role does not. */
export const openAdoption: ActionHandler = async (call, context) => {
  const metadata = call.view && readMetricsMetadata(call.view.metadata)
  if (!metadata) return
  const { who, t } = call
  const { teamId, role } = metadata
  if (!(await isAllowedInTeam(context.db, who, mayChangeSettings, teamId, call.now)))
    return call.replyEphemeral(textMessage(t('team.notAllowed')))
  const entries = await notAdopted(context.db, { workspaceId: who.workspaceId, teamId }, role)
  await call.update(adoptView({ teamId, role }, entries, t))
}

export const submitAdoption: SubmitHandler = async (call, context) => {
  const { who, t } = call
  const refused = (text: string): SubmitResult => ({ kind: 'errors', errors: adoptedError(text) })
  const metadata = readMetricsMetadata(call.metadata)
  if (!metadata) return refused(t('team.notAllowed'))
  const { teamId, role } = metadata
  const done = await adoptMetricsFor(context, who, teamId, role, readAdopted(call.state))
  if (done.ok) return backToList(call, context, teamId, role)
  if (done.reason === 'too-many') return refused(t('team.tooMany'))
  return refused(t(done.reason === 'gone' ? 'team.gone' : 'team.notAllowed'))
}

/** Replaces the list by the catalogue. */
export const openCatalogue: ActionHandler = async (call, context) => {
  const metadata = call.view && readMetricsMetadata(call.view.metadata)
  if (!metadata) return
  const { teamId, role } = metadata
  const definable = await definableBy(context, call.who)
  await call.update(catalogueView({ teamId, role }, definable, call.t))
}

/** Opens the metric that was chosen in the catalogue. */
export const chooseDefinition: ActionHandler = async (call, context) => {
  const metadata = call.view && readMetricsMetadata(call.view.metadata)
  const key = z.string().max(50).safeParse(call.value).data
  if (metadata && key) await showDefinition(call, context, metadata, key)
}

export async function showDefinition(
  call: ActionRequest,
  context: Context,
  { teamId, role }: MetricsMetadata,
  key: MetricKey,
): Promise<void> {
  const definition = await openDefinition(context, call.who, key)
  if (!definition) return call.replyEphemeral(textMessage(await refusedText(call, context)))
  await call.update(definitionView({ teamId, role }, definition, call.t))
}

export const submitDefinition: SubmitHandler = async (call, context) => {
  const { who, t } = call
  const refused = (text: string): SubmitResult => ({ kind: 'errors', errors: { retired: text } })
  const metadata = readMetricsMetadata(call.metadata)
  if (!metadata?.key) return refused(t('team.notAllowed'))
  const done = await changeDefinition(context, who, metadata.key, readDefinition(call.state), NAMES)
  if (done.ok) return afterDefinition(call, context, metadata)
  if (done.reason === 'errors') return { kind: 'errors', errors: definitionErrors(done.errors, t) }
  if (done.reason === 'ranked-by') return refused(rankedText(done.teams, t))
  return refused(done.reason === 'gone' ? t('team.gone') : await refusedText(call, context))
}

const refusedText = async ({ who, t }: Pick<ActionRequest, 'who' | 't'>, { db }: Context): Promise<string> =>
  askText(await whoDefines(db, who), t)

const rankedText = (teams: readonly string[], t: Translate): string =>
  t('catalogue.rankedBy', { teams: escapeWithin(teams.join(t('common.listSeparator')), NAMES_LENGTH) })

/** A director edits the catalogue from the list of a team that they may not change: there is no way back to it then. */
async function afterDefinition(
  call: Parameters<SubmitHandler>[0],
  context: Context,
  { teamId, role }: MetricsMetadata,
): Promise<SubmitResult> {
  const mayList = await isAllowedInTeam(context.db, call.who, mayChangeSettings, teamId, call.now)
  return mayList ? backToList(call, context, teamId, role) : { kind: 'close' }
}
