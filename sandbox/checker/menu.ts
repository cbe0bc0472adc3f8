// Elements that offer choices: select menus of every source, checkboxes, radio buttons and overflow menus.
import {
  confirmation,
  conversationFilter,
  initialAmongOptions,
  markedOption,
  option,
  optionGroup,
  overflowOption,
} from './composition.ts'
import {
  boolean,
  exactlyOne,
  integer,
  list,
  object,
  oneOf,
  type Rule,
  type Shape,
  string,
  type Types,
} from './shape.ts'
import { plainText } from './text.ts'

const common = { 'action_id?': string('action_id'), 'confirm?': confirmation, 'focus_on_load?': boolean }
const dropdown = { ...common, 'placeholder?': plainText('select.placeholder') }
const many = { 'max_selected_items?': integer('selected_items') }

const select = (type: string, fields: Record<string, Shape>, ...rules: Rule[]) =>
  object({ type: oneOf(type), ...dropdown, ...fields }, ...rules)

const staticSource = {
  'options?': list(option, 'select.options'),
  'option_groups?': list(optionGroup, 'select.option_groups'),
}
const staticRules = (type: string) => [
  exactlyOne(`${type}.choice_source`, 'options', 'option_groups'),
  initialAmongOptions(type),
]
const externalSource = { 'min_query_length?': integer() }
const conversationSource = { 'default_to_current_conversation?': boolean, 'filter?': conversationFilter }
const answersBack = { 'response_url_enabled?': boolean }

export const SELECTS: Types = {
  static_select: select(
    'static_select',
    { ...staticSource, 'initial_option?': option },
    ...staticRules('static_select'),
  ),
  external_select: select('external_select', { ...externalSource, 'initial_option?': option }),
  users_select: select('users_select', { 'initial_user?': string() }),
  conversations_select: select('conversations_select', {
    ...conversationSource,
    ...answersBack,
    'initial_conversation?': string(),
  }),
  channels_select: select('channels_select', { ...answersBack, 'initial_channel?': string() }),
}

export const MULTI_SELECTS: Types = {
  multi_static_select: select(
    'multi_static_select',
    { ...staticSource, ...many, 'initial_options?': list(option, 'select.options') },
    ...staticRules('multi_static_select'),
  ),
  multi_external_select: select('multi_external_select', {
    ...externalSource,
    ...many,
    'initial_options?': list(option, 'select.options'),
  }),
  multi_users_select: select('multi_users_select', { ...many, 'initial_users?': list(string()) }),
  multi_conversations_select: select('multi_conversations_select', {
    ...conversationSource,
    ...many,
    'initial_conversations?': list(string()),
  }),
  multi_channels_select: select('multi_channels_select', { ...many, 'initial_channels?': list(string()) }),
}

export const CHECKS: Types = {
  checkboxes: object(
    {
      type: oneOf('checkboxes'),
      ...common,
      options: list(markedOption, 'checkboxes.options'),
      'initial_options?': list(markedOption, 'checkboxes.options'),
    },
    initialAmongOptions('checkboxes'),
  ),
  radio_buttons: object(
    {
      type: oneOf('radio_buttons'),
      ...common,
      options: list(markedOption, 'radio_buttons.options'),
      'initial_option?': markedOption,
    },
    initialAmongOptions('radio_buttons'),
  ),
}

export const overflow = object({
  type: oneOf('overflow'),
  'action_id?': string('action_id'),
  'confirm?': confirmation,
  options: list(overflowOption, 'overflow.options'),
})
