// The controls of items: done in place, and the form that hands one on, puts it off or drops it.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, ActionRequest } from '../../slack/requests.ts'
import { changeAction, openableAction } from '../flows/change-action.ts'
import { showActions } from '../flows/show-actions.ts'
import { actionForm } from './action-form.ts'
import { PLACES } from './item-line.ts'
import { listMessage } from './list-message.ts'
import { refusalText } from './refusal-text.ts'

const Value = z.tuple([z.enum(PLACES), z.string(), z.uuid()])

/** '<place> <kind> <id>'. Null: it was forged. */
const readValue = (value: string) => Value.safeParse(value.split(' ')).data ?? null

export const pressDone: ActionHandler = async (call, context) => {
  const value = readValue(call.value)
  if (!value) return call.replyEphemeral(textMessage(call.t('todo.notAllowed')))
  const [place, kind, id] = value
  const problem = await close(call, context, kind, id, place === 'message' ? 'message:todo' : '/kpi todo')
  if (problem) return call.replyEphemeral(textMessage(problem))
  if (place === 'home') return call.redrawHome()
  if (place === 'list')
    return call.replace(listMessage(await showActions(context, call.who, 'own-and-team'), call.t))
}

/** Null: it is closed. Else what to say. */
async function close(
  { who, t }: ActionRequest,
  context: Context,
  kind: string,
  id: string,
  screen: 'message:todo' | '/kpi todo',
): Promise<string | null> {
  const source = context.contributions.actionSources.find((one) => one.kind === kind)
  if (source) return (await source.close(context, who, id)) ? null : t('todo.notAllowed')
  const changed = await changeAction(context, who, id, { close: 'done' }, screen)
  return changed.ok ? null : refusalText(changed, t)
}

export const openChange: ActionHandler = async (call, context) => {
  const value = readValue(call.value)
  const action = value && (await openableAction(context, call.who, value[2]))
  if (!value || !action) return call.replyEphemeral(textMessage(call.t('todo.notAllowed')))
  if (action.state !== 'open')
    return call.replyEphemeral(
      textMessage(refusalText({ ok: false, reason: 'closed-already', action }, call.t)),
    )
  await call.open(actionForm(action, value[0], call.t))
}
