// The form of one item: who has it, by when, and whether it is done or dropped.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanNote } from '../../core/text.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { dateIn } from '../../slack/dates.ts'
import {
  chosenIn,
  FIELD,
  field,
  modal,
  peopleMenu,
  radio,
  section,
  textInput,
  typedIn,
  userIn,
  usersIn,
} from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { quoted } from '../../slack/lines.ts'
import type { FormState, SubmitHandler } from '../../slack/requests.ts'
import {
  ACTION_STATES,
  ACTION_TEXT_LENGTH,
  type ActionItem,
  MOST_HELPERS,
  MOST_WEIGHT,
  REASON_LENGTH,
} from '../domain/action-item.ts'
import { changeAction } from '../flows/change-action.ts'
import { ACTION_ITEMS } from './ids.ts'
import { PLACES, type Place } from './item-line.ts'
import { refusalText } from './refusal-text.ts'

const FIELDS = {
  owner: 'owner',
  due: 'due',
  helpers: 'helpers',
  weight: 'weight',
  state: 'state',
  reason: 'reason',
} as const
const Metadata = z.object({ id: z.uuid(), place: z.enum(PLACES) })

export function actionForm(action: ActionItem, place: Place, t: Translate): ModalView {
  const { actionId, text, dueOn, ownerUserId, helperUserIds, weight, origin } = action
  const states = [
    { value: 'open', text: t('todo.stateOpen') },
    { value: 'done', text: t('todo.stateDone') },
    { value: 'dropped', text: t('todo.stateDropped') },
  ]
  return modal({
    callbackId: ACTION_ITEMS.form,
    title: t('todo.formTitle'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { id: actionId, place },
    blocks: [
      section(quoted(text, ACTION_TEXT_LENGTH)),
      field(FIELDS.due, t('todo.dueField'), {
        ...{ type: 'datepicker', action_id: FIELD, initial_date: dueOn.toString() },
      }),
      field(
        FIELDS.owner,
        t('todo.ownerField'),
        { type: 'users_select', action_id: FIELD, initial_user: ownerUserId },
        { hint: t(origin.kind === 'support-request' ? 'todo.ownerHintSupport' : 'todo.ownerHint') },
      ),
      field(FIELDS.helpers, t('todo.helpersField'), peopleMenu(helperUserIds), { optional: true }),
      field(
        FIELDS.weight,
        t('todo.weightField'),
        {
          ...{ type: 'number_input', action_id: FIELD, is_decimal_allowed: false },
          ...{ min_value: '1', max_value: String(MOST_WEIGHT) },
          ...(weight !== null && { initial_value: String(weight) }),
        },
        { optional: true, hint: t('todo.weightHint', { most: MOST_WEIGHT }) },
      ),
      field(FIELDS.state, t('todo.stateField'), radio(states, 'open')),
      field(FIELDS.reason, t('todo.reasonField'), textInput('', { maxLength: REASON_LENGTH }), {
        optional: true,
      }),
    ],
  })
}

export const submitAction: SubmitHandler = async (call, context) => {
  const { who, t, state } = call
  const metadata = readJson(call.metadata, Metadata)
  const dueOn = dateIn(state, FIELDS.due)
  const ownerUserId = userIn(state, FIELDS.owner)
  if (!metadata) return { kind: 'errors', errors: { [FIELDS.due]: t('todo.notAllowed') } }
  if (!dueOn) return { kind: 'errors', errors: { [FIELDS.due]: t('todo.dateMissing') } }
  if (!ownerUserId) return { kind: 'errors', errors: { [FIELDS.owner]: t('todo.notInTeam') } }
  const weight = weightIn(state)
  if (weight === undefined)
    return { kind: 'errors', errors: { [FIELDS.weight]: t('todo.weightWrong', { most: MOST_WEIGHT }) } }
  const end = z.enum(ACTION_STATES).safeParse(chosenIn(state, FIELDS.state)).data ?? 'open'
  const wish = {
    ...{ ownerUserId, dueOn, weight },
    helperUserIds: usersIn(state, FIELDS.helpers).slice(0, MOST_HELPERS),
    reason: cleanNote(typedIn(state, FIELDS.reason), REASON_LENGTH),
    ...(end === 'open' ? {} : { close: end }),
  }
  const screen = metadata.place === 'message' ? 'message:todo' : '/kpi todo'
  const changed = await changeAction(context, who, metadata.id, wish, screen)
  if (changed.ok) return { kind: 'close', redrawHome: metadata.place === 'home' }
  const at = {
    'no-reason': FIELDS.reason,
    'not-in-team': FIELDS.owner,
    date: FIELDS.due,
    past: FIELDS.due,
  } as const
  const blockId = changed.reason in at ? at[changed.reason as keyof typeof at] : FIELDS.state
  return { kind: 'errors', errors: { [blockId]: refusalText(changed, t) } }
}

/** Null: it is no milestone. Undefined: it is no weight. */
function weightIn(state: FormState): number | null | undefined {
  const typed = typedIn(state, FIELDS.weight).trim()
  if (typed === '') return null
  return z.coerce.number().int().min(1).max(MOST_WEIGHT).safeParse(typed).data
}
