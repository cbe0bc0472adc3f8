// `/kpi setup`: opens and submits the set-up form of the channel's team.

import type { Translate } from '../../core/i18n/translate.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler, SubmitHandler } from '../../slack/requests.ts'
import { changeTeam } from '../flows/change-team.ts'
import { loadSetup, type SetupLoaded } from '../flows/load-setup.ts'
import { setUpTeam } from '../flows/set-up-team.ts'
import { setupDoneView } from './setup-done.ts'
import { SETUP } from './setup-fields.ts'
import {
  initialInput,
  readDraft,
  readSetup,
  readSetupMetadata,
  setupErrors,
  setupView,
} from './setup-form.ts'

export const setupCommand: CommandHandler = async (call, context) => {
  const loaded = await loadSetup(context, call.who, call.channelId)
  if (loaded.ok) await call.open(setupView(loaded.facts, initialInput(loaded.facts), false, call.t))
  else call.reply(textMessage(refusedText(loaded, call.t)))
}

/** The button of the invitation. Its value is the channel id, which can be forged. */
export const setupButton: ActionHandler = async (call, context) => {
  const loaded = await loadSetup(context, call.who, call.value)
  if (loaded.ok) await call.open(setupView(loaded.facts, initialInput(loaded.facts), false, call.t))
  else await call.replyEphemeral(textMessage(refusedText(loaded, call.t)))
}

export const moreOptions: ActionHandler = async (call, context) => {
  const metadata = call.view && readSetupMetadata(call.view.metadata)
  if (!call.view || !metadata) return
  const loaded = await loadSetup(context, call.who, metadata.channelId)
  if (!loaded.ok) return call.replyEphemeral(textMessage(refusedText(loaded, call.t)))
  const input = readDraft(call.view.state, loaded.facts)
  await call.update(setupView(loaded.facts, input, call.value === 'more', call.t))
}

export const submitSetup: SubmitHandler = async (call, context) => {
  const { who, t, state } = call
  const metadata = readSetupMetadata(call.metadata)
  if (!metadata) return { kind: 'errors', errors: { [SETUP.name]: t('team.notAllowed') } }
  const { channelId, teamId, more } = metadata
  const loaded = await loadSetup(context, who, channelId)
  if (!loaded.ok) {
    // Slack does not render mentions in errors of fields.
    const text = loaded.reason === 'not-allowed' ? t('team.notAllowed') : refusedText(loaded, t)
    return { kind: 'errors', errors: { [SETUP.name]: text } }
  }
  if (loaded.facts.teamId !== teamId)
    return { kind: 'errors', errors: { [SETUP.name]: t('setup.alreadySetUp') } }
  const read = readSetup(state, loaded.facts, t)
  if (!read.ok) return { kind: 'errors', errors: read.errors }
  const done = teamId
    ? await changeTeam(context, who, teamId, channelId, read.value)
    : await setUpTeam(context, who, channelId, read.value)
  if (!done.ok) return { kind: 'errors', errors: setupErrors(done, more, t) }
  return { kind: 'update', view: setupDoneView(done, teamId === null, t) }
}

type SetupRefused = Exclude<SetupLoaded, { ok: true }>

function refusedText(loaded: SetupRefused, t: Translate): string {
  switch (loaded.reason) {
    case 'not-a-channel':
      return t('setup.notAChannel')
    case 'not-in-channel':
      return t('setup.notInChannel')
    case 'archived':
      return t('setup.archived')
    case 'guest':
      return t('setup.guest')
    case 'outsider':
      return t('setup.outsider')
    case 'not-allowed':
      return t('setup.notAllowed', { manager: mention(loaded.managerUserId) })
  }
}
