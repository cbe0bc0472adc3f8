// The messages of reviews: what a measure did, the offer of a review, and the agenda of the meeting about it.
import { z } from 'zod'
import { periodText } from '../../boards/slack/period-text.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import { messageKind } from '../../outbox/flows/message-kind.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import type { FollowUpFacts } from '../domain/follow-up.ts'
import { MEETING_PERIODS } from '../domain/meeting.ts'
import { loadAgenda } from '../flows/agenda.ts'
import { loadFollowUp } from '../flows/follow-up.ts'
import { loadReviewOffer } from '../flows/offer-review.ts'
import { renderAgenda, renderReviewOffer } from './agenda-message.ts'
import { REVIEWS } from './ids.ts'
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

const reviewOf = z.object({ period: z.enum(MEETING_PERIODS), from: z.string() })

export const reviewMessages = [
  messageKind({
    kind: 'measure-follow-up',
    subject: z.object({ actionId: z.string(), weeks: z.number() }),
    load: loadFollowUp,
    render: renderFollowUp,
  }),
  messageKind({
    kind: 'review-offer',
    subject: reviewOf,
    load: loadReviewOffer,
    render: renderReviewOffer,
    buttons: {
      [REVIEWS.open]: { lasts: 'review.notYours' },
      [REVIEWS.agenda]: { lasts: 'review.closed' },
    },
  }),
  messageKind({
    kind: 'meeting-agenda',
    subject: reviewOf,
    load: loadAgenda,
    render: renderAgenda,
    buttons: { [REVIEWS.minutes]: { lasts: 'review.closed' } },
  }),
]
