// Renders `/kpi todo`: one's own items with the milestones, those one helps with, those of the team for whoever leads it, and how to add one.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { sectionsOf, wordsOf } from '../../slack/lines.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import type { ListedAction } from '../domain/listed-action.ts'
import type { ShownActions } from '../flows/show-actions.ts'
import { changeMenu, itemBlock, itemLine } from './item-line.ts'
import { milestonesText } from './milestones-text.ts'

const OWN_SHOWN = 12
const TEAM_SHOWN = 15

type NameOf = (item: ListedAction) => string | null

const HELPING_SHOWN = 8

export function listMessage(shownActions: ShownActions, t: Translate): RenderedMessage {
  const { own, helping, team, nameOf, milestones } = shownActions
  const whose: NameOf = ({ ownerUserId }) => nameOf[ownerUserId] || t('todo.someone')
  const ownTitle = t('todo.own', { count: own.length })
  const title = milestones ? `${ownTitle}\n${milestonesText(milestones, t)}` : ownTitle
  const helpingTitle = t('todo.youHelpWith', { count: helping.length })
  const parts = [
    partOf(own, { title, most: OWN_SHOWN, name: () => null }, t),
    ...(helping.length > 0
      ? [partOf(helping, { title: helpingTitle, most: HELPING_SHOWN, name: whose, isToRead: true }, t)]
      : []),
    ...(team.length > 0
      ? [partOf(team, { title: t('todo.team', { count: team.length }), most: TEAM_SHOWN, name: whose }, t)]
      : []),
  ]
  const shown = parts.flatMap((part) => part.shown)
  return {
    text: wordsOf([...parts.flatMap(({ lines }) => lines), t('todo.howToAdd')]),
    blocks: [
      ...parts.flatMap(({ blocks }) => blocks),
      ...changeMenu(shown, 'list', t),
      { type: 'context', elements: [mrkdwn(t('todo.howToAdd'))] },
    ],
  }
}

function partOf(
  items: readonly ListedAction[],
  { title, most, name, isToRead = false }: { title: string; most: number; name: NameOf; isToRead?: boolean },
  t: Translate,
): { shown: readonly ListedAction[]; lines: string[]; blocks: Block[] } {
  const shown = items.slice(0, most)
  const rest = items.length - shown.length
  const more = rest > 0 ? [t('todo.more', { count: rest })] : []
  return {
    shown: isToRead ? [] : shown,
    lines: [title, ...shown.map((item) => `• ${itemLine(item, name(item), t)}`), ...more],
    blocks: [
      section(title),
      ...(isToRead
        ? sectionsOf(shown.map((item) => itemLine(item, name(item), t)))
        : shown.map((item) => itemBlock(item, name(item), 'list', t))),
      ...more.map(section),
    ],
  }
}
