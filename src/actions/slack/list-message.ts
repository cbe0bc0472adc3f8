// Renders `/kpi todo`: one's own items, those of the team for whoever leads it, and how to add one.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { wordsOf } from '../../slack/lines.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import type { ListedAction } from '../domain/listed-action.ts'
import type { ShownActions } from '../flows/show-actions.ts'
import { changeMenu, itemBlock, itemLine } from './item-line.ts'

const OWN_SHOWN = 12
const TEAM_SHOWN = 15

type NameOf = (item: ListedAction) => string | null

export function listMessage({ own, team, nameOf }: ShownActions, t: Translate): RenderedMessage {
  const whose: NameOf = ({ ownerUserId }) => nameOf[ownerUserId] || t('todo.someone')
  const parts = [
    partOf(own, { title: t('todo.own', { count: own.length }), most: OWN_SHOWN, name: () => null }, t),
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
  { title, most, name }: { title: string; most: number; name: NameOf },
  t: Translate,
): { shown: readonly ListedAction[]; lines: string[]; blocks: Block[] } {
  const shown = items.slice(0, most)
  const rest = items.length - shown.length
  const more = rest > 0 ? [t('todo.more', { count: rest })] : []
  return {
    shown,
    lines: [title, ...shown.map((item) => `• ${itemLine(item, name(item), t)}`), ...more],
    blocks: [
      section(title),
      ...shown.map((item) => itemBlock(item, name(item), 'list', t)),
      ...more.map(section),
    ],
  }
}
