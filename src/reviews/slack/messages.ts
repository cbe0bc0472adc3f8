// The messages of reviews: what a measure did two and four weeks after it was set.
import { z } from 'zod'
import { periodText } from '../../boards/slack/period-text.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import { messageKind } from '../../outbox/flows/message-kind.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import type { FollowUpFacts } from '../domain/follow-up.ts'
import { loadFollowUp } from '../flows/follow-up.ts'
import { measureLines } from './measure-lines.ts'

export function renderFollowUp(
  { weeks, team, period, measure }: FollowUpFacts,
  t: Translate,
): RenderedMessage {
  const title = t('measure.followUp', { weeks, period: periodText(period, t), team: teamLabel(team, t) })
  const text = [title, ...measureLines([measure], t)].join('\n')
  if (!measure.compared?.effect.known) return { text, blocks: [section(text)] }
  const how = t('measure.how')
  return {
    text: `${text}\n${how}`,
    blocks: [section(text), { type: 'context', elements: [mrkdwn(how)] }],
  }
}

export const reviewMessages = [
  messageKind({
    kind: 'measure-follow-up',
    subject: z.object({ actionId: z.string(), weeks: z.number() }),
    load: loadFollowUp,
    render: renderFollowUp,
  }),
]
