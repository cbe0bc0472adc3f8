// The buttons and the form by which somebody answers who manages a team next.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { FIELD, field, modal, section, userIn } from '../../slack/fields.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, ActionRequest, SubmitHandler } from '../../slack/requests.ts'
import type { TeamIdentity } from '../domain/message-facts.ts'
import {
  keepManager,
  type ManagerNamed,
  nameDelegate,
  nameManager,
  openManagerQuestion,
} from '../flows/name-manager.ts'
import { LEAD } from './ids.ts'
import { readTeamMetadata } from './members-form.ts'

const CHOSEN = 'chosen'
const TEAM_LENGTH = 300

type Choosing = 'manager' | 'delegate'

export const openManagerForm: ActionHandler = (call, context) => openForm(call, context, 'manager')
export const openDelegateForm: ActionHandler = (call, context) => openForm(call, context, 'delegate')
export const submitManager: SubmitHandler = (call, context) => submit(call, context, 'manager')
export const submitDelegate: SubmitHandler = (call, context) => submit(call, context, 'delegate')

async function openForm(call: ActionRequest, context: Context, choosing: Choosing): Promise<void> {
  const teamId = z.uuid().safeParse(call.value).data
  if (!teamId) return
  const opened = await openManagerQuestion(context, call.who, teamId)
  if (opened.ok) await call.open(chooseView(teamId, opened.team, choosing, call.t))
  else await call.replyEphemeral(textMessage(refusalText(opened.reason, choosing, call.t)))
}

/** The message that was clicked is edited by the outbox: its buttons vanish. */
export const keepFromButton: ActionHandler = async (call, context) => {
  const teamId = z.uuid().safeParse(call.value).data
  if (!teamId) return
  const kept = await keepManager(context, call.who, teamId)
  if (!kept.ok) await call.replyEphemeral(textMessage(refusalText(kept.reason, 'delegate', call.t)))
}

const submit = async (
  { who, t, metadata, state }: Parameters<SubmitHandler>[0],
  context: Context,
  choosing: Choosing,
): ReturnType<SubmitHandler> => {
  const at = (text: string) => ({ kind: 'errors', errors: { [CHOSEN]: text } }) as const
  const teamId = readTeamMetadata(metadata)
  const userId = userIn(state, CHOSEN)
  if (!teamId) return at(t('lead.onlyAbove'))
  if (!userId) return at(t('lead.chooseSomeone'))
  const name = choosing === 'manager' ? nameManager : nameDelegate
  const named = await name(context, who, teamId, userId)
  if (!named.ok) return at(refusalText(named.reason, choosing, t))
  return { kind: 'update', view: doneView(named.team, userId, choosing, t) }
}

function chooseView(
  teamId: string,
  { teamName, managerUserId }: TeamIdentity,
  choosing: Choosing,
  t: Translate,
): ModalView {
  const team = escapeWithin(teamName, TEAM_LENGTH)
  const isManager = choosing === 'manager'
  return modal({
    callbackId: isManager ? LEAD.managerForm : LEAD.delegateForm,
    title: t(isManager ? 'lead.managerTitle' : 'lead.delegateTitle'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { teamId },
    blocks: [
      section(
        isManager
          ? t('lead.managerOf', { team })
          : t('lead.delegateOf', { team, manager: mention(managerUserId) }),
      ),
      field(
        CHOSEN,
        t(isManager ? 'lead.manager' : 'lead.delegate'),
        { type: 'users_select', action_id: FIELD },
        { hint: t(isManager ? 'lead.managerHint' : 'lead.delegateHint') },
      ),
    ],
  })
}

function doneView(
  { teamName, managerUserId }: TeamIdentity,
  userId: string,
  choosing: Choosing,
  t: Translate,
): ModalView {
  const team = escapeWithin(teamName, TEAM_LENGTH)
  const manager = mention(managerUserId)
  const text =
    choosing === 'manager'
      ? t('lead.nowManages', { team, manager })
      : t('lead.nowActs', { team, manager, delegate: mention(userId) })
  return modal({
    ...{ callbackId: LEAD.managerForm, submit: null, close: t('setup.finish'), metadata: {} },
    title: t(choosing === 'manager' ? 'lead.managerTitle' : 'lead.delegateTitle'),
    blocks: [section(text)],
  })
}

function refusalText(
  reason: Exclude<ManagerNamed, { ok: true }>['reason'],
  choosing: Choosing,
  t: Translate,
): string {
  switch (reason) {
    case 'not-allowed':
      return t('lead.onlyAbove')
    case 'over':
      return t('lead.over')
    case 'no-delegate':
      return t('lead.noDelegate')
    case 'unusable':
      return t(choosing === 'manager' ? 'setup.notAManager' : 'setup.notADelegate')
  }
}
