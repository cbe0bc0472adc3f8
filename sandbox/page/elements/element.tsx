// Maps each element type to its component; an unknown element is a box with its name.
import type { ComponentType } from 'react'
import { ImageElement } from '../blocks/image.tsx'
import { NamedBox } from '../blocks/named-box.tsx'
import { Button, FeedbackButtons, IconButton } from './button.tsx'
import { Choices } from './choices.tsx'
import type { ElementProps } from './element-host.ts'
import { Overflow } from './overflow.tsx'
import { DateOrTimePicker } from './pickers.tsx'
import { Select } from './select.tsx'
import { TextInput } from './text-input.tsx'

const ELEMENTS: Readonly<Record<string, ComponentType<ElementProps>>> = {
  button: Button,
  icon_button: IconButton,
  feedback_buttons: FeedbackButtons,
  overflow: Overflow,
  image: ImageElement,
  plain_text_input: TextInput,
  rich_text_input: TextInput,
  number_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  datepicker: DateOrTimePicker,
  timepicker: DateOrTimePicker,
  datetimepicker: DateOrTimePicker,
  checkboxes: Choices,
  radio_buttons: Choices,
  static_select: Select,
  users_select: Select,
  conversations_select: Select,
  channels_select: Select,
  multi_static_select: Select,
  multi_users_select: Select,
  multi_conversations_select: Select,
  multi_channels_select: Select,
}

export function ElementOf(props: ElementProps) {
  const { type } = props.element
  const Component = Object.hasOwn(ELEMENTS, type) ? ELEMENTS[type] : undefined
  return Component === undefined ? (
    <NamedBox kind={type} about={props.element.text?.text} />
  ) : (
    <Component {...props} />
  )
}
