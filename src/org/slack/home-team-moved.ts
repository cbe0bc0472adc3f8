// Renders the message that a person's home team was moved: for them, and for both managers.

import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { HomeTeamMovedFacts } from '../domain/message-facts.ts'
import { teamLabel } from './team-line.ts'

export function renderHomeTeamMoved(facts: HomeTeamMovedFacts, t: Translate): RenderedMessage {
  const { team, own } = facts
  const said = { by: mention(facts.byUserId), person: mention(facts.userId) }
  if (!team) return textMessage(t('leave.homeMovedAway', said))
  const where = { ...said, team: teamLabel(team, t), manager: mention(team.managerUserId) }
  return textMessage(t(own ? 'leave.homeMovedYours' : 'leave.homeMoved', where))
}
