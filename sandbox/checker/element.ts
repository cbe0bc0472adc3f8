// Which elements may stand in which block.
import { BUTTONS } from './button.ts'
import { dateTimePicker, INPUTS, PICKERS, richTextInput } from './input.ts'
import { limitNamed } from './limit.ts'
import { imageElement as image } from './media.ts'
import { CHECKS, MULTI_SELECTS, overflow, SELECTS } from './menu.ts'
import type { Types } from './shape.ts'
import { textTypes } from './text.ts'

const CHOICES = { ...CHECKS, ...SELECTS, ...MULTI_SELECTS, ...PICKERS }

export const SECTION_ACCESSORIES: Types = { ...BUTTONS, ...CHOICES, overflow, image }

export const ACTIONS_ELEMENTS: Types = {
  ...BUTTONS,
  ...CHOICES,
  overflow,
  datetimepicker: dateTimePicker,
  rich_text_input: richTextInput,
}

export const INPUT_ELEMENTS: Types = {
  ...CHOICES,
  ...INPUTS,
  datetimepicker: dateTimePicker,
  rich_text_input: richTextInput,
}

export const CONTEXT_ELEMENTS: Types = { ...textTypes(limitNamed('text.max_length')), image }
