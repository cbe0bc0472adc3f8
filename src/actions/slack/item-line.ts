// Writes one item as a line, and the controls that belong to it.
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block, Button } from '../../slack/blocks.ts'
import { option, plain } from '../../slack/fields.ts'
import { limits } from '../../slack/limits.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { clip, mention, mrkdwn } from '../../slack/mrkdwn.ts'
import type { ListedAction } from '../domain/listed-action.ts'
import { ACTION_ITEMS } from './ids.ts'

/** Where a control stands: what shows the change there differs. */
export const PLACES = ['list', 'home', 'message'] as const
export type Place = (typeof PLACES)[number]

/** So that the list stays a list. */
const LINE_LENGTH = 160
const NAME_LENGTH = 40
const OPTIONS = limits.select.options.maxItems

export function dueText({ when, dueOn }: Pick<ListedAction, 'when' | 'dueOn'>, t: Translate): string {
  if (when === 'today') return t('todo.dueToday')
  const date = formatDate(dueOn, t.locale)
  return when === 'overdue' ? t('todo.wasDue', { date }) : t('todo.due', { date })
}

/** `name`: of the owner, where it is not the reader's own. */
export function itemLine(item: ListedAction, name: string | null, t: Translate): string {
  const { text, helperUserIds, when, kind, isMilestone } = item
  const sign = kind === 'blocker' ? ':construction: ' : when === 'overdue' ? ':red_circle: ' : ''
  const said = `${sign}${escapeWithin(text.replaceAll('\n', ' '), LINE_LENGTH)}`
  const helpers = helperUserIds.map(mention).join(t('common.listSeparator'))
  const parts = [
    name === null ? said : `*${escapeWithin(name, NAME_LENGTH)}* · ${said}`,
    ...(kind === 'blocker' ? [] : [dueText(item, t)]),
    ...(isMilestone ? [t('todo.milestone')] : []),
    ...(helpers === '' ? [] : [t('todo.helping', { helpers })]),
  ]
  return parts.join(' · ')
}

const valueFor = ({ kind, id }: Pick<ListedAction, 'kind' | 'id'>, place: Place): string =>
  `${place} ${kind} ${id}`

export const doneButton = (item: Pick<ListedAction, 'kind' | 'id'>, place: Place, t: Translate): Button => ({
  ...{ type: 'button', action_id: `${ACTION_ITEMS.done}#${item.id}`, value: valueFor(item, place) },
  text: plain(t(item.kind === 'blocker' ? 'todo.solved' : 'todo.done')),
})

export const changeButton = (id: string, place: Place, t: Translate): Button => ({
  ...{
    type: 'button',
    action_id: `${ACTION_ITEMS.change}#${id}`,
    value: valueFor({ kind: 'action', id }, place),
  },
  text: plain(t('todo.change')),
})

export const itemBlock = (item: ListedAction, name: string | null, place: Place, t: Translate): Block => ({
  type: 'section',
  text: mrkdwn(itemLine(item, name, t)),
  accessory: doneButton(item, place, t),
})

/** The menu that opens the form of one of them. None where there is nothing that it could change. */
export function changeMenu(
  items: readonly Pick<ListedAction, 'kind' | 'id' | 'text'>[],
  place: Place,
  t: Translate,
): Block[] {
  const changeable = items.filter(({ kind }) => kind === 'action').slice(0, OPTIONS)
  if (changeable.length === 0) return []
  return [
    {
      type: 'actions',
      elements: [
        {
          ...{ type: 'static_select', action_id: `${ACTION_ITEMS.change}#menu` },
          placeholder: plain(t('todo.changeOne')),
          options: changeable.map((item) =>
            option({ value: valueFor(item, place), text: clip(item.text, limits.option.text.maxLength) }),
          ),
        },
      ],
    },
  ]
}
