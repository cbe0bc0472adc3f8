// Composition objects: what elements and blocks share, from a button's confirmation to a menu's options.
import {
  atLeastOne,
  boolean,
  isObject,
  type Json,
  list,
  object,
  objectsIn,
  oneOf,
  type Rule,
  string,
  url,
} from './shape.ts'
import { anyText, plainText } from './text.ts'

export const colorScheme = oneOf('primary', 'danger')

export const confirmation = object({
  title: plainText('confirmation.title'),
  text: anyText('confirmation.text'),
  confirm: plainText('confirmation.confirm'),
  deny: plainText('confirmation.deny'),
  'style?': colorScheme,
})

const optionFields = { value: string('option.value'), 'description?': plainText('option.description') }

/** An option of a menu. */
export const option = object({ text: plainText('option.text'), ...optionFields })
/** An option of checkboxes and radio buttons, which may carry markup. */
export const markedOption = object({
  ...optionFields,
  text: anyText('option.text'),
  'description?': anyText('option.description'),
})
/** An option of an overflow menu, which may be a link. */
export const overflowOption = object({
  text: plainText('option.text'),
  ...optionFields,
  'url?': url('option.url'),
})

export const optionGroup = object({
  label: plainText('option_group.label'),
  options: list(option, 'option_group.options'),
})

/** An initial option must be one of the options; Slack compares text and value. */
export const initialAmongOptions =
  (element: string): Rule =>
  (menu, at, report) => {
    const groups = objectsIn(menu.option_groups)
    const offered = [...objectsIn(menu.options), ...groups.flatMap((group) => objectsIn(group.options))]
    const isOffered = (chosen: Json) => offered.some((candidate) => sameOption(candidate, chosen))
    if (isObject(menu.initial_option) && !isOffered(menu.initial_option))
      report(`${at}/initial_option`, `${element}.initial_option`, 'must be one of the provided options')
    objectsIn(menu.initial_options).forEach((chosen, index) => {
      if (!isOffered(chosen))
        report(
          `${at}/initial_options/${index}`,
          `${element}.initial_options`,
          'must be one of the provided options',
        )
    })
  }

const textOf = (candidate: Json) => (isObject(candidate.text) ? candidate.text.text : undefined)
const sameOption = (one: Json, other: Json) => one.value === other.value && textOf(one) === textOf(other)

export const conversationFilter = object(
  {
    'include?': list(oneOf('im', 'mpim', 'private', 'public')),
    'exclude_external_shared_channels?': boolean,
    'exclude_bot_users?': boolean,
  },
  atLeastOne(
    'conversation_filter.content',
    'include',
    'exclude_external_shared_channels',
    'exclude_bot_users',
  ),
)

export const dispatchActionConfiguration = object({
  'trigger_actions_on?': list(oneOf('on_enter_pressed', 'on_character_entered')),
})

const inputParameter = object({ name: string(), value: string() })

export const workflow = object({
  trigger: object({ url: url(), 'customizable_input_parameters?': list(inputParameter) }),
})

/** An icon by name; which names exist is not checked. */
export const slackIcon = object({ type: oneOf('icon'), name: string() })
