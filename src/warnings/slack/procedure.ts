// Who is told of a team's warnings: its form, which says anew what was chosen with each choice, and its saving.
import { z } from 'zod'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, SubmitHandler } from '../../slack/requests.ts'
import { changeProcedure } from '../flows/change-procedure.ts'
import { chosenView, procedureView, readChoices, readProcedureMetadata } from './procedure-form.ts'
import { backToList, changeable } from './rules-place.ts'

export const openProcedure: ActionHandler = async (call, context) => {
  const facts = await changeable(call, context, z.uuid().safeParse(call.value).data ?? null)
  if (facts) await call.update(procedureView(facts, call.t))
}

export const chooseProcedure: ActionHandler = async (call, context) => {
  const metadata = call.view && readProcedureMetadata(call.view.metadata)
  const facts = metadata && (await changeable(call, context, metadata.teamId))
  if (!facts || !call.view) return
  await call.update(chosenView(facts, readChoices(call.view.state, metadata.choice), call.t))
}

export const submitProcedure: SubmitHandler = async ({ who, t, metadata, state }, context) => {
  const read = readProcedureMetadata(metadata)
  const changed = read && (await changeProcedure(context, who, read.teamId, readChoices(state, read.choice)))
  if (!read || !changed?.ok)
    return { kind: 'update', view: messageAsModal(textMessage(t('rules.notAllowed'))) }
  return backToList(context, who, read.teamId, t, t('rules.saved'))
}
