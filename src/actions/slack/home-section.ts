// The Home tab's part with what a person has to do: what is overdue and due today first.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import type { HomeSection } from '../../slack/home.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import type { ListedAction } from '../domain/listed-action.ts'
import { showActions } from '../flows/show-actions.ts'
import { changeMenu, itemBlock } from './item-line.ts'

const SHOWN = 5

export const ownActions: HomeSection = {
  place: 9,
  draw: async (who, _now, t, context) => homeBlocks((await showActions(context, who, 'own')).own, t),
}

/** Blockers stand below, with the team that they are of. */
export function homeBlocks(own: readonly ListedAction[], t: Translate): Block[] {
  const items = own.filter(({ kind }) => kind === 'action')
  if (items.length === 0) return []
  const shown = items.slice(0, SHOWN)
  const rest = items.length - shown.length
  return [
    { type: 'header', text: plain(t('todo.homeTitle')) },
    ...shown.map((item) => itemBlock(item, null, 'home', t)),
    ...changeMenu(shown, 'home', t),
    ...(rest > 0
      ? [{ type: 'context' as const, elements: [mrkdwn(t('todo.homeMore', { count: rest }))] }]
      : []),
    { type: 'divider' },
  ]
}
