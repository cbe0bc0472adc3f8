// Renders the messages about the parent team of a team, and handles the answer to a proposed one.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { plain, section } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { channelLink, mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, ActionRequest } from '../../slack/requests.ts'
import type {
  ParentAnswerFacts,
  ParentChangedFacts,
  ParentProposedFacts,
  TeamIdentity,
} from '../domain/message-facts.ts'
import { answerParentProposal } from '../flows/parent-team.ts'
import { LEAD } from './ids.ts'

const TEAM_LENGTH = 300
const nameOf = ({ teamName }: TeamIdentity) => escapeWithin(teamName, TEAM_LENGTH)
const message = (text: string): RenderedMessage => ({ text, blocks: [section(text)] })

export function renderParentChanged(facts: ParentChangedFacts, t: Translate): RenderedMessage {
  const { team, above, former, reader, byUserId } = facts
  const values = {
    ...{ by: mention(byUserId), team: nameOf(team) },
    ...{ channel: channelLink(team.channelId), manager: mention(team.managerUserId) },
  }
  if (above && reader !== 'former') {
    const put = { ...values, above: nameOf(above), director: mention(above.managerUserId) }
    return message(t(reader === 'above' ? 'lead.parentSetAbove' : 'lead.parentSet', put))
  }
  const taken = {
    ...{ former: former ? nameOf(former) : '', director: former ? mention(former.managerUserId) : '' },
  }
  const key = reader === 'former' ? 'lead.parentClearedFormer' : 'lead.parentCleared'
  return message(t(key, { ...values, ...taken }))
}

export function renderParentProposed(facts: ParentProposedFacts, t: Translate): RenderedMessage {
  const { team, above, byUserId, state, teamId, parentTeamId } = facts
  const values = { team: nameOf(team), above: nameOf(above), director: mention(above.managerUserId) }
  if (state === 'accepted') return message(t('lead.proposalAccepted', values))
  if (state === 'settled') return message(t('lead.proposalSettled', values))
  const asked = message(t('lead.proposed', { ...values, by: mention(byUserId) }))
  const button = (action_id: string, text: string) => ({
    ...{ type: 'button' as const, action_id, text: plain(text) },
    value: JSON.stringify({ team: teamId, above: parentTeamId }),
  })
  const elements = [
    { ...button(LEAD.agree, t('lead.agree')), style: 'primary' as const },
    button(LEAD.decline, t('lead.decline')),
  ]
  return { ...asked, blocks: [...asked.blocks, { type: 'actions', elements }] }
}

export function renderParentAnswer(facts: ParentAnswerFacts, t: Translate): RenderedMessage {
  const { team, above, byUserId, accepted } = facts
  const values = { by: mention(byUserId), team: nameOf(team), above: nameOf(above) }
  return message(t(accepted ? 'lead.answerYes' : 'lead.answerNo', values))
}

export const agreeToParent: ActionHandler = (call, context) => answer(call, context, true)
export const declineParent: ActionHandler = (call, context) => answer(call, context, false)

const Proposal = z.object({ team: z.uuid(), above: z.uuid() })

/** The message that was clicked is edited by the outbox: its buttons vanish. */
async function answer({ who, t, value, ...call }: ActionRequest, context: Context, accepted: boolean) {
  const proposal = readJson(value, Proposal)
  if (!proposal) return
  const { team: teamId, above: parentTeamId } = proposal
  const answered = await answerParentProposal(context, who, { teamId, parentTeamId, accepted })
  if (answered.ok) return
  const texts = {
    'not-allowed': t('lead.onlyManager'),
    gone: t('lead.over'),
    'not-a-parent': t('lead.parentGone'),
  }
  await call.replyEphemeral(textMessage(texts[answered.reason]))
}
