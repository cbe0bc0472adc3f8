// Buttons of every kind, for actions, sections, cards and the row of small actions under a message.
import { colorScheme, confirmation, workflow } from './composition.ts'
import { list, object, oneOf, string, type Types, url } from './shape.ts'
import { plainText } from './text.ts'

const face = {
  text: plainText('button.text'),
  'action_id?': string('action_id'),
  'style?': colorScheme,
  'accessibility_label?': string('button.accessibility_label'),
}

const feedback = object({
  text: plainText('feedback_button.text'),
  value: string('feedback_button.value'),
  'accessibility_label?': string('feedback_button.accessibility_label'),
})

export const BUTTONS = {
  button: object({
    type: oneOf('button'),
    ...face,
    'value?': string('button.value'),
    'url?': url('button.url'),
    'confirm?': confirmation,
  }),
  workflow_button: object({ type: oneOf('workflow_button'), ...face, workflow }),
} satisfies Types

/** What a context_actions block may hold. */
export const SMALL_BUTTONS = {
  feedback_buttons: object({
    type: oneOf('feedback_buttons'),
    'action_id?': string('action_id'),
    positive_button: feedback,
    negative_button: feedback,
  }),
  icon_button: object({
    type: oneOf('icon_button'),
    icon: string(),
    text: plainText('button.text'),
    'action_id?': string('action_id'),
    'value?': string('button.value'),
    'accessibility_label?': string('button.accessibility_label'),
    'visible_to_user_ids?': list(string(), 'icon_button.visible_to_user_ids'),
    'confirm?': confirmation,
  }),
} satisfies Types
