// Renders what somebody who leads the team wrote about an answer, to the one who answered.
import { formatDate } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { teamLine, teamLineBlock } from '../../../org/slack/team-line.ts'
import type { RenderedMessage } from '../../../slack/blocks.ts'
import { quoted, sectionsOf, wordsOf } from '../../../slack/lines.ts'
import { mention } from '../../../slack/mrkdwn.ts'
import type { AnswerCommentFacts } from '../../domain/review.ts'

const TEXT_LENGTH = 2000

export function renderAnswerComment(facts: AnswerCommentFacts, t: Translate): RenderedMessage {
  const { byUserId, date, state, comment } = facts
  const said = { by: mention(byUserId), date: formatDate(date, t.locale) }
  const lines =
    state === 'gone' || state === 'replaced'
      ? [t(state === 'gone' ? 'standup.commentGone' : 'standup.commentReplaced', said)]
      : [
          `:speech_balloon: ${t(state === 'first' ? 'standup.comment' : 'standup.commentChanged', said)}`,
          quoted(comment, TEXT_LENGTH),
        ]
  return {
    text: wordsOf([...lines, teamLine(facts, t)]),
    blocks: [...sectionsOf(lines), teamLineBlock(facts, t)],
  }
}
