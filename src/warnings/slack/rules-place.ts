// Where a form of the rules leads: back to the list; and who may open one.
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionRequest, SubmitRequest, SubmitResult } from '../../slack/requests.ts'
import { loadRules, type RulesFacts } from '../flows/load-rules.ts'
import { rulesView } from './rules-list.ts'

/** Null: they may not change the rules, and are told so. */
export async function changeable(
  call: ActionRequest,
  context: Context,
  teamId: string | null,
): Promise<RulesFacts | null> {
  const facts = teamId ? await loadRules(context, call.who, teamId) : null
  if (facts?.mayChange) return facts
  await call.replyEphemeral(textMessage(call.t('rules.notAllowed')))
  return null
}

export async function backToList(
  context: Context,
  who: SubmitRequest['who'],
  teamId: string,
  t: Translate,
  note: string,
): Promise<SubmitResult> {
  const facts = await loadRules(context, who, teamId)
  return facts
    ? { kind: 'update', view: rulesView(facts, t, `:white_check_mark: ${note}`) }
    : { kind: 'close' }
}
