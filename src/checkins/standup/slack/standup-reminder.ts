// Renders the one reminder before a standup closes, and the request of whoever leads the team; once that is over it shrinks to a line.

import { formatDate, formatTime } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { teamLine, teamLineBlock } from '../../../org/slack/team-line.ts'
import type { RenderedMessage } from '../../../slack/blocks.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../../slack/lines.ts'
import { mention } from '../../../slack/mrkdwn.ts'
import type { StandupNudgeFacts, StandupReminderFacts } from '../domain/message-facts.ts'
import { answerButtons } from './standup-buttons.ts'

const TEAM_LENGTH = 150

export function renderStandupReminder(
  facts: StandupReminderFacts | StandupNudgeFacts,
  t: Translate,
): RenderedMessage {
  const said = {
    team: escapeWithin(facts.teamName, TEAM_LENGTH),
    date: formatDate(facts.date, t.locale),
    time: formatTime(facts.closeAt, facts.zone, t.locale),
  }
  const sentences = {
    open:
      facts.kind === 'standup-nudge'
        ? t('standup.nudge', { ...said, by: mention(facts.byUserId) })
        : t('standup.reminder', said),
    answered: t('standup.reminderAnswered', said),
    closed: t('standup.reminderClosed', said),
    excused: t('standup.excused', said),
  }
  const sentence = sentences[facts.phase]
  const blocks = [...sectionsOf([sentence]), teamLineBlock(facts, t)]
  if (facts.phase === 'open') blocks.push({ type: 'actions', elements: answerButtons(facts, false, t) })
  return { text: wordsOf([sentence, teamLine(facts, t)]), blocks }
}
