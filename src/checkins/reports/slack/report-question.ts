// Renders what whoever leads the team asks back about a report, and what they wrote about it, to the one who reported.
import { formatDate } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { teamLine, teamLineBlock } from '../../../org/slack/team-line.ts'
import type { Block, RenderedMessage } from '../../../slack/blocks.ts'
import { quoted, sectionsOf, wordsOf } from '../../../slack/lines.ts'
import { mention } from '../../../slack/mrkdwn.ts'
import { renderAnswerComment } from '../../standup/slack/answer-comment.ts'
import type { ReportCommentFacts, ReportQuestionFacts } from '../domain/message-facts.ts'
import { REPORT } from './ids.ts'
import { reportButton } from './report-buttons.ts'
import { callingReport, untilText } from './report-words.ts'

const TEXT_LENGTH = 1200

export const renderReportComment = (facts: ReportCommentFacts, t: Translate): RenderedMessage =>
  renderAnswerComment(facts, callingReport(facts.definition, t))

export function renderReportQuestion(facts: ReportQuestionFacts, translate: Translate): RenderedMessage {
  const t = callingReport(facts.definition, translate)
  const lines = linesOf(facts, t)
  const buttons: Block[] =
    facts.phase === 'open' ? [{ type: 'actions', elements: [openButton(facts, t)] }] : []
  return {
    text: wordsOf([...lines, teamLine(facts, t)]),
    blocks: [...sectionsOf(lines), teamLineBlock(facts, t), ...buttons],
  }
}

const openButton = ({ teamId, definition, date }: ReportQuestionFacts, t: Translate) =>
  reportButton(REPORT.open, { teamId, name: definition.name, date }, t('report.answerQuestion'), 'primary')

function linesOf({ phase, byUserId, date, question, until, zone, reply }: ReportQuestionFacts, t: Translate) {
  const said = { by: mention(byUserId), date: formatDate(date, t.locale) }
  if (phase === 'gone') return [t('report.questionGone', said)]
  if (phase === 'replaced') return [t('report.questionReplaced', said)]
  const asked = [`:leftwards_arrow_with_hook: ${t('report.asksAbout', said)}`, quoted(question, TEXT_LENGTH)]
  if (phase === 'open') return [...asked, t('report.reopened', untilText(until, zone, t))]
  if (phase === 'over') return [...asked, t('report.questionOver')]
  const answered = t('report.questionAnswered')
  return [...asked, `:white_check_mark: ${answered}`, ...(reply === '' ? [] : [quoted(reply, TEXT_LENGTH)])]
}
