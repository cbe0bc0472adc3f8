// The switch of the language model where an admin or a manager looks for it: a line in the form of the workspace or the team, and a form on top of it.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { chosenIn, field, modal, plain, radio, section } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, SubmitHandler } from '../../slack/requests.ts'
import { loadSwitch, type ModelSwitch } from '../flows/load-switch.ts'
import { switchModel, switchModelInTeam } from '../flows/switch-model.ts'
import { MODEL } from './ids.ts'

const WORKSPACE = 'workspace'
export const SWITCH_FIELD = 'model'
const Metadata = z.object({ teamId: z.uuid().nullable() })

/** `teamId` null: the workspace's. */
export const switchLine = (teamId: TeamId | null, t: Translate): Block => ({
  type: 'section',
  text: mrkdwn(t('switch.line')),
  accessory: {
    ...{ type: 'button', action_id: MODEL.openSwitch, text: plain(t('switch.open')) },
    value: teamId ?? WORKSPACE,
  },
})

export const openSwitch: ActionHandler = async (call, context) => {
  const teamId = call.value === WORKSPACE ? null : call.value
  if (!Metadata.safeParse({ teamId }).success) return
  const found = await loadSwitch(context, call.who, teamId)
  if (found.ok) await call.push(switchView(found, call.t))
  else await call.replyEphemeral(textMessage(call.t('privacy.notAllowed')))
}

/** The form below stays as it was typed. */
export const submitSwitch: SubmitHandler = async ({ who, t, state, metadata }, context) => {
  const of = readJson(metadata, Metadata)
  const { data: to } = z.enum(['on', 'off']).safeParse(chosenIn(state, SWITCH_FIELD))
  if (!of || !to) return { kind: 'errors', errors: { [SWITCH_FIELD]: t('switch.choose') } }
  const done =
    of.teamId === null
      ? await switchModel(context, who, to)
      : await switchModelInTeam(context, who, of.teamId, to)
  return done.ok ? { kind: 'close' } : { kind: 'errors', errors: { [SWITCH_FIELD]: t('privacy.notAllowed') } }
}

export function switchView({ teamId, isOff, workspaceIsOff, isSetUp }: ModelSwitch, t: Translate): ModalView {
  const intro = isSetUp ? t('switch.intro') : t('privacy.none')
  const choices = (['on', 'off'] as const).map((value) => ({ value, text: t(`switch.${value}`) }))
  return modal({
    callbackId: MODEL.switchForm,
    title: t('budget.title'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { teamId },
    blocks: [
      section(intro),
      ...(teamId !== null && workspaceIsOff ? [section(t('privacy.off'))] : []),
      field(
        SWITCH_FIELD,
        t(teamId === null ? 'switch.workspace' : 'switch.team'),
        radio(choices, isOff ? 'off' : 'on'),
        { hint: t('switch.hint') },
      ),
    ],
  })
}
