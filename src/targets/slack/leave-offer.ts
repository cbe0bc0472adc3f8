// Renders the offer of lower targets for a month with much leave, and opens the form that its buttons are for.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import { formatValue, metricName } from '../../numbers/slack/format-value.ts'
import { teamLine, teamLineBlock } from '../../org/slack/team-line.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { IsoDate } from '../../slack/dates.ts'
import { plain } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { sectionsOf, wordsOf } from '../../slack/lines.ts'
import { clip, mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler } from '../../slack/requests.ts'
import { type OfferLine, openLines } from '../domain/leave-offer.ts'
import type { LeaveOfferFacts } from '../domain/message-facts.ts'
import { openOffer } from '../flows/leave-offer.ts'
import { daysText, periodName, targetName } from './figures.ts'
import { TARGETS } from './ids.ts'
import { targetView } from './target-form.ts'

/** More are set with the command. */
const LISTED = 5
const NAME_LENGTH = 40

const Asked = z.object({ member: z.uuid(), from: IsoDate, metric: z.string() })

export const openLower: ActionHandler = async (call, context) => {
  const { who, t } = call
  const asked = readJson(call.value, Asked)
  const opened = asked
    ? await openOffer(context, who, { memberId: asked.member, metricKey: asked.metric, from: asked.from })
    : ({ ok: false, reason: 'not-allowed' } as const)
  if (opened.ok) await call.open(targetView(opened.facts, t, opened.filled))
  else
    await call.replyEphemeral(
      textMessage(t(opened.reason === 'over' ? 'target.offerOver' : 'target.offerNotYours')),
    )
}

export function renderLeaveOffer(facts: LeaveOfferFacts, t: Translate): RenderedMessage {
  const { userId, month, away, isLong } = facts
  const open = openLines(facts)
  const said = { person: mention(userId), days: daysText(away, t), period: periodName(month, t) }
  const shown = isLong ? facts.lines : facts.lines.filter(({ isSet }) => isSet)
  const more = shown.length - LISTED
  if (facts.isPassedOn) {
    const passedOn = t('target.offerPassedOn', { ...said, manager: mention(facts.managerUserId) })
    return textMessage(passedOn)
  }
  const lines = [
    t(isLong ? 'target.offerAway' : 'target.offerNeedless', said),
    ...(open.length > 0 ? [t('target.offerStay')] : []),
    ...shown.slice(0, LISTED).map((line) => lineText(line, facts, t)),
    ...(more > 0 ? [t('target.moreLines', { count: more })] : []),
  ]
  return {
    text: wordsOf([...lines, teamLine(facts, t)]),
    blocks: [...sectionsOf(lines), ...buttons(facts, t), teamLineBlock(facts, t)],
  }
}

function lineText(
  { metric, value, lower, isSet }: OfferLine,
  { isOver }: LeaveOfferFacts,
  t: Translate,
): string {
  const written = (of: number) => formatValue(metric, of, t.locale)
  const said = { metric: targetName(metric, t), value: written(value) }
  if (isSet) return t('target.offerSet', said)
  return lower === null || isOver
    ? t('target.offerKept', said)
    : t('target.offerLine', { ...said, lower: written(lower) })
}

function buttons(facts: LeaveOfferFacts, t: Translate): Block[] {
  const open = openLines({ ...facts, lines: facts.lines.slice(0, LISTED) })
  if (open.length === 0) return []
  return [
    {
      type: 'actions',
      elements: open.map(({ metric }, index) => ({
        type: 'button',
        action_id: `${TARGETS.lower}#${index}`,
        text: plain(
          open.length === 1
            ? t('target.offerLower')
            : t('target.offerLowerOf', { metric: clip(metricName(metric, t), NAME_LENGTH) }),
        ),
        value: JSON.stringify({
          member: facts.memberId,
          from: facts.month.from.toString(),
          metric: metric.key,
        }),
      })),
    },
  ]
}
