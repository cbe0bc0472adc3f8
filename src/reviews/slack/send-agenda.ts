// The button that posts the agenda of a meeting, and says where it stands and why.

import { readJson } from '../../slack/json.ts'
import { channelLink } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler } from '../../slack/requests.ts'
import { postAgenda } from '../flows/agenda.ts'
import { Named, namedReview } from './write-form.ts'

const SENTENCES = {
  external: 'meeting.privateExternal',
  'one-person': 'meeting.privateOnePerson',
  'not-allowed': 'review.notYours',
  closed: 'review.closed',
} as const

export const sendAgenda: ActionHandler = async (call, context) => {
  const { who, t } = call
  const named = readJson(call.value, Named)
  if (!named) return call.replyEphemeral(textMessage(t('review.notYours')))
  const posted = await postAgenda(context, who, namedReview(named))
  if (!posted.ok) return call.replyEphemeral(textMessage(t(SENTENCES[posted.reason])))
  const { channelId, why } = posted
  const said = why ? t(SENTENCES[why]) : t('meeting.posted', { channel: channelLink(channelId) })
  return call.replyEphemeral(textMessage(said))
}
