// Renders the request to add somebody to another team, with its two buttons, and what became of it; answers the clicks.

import type { Translate } from '../../core/i18n/translate.ts'
import type { ActionsBlock, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { channelLink, mention } from '../../slack/mrkdwn.ts'
import type { ActionHandler } from '../../slack/requests.ts'
import type { JoinOutcomeFacts, JoinRequestFacts } from '../domain/message-facts.ts'
import { answerJoinRequest } from '../flows/join-requests.ts'
import type { AwaitedPerson } from '../flows/place-members.ts'
import { answerRequest } from './answer-request.ts'
import { JOINING } from './ids.ts'

const TEAM_LENGTH = 300
const MAX_NAMED = 25

export const acceptJoining: ActionHandler = (call, context) =>
  answerRequest(call, (requestId) => answerJoinRequest(context, call.who, requestId, 'accept'))
export const declineJoining: ActionHandler = (call, context) =>
  answerRequest(call, (requestId) => answerJoinRequest(context, call.who, requestId, 'decline'))

export function renderJoinRequest(facts: JoinRequestFacts, t: Translate): RenderedMessage {
  const { state, passedOnTo, decidedBy, askedAs } = facts
  const values = valuesOf(facts)
  const lines = [t('join.request', { ...values, home: escapeWithin(facts.homeTeamName, TEAM_LENGTH) })]
  const isOpen = state === 'waiting' && passedOnTo === null
  if (isOpen) lines.push(t(`join-as.${askedAs}`, values), t('join.untilThen', values))
  else if (state === 'waiting') lines.push(t('join.passedOn', { asked: mention(passedOnTo ?? '') }))
  else lines.push(outcomeText(state, decidedBy, t))
  const blocks = sectionsOf(lines)
  if (isOpen) blocks.push(joinRequestButtons(facts.requestId, t))
  return { text: lines.join('\n'), blocks }
}

export function renderJoinOutcome(facts: JoinOutcomeFacts, t: Translate): RenderedMessage {
  const { state, decidedBy, reader } = facts
  const values = valuesOf(facts)
  const first = reader === 'person' ? t('join.aboutYou', values) : t('join.aboutRequest', values)
  const lines = [first, outcomeText(state, decidedBy, t)]
  if (reader === 'person') lines.push(t('join.nothingChanges'))
  else if (state === 'person-left') lines.push(t('join.askAgain'))
  return { text: lines.join('\n'), blocks: sectionsOf(lines) }
}

/** Under the confirmation of a form: who is asked about whom. Empty where nobody is. */
export function waitingLines(waiting: readonly AwaitedPerson[], t: Translate): string[] {
  if (waiting.length === 0) return []
  const pairs = waiting
    .slice(0, MAX_NAMED)
    .map(({ userId, askedUserId }) => `${mention(userId)} (${mention(askedUserId)})`)
  const more = waiting.length > MAX_NAMED ? ` … (+${waiting.length - MAX_NAMED})` : ''
  return [t('join.waiting', { names: pairs.join(t('common.listSeparator')) + more })]
}

/** Empty where everybody could be added or asked about. */
export function refusedLines(refused: readonly string[], t: Translate): string[] {
  if (refused.length === 0) return []
  const more = refused.length > MAX_NAMED ? ` … (+${refused.length - MAX_NAMED})` : ''
  return [t('join.refused', { names: refused.slice(0, MAX_NAMED).map(mention).join(' ') + more })]
}

function valuesOf({ requestedBy, userId, teamName, channelId }: JoinRequestFacts | JoinOutcomeFacts) {
  return {
    by: mention(requestedBy),
    person: mention(userId),
    team: escapeWithin(teamName, TEAM_LENGTH),
    channel: channelLink(channelId),
  }
}

function outcomeText(state: JoinRequestFacts['state'], decidedBy: string | null, t: Translate): string {
  const who = decidedBy ? mention(decidedBy) : ''
  switch (state) {
    case 'accepted':
      return t('join.accepted', { who })
    case 'declined':
      return t('join.declined', { who })
    case 'unanswered':
    case 'waiting':
      return t('join.unanswered')
    case 'withdrawn':
      return t('join.withdrawn')
    case 'person-left':
      return t('join.personLeft')
    case 'team-paused':
      return t('join.teamPaused')
  }
}

export const joinRequestButtons = (requestId: string, t: Translate): ActionsBlock => ({
  type: 'actions',
  elements: [
    {
      type: 'button',
      style: 'primary',
      action_id: JOINING.accept,
      text: plain(t('join.accept')),
      value: requestId,
    },
    { type: 'button', action_id: JOINING.decline, text: plain(t('join.decline')), value: requestId },
  ],
})
