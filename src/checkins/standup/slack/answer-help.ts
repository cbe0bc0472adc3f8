// The controls under a request for help and in the summary: to take a blocker on, and to say that it is solved.
import { z } from 'zod'
import type { Context } from '../../../core/context.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { mention } from '../../../slack/mrkdwn.ts'
import { textMessage } from '../../../slack/receivers/receiver.ts'
import type { ActionHandler, ActionRequest } from '../../../slack/requests.ts'
import { type HelpOutcome, helpWithBlocker } from '../flows/help-with-blocker.ts'

const BlockerId = z.uuid()
const STATES = { help: 'helped', solved: 'closed' } as const

export const takeOnBlocker: ActionHandler = (call, context) => answer(call, context, call.value, 'helped')
export const solveBlocker: ActionHandler = (call, context) => answer(call, context, call.value, 'closed')

/** The menu's value is 'help <id>' or 'solved <id>'. */
export const chooseOnBlocker: ActionHandler = (call, context) => {
  const [control = '', blockerId = ''] = call.value.split(' ')
  return control === 'help' || control === 'solved'
    ? answer(call, context, blockerId, STATES[control])
    : call.replyEphemeral(textMessage(call.t('standup.refused')))
}

/** A change is shown by editing the messages; only a refusal is answered with a text. */
async function answer(
  call: ActionRequest,
  context: Context,
  value: string,
  state: 'helped' | 'closed',
): Promise<void> {
  const blockerId = BlockerId.safeParse(value)
  if (!blockerId.success) return call.replyEphemeral(textMessage(call.t('standup.refused')))
  const outcome = await helpWithBlocker(context, call.who, blockerId.data, state)
  if (!outcome.ok) return call.replyEphemeral(textMessage(refusalText(outcome, state, call.t)))
  // A click without a channel comes from the Home tab, which no message's edit reaches.
  if (call.channelId === null) await call.redrawHome()
}

function refusalText(
  outcome: Exclude<HelpOutcome, { ok: true }>,
  state: 'helped' | 'closed',
  t: Translate,
): string {
  if (outcome.reason === 'taken') return t('standup.helpTakenBy', { helper: mention(outcome.helperUserId) })
  const texts = {
    'not-allowed': state === 'helped' ? t('standup.helpRefused') : t('standup.solveRefused'),
    own: t('standup.helpOwn'),
    'already-closed': t('standup.helpSolved'),
  }
  return texts[outcome.reason]
}
