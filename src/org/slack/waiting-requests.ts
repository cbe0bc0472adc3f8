// The Home tab's part with the requests that wait for a person's answer, each with its two buttons.
import type { Translate } from '../../core/i18n/translate.ts'
import type { ActionsBlock, Block } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import type { HomeSection } from '../../slack/home.ts'
import { channelLink, mention } from '../../slack/mrkdwn.ts'
import { type WaitingRequests, waitingRequests } from '../flows/waiting-requests.ts'
import { joinRequestButtons } from './join-request.ts'
import { leaveRequestButtons, leaveRequestLine } from './leave-request.ts'

/** Of each kind; what is answered makes room for the next. */
const SHOWN = 4

/** Not a section of its own: whoever leads a team has more urgent things above them. */
export const waitingForAnswer: HomeSection['draw'] = async (who, now, t, { db }) =>
  waitingBlocks(await waitingRequests(db, who, now, SHOWN), t)

/** The message about each says more. A team that is wanted is named by its channel, which Slack shows only to who may see it. */
export function waitingBlocks({ joining, leave }: WaitingRequests, t: Translate): Block[] {
  const count = joining.length + leave.length
  if (count === 0) return []
  return [
    section(t('home.waiting', { count })),
    ...joining.flatMap((facts) => {
      const { requestId, requestedBy, userId, channelId } = facts
      const said = {
        requester: mention(requestedBy),
        person: mention(userId),
        channel: channelLink(channelId),
      }
      return [section(t('home.wantsToAdd', said)), named(joinRequestButtons(requestId, t), requestId)]
    }),
    ...leave.flatMap((facts) => [
      section(leaveRequestLine(facts, t)),
      named(leaveRequestButtons(facts.requestId, t), facts.requestId),
    ]),
    { type: 'divider' },
  ]
}

/** Ids must be unique in a view, so which request it is follows the `#`. */
const named = (block: ActionsBlock, requestId: string): Block => ({
  ...block,
  elements: block.elements.map((element) =>
    element.type === 'button' ? { ...element, action_id: `${element.action_id}#${requestId}` } : element,
  ),
})
