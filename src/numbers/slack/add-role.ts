// `/kpi metrics`, "Add a role": a role of the workspace's own, and what it is asked for.
import { LOCALES } from '../../core/i18n/locale.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { mayChangeSettings } from '../../org/domain/org-permissions.ts'
import { ROLE_MAX_LENGTH, type RoleNameProblem } from '../../org/domain/own-role.ts'
import { ROLES } from '../../org/domain/team.ts'
import { isAllowedInTeam } from '../../org/flows/resolve-team.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { field, modal, textInput, typedIn } from '../../slack/fields.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, SubmitHandler, SubmitResult } from '../../slack/requests.ts'
import type { CatalogueEntry } from '../domain/catalogue-entry.ts'
import { addRole } from '../flows/add-role.ts'
import { inUse } from '../flows/adopt-metrics.ts'
import { words } from '../words/words.ts'
import { adoptedError, metricsField, readAdopted } from './catalogue-form.ts'
import { METRICS } from './ids.ts'
import { readMetricsMetadata } from './metrics-form.ts'
import { backToList } from './metrics-list.ts'

const NAME = 'name'

export function roleView(
  place: { teamId: string; role: string },
  entries: readonly CatalogueEntry[],
  t: Translate,
): ModalView {
  return modal({
    callbackId: METRICS.roleForm,
    title: t('catalogue.roleTitle'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: place,
    blocks: [
      field(NAME, t('catalogue.roleName'), textInput('', { maxLength: ROLE_MAX_LENGTH }), {
        hint: t('catalogue.roleHint'),
      }),
      metricsField(entries, t('catalogue.roleMetrics'), t('catalogue.roleMetricsHint'), t),
    ],
  })
}

export const openRoleForm: ActionHandler = async (call, context) => {
  const metadata = call.view && readMetricsMetadata(call.view.metadata)
  if (!metadata) return
  const { who, t } = call
  const { teamId, role } = metadata
  if (!(await isAllowedInTeam(context.db, who, mayChangeSettings, teamId, call.now)))
    return call.replyEphemeral(textMessage(t('team.notAllowed')))
  await call.update(roleView({ teamId, role }, await inUse(context.db, who.workspaceId), t))
}

const presetRoleNames = () => LOCALES.flatMap((locale) => ROLES.map((role) => words[locale][`role.${role}`]))

export const submitRole: SubmitHandler = async (call, context) => {
  const { who, t } = call
  const atName = (text: string): SubmitResult => ({ kind: 'errors', errors: { [NAME]: text } })
  const metadata = readMetricsMetadata(call.metadata)
  if (!metadata) return atName(t('team.notAllowed'))
  const draft = { name: typedIn(call.state, NAME), metricKeys: readAdopted(call.state) }
  const added = await addRole(context, who, metadata.teamId, draft, presetRoleNames())
  if (added.ok) return backToList(call, context, metadata.teamId, added.role)
  if (added.reason === 'name') return atName(nameProblem(added.problem, t))
  if (added.reason === 'too-many-roles') return atName(t('catalogue.problemRoles'))
  if (added.reason === 'not-allowed') return atName(t('team.notAllowed'))
  const text = t(added.reason === 'too-many' ? 'team.tooMany' : 'team.gone')
  return { kind: 'errors', errors: adoptedError(text) }
}

function nameProblem(problem: RoleNameProblem, t: Translate): string {
  if (problem === 'missing') return t('team.problemMissing')
  if (problem === 'too-long') return t('team.problemTooLong')
  return t(problem === 'taken' ? 'catalogue.problemRoleTaken' : 'catalogue.problemRoleName')
}
