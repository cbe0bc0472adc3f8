// The messages about action items: what somebody else gave or changed, what is due, and what a leaver had open.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import { messageKind } from '../../outbox/flows/message-kind.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { escapeWithin, quoted, wordsOf } from '../../slack/lines.ts'
import { channelLink, mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import { askerOf } from '../domain/action-item.ts'
import { sourceItemOf } from '../domain/listed-action.ts'
import {
  type ActionGivenFacts,
  type ActionsDueFacts,
  type ActionsPassedOnFacts,
  PASSED_ON_WHY,
  type PassedOnWhy,
} from '../domain/messages.ts'
import { ACTIONS_DUE, OWNER_MORNING } from '../domain/plan-reminders.ts'
import { loadActionGiven } from '../flows/facts/action-given.ts'
import { loadActionsDue } from '../flows/facts/actions-due.ts'
import { loadActionsPassedOn } from '../flows/facts/actions-passed-on.ts'
import { ACTION_ITEMS } from './ids.ts'
import { changeButton, doneButton, dueText, itemBlock, itemLine } from './item-line.ts'

const SHOWN = 10
const TEXT_LENGTH = 300
/** Of one among several. */
const LINE_LENGTH = 150

export function renderActionGiven(facts: ActionGivenFacts, t: Translate): RenderedMessage {
  const { action, userId } = facts
  const said = `${titleOf(facts, t)}\n${quoted(action.text, TEXT_LENGTH)}`
  const isTheirs = action.state === 'open' && action.ownerUserId === userId
  const isAsked = action.state === 'open' && askerOf(action) === userId
  const due = `\n${dueText({ when: facts.when, dueOn: action.dueOn }, t)}`
  if (!isTheirs) return textMessage(isAsked ? said + due : said)
  const text = said + due
  const { actionId } = action
  const buttons: Block = {
    type: 'actions',
    elements: [doneButton(sourceItemOf(action), 'message', t), changeButton(actionId, 'message', t)],
  }
  return { text, blocks: [section(text), buttons] }
}

function titleOf({ action, userId }: ActionGivenFacts, t: Translate): string {
  const { state, ownerUserId, assignedBy, closedBy, reason } = action
  if (state === 'done') return t('todo.wasDone', { who: mention(closedBy ?? ownerUserId) })
  if (state === 'dropped')
    return t('todo.wasDropped', {
      who: mention(closedBy ?? ownerUserId),
      reason: escapeWithin(reason ?? '', TEXT_LENGTH),
    })
  if (ownerUserId !== userId && action.helperUserIds.includes(userId))
    return t('todo.youHelp', { owner: mention(ownerUserId) })
  if (ownerUserId !== userId && askerOf(action) === userId)
    return t('todo.supportWith', { owner: mention(ownerUserId) })
  if (ownerUserId !== userId) return t('todo.nowWith', { owner: mention(ownerUserId) })
  return assignedBy === userId ? t('todo.isYours') : t('todo.given', { who: mention(assignedBy) })
}

export function renderActionsDue({ items }: ActionsDueFacts, t: Translate): RenderedMessage {
  if (items.length === 0) return textMessage(t('todo.nothingLeft'))
  const title = t('todo.reminder', { count: items.length })
  const shown = items.slice(0, SHOWN)
  const rest = items.length - shown.length
  const more = rest > 0 ? [t('todo.more', { count: rest })] : []
  return {
    text: wordsOf([title, ...shown.map((item) => `• ${itemLine(item, null, t)}`), ...more]),
    blocks: [
      section(title),
      ...shown.map((item) => itemBlock(item, null, 'message', t)),
      ...more.map(section),
    ],
  }
}

const PASSED_ON_SAID = {
  left: { leaver: 'todo.passedOn', taker: 'todo.takenOver' },
  'handed-over': { leaver: 'todo.passedOnLed', taker: 'todo.takenOverLed' },
  'stood-in': { leaver: 'todo.passedBack', taker: 'todo.takenBack' },
  back: { leaver: 'todo.passedToBack', taker: 'todo.takenByBack' },
  // Whose account is deactivated reads nothing.
  deactivated: { leaver: 'todo.passedOn', taker: 'todo.takenOverGone' },
} as const satisfies Record<PassedOnWhy, unknown>

export function renderActionsPassedOn(facts: ActionsPassedOnFacts, t: Translate): RenderedMessage {
  const { why, isLeaver, fromUserId, toUserId, channelId, texts, count } = facts
  const said = { count, from: mention(fromUserId), to: mention(toUserId), team: channelLink(channelId) }
  const rest = count - texts.length
  const lines = [
    t(PASSED_ON_SAID[why][isLeaver ? 'leaver' : 'taker'], said),
    ...texts.map((text) => `• ${escapeWithin(text, LINE_LENGTH)}`),
    ...(rest > 0 ? [t('todo.more', { count: rest })] : []),
  ]
  return textMessage(lines.join('\n'))
}

const userId = z.string()

export const actionMessages = [
  messageKind({
    kind: 'action-given',
    subject: z.object({ actionId: z.string(), userId }),
    load: loadActionGiven,
    render: renderActionGiven,
    buttons: {
      [ACTION_ITEMS.done]: { changes: 'closed, or handed on' },
      [ACTION_ITEMS.change]: { changes: 'closed, or handed on' },
    },
  }),
  messageKind({
    kind: 'actions-due',
    subject: z.object({ date: z.string(), userId }),
    load: loadActionsDue,
    render: renderActionsDue,
    buttons: {
      [ACTION_ITEMS.done]: {
        changes: 'closed, handed on or put off',
        dueKinds: [ACTIONS_DUE, OWNER_MORNING],
      },
    },
  }),
  messageKind({
    kind: 'actions-passed-on',
    subject: z.object({
      ...{ fromUserId: userId, toUserId: userId },
      ...{ actionIds: z.array(z.string()), count: z.number() },
      // Missing: of an older message.
      why: z.enum(PASSED_ON_WHY).default('left'),
    }),
    load: loadActionsPassedOn,
    render: renderActionsPassedOn,
  }),
]
