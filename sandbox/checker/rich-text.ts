// Rich text: the block, its four containers and the inline elements within them.

import { limitNamed } from './limit.ts'
import {
  boolean,
  byType,
  integer,
  list,
  object,
  oneOf,
  type Shape,
  string,
  type Types,
  url,
} from './shape.ts'

const style = object({
  'bold?': boolean,
  'italic?': boolean,
  'strike?': boolean,
  'underline?': boolean,
  'code?': boolean,
})
/** Mentions allow more styles than text. */
const mentionStyle = object({
  'bold?': boolean,
  'italic?': boolean,
  'strike?': boolean,
  'highlight?': boolean,
  'client_highlight?': boolean,
  'unlink?': boolean,
})

const inline = (type: string, fields: Record<string, Shape>, styles = style) =>
  object({ type: oneOf(type), ...fields, 'style?': styles })

const INLINE: Types = {
  text: inline('text', { text: string({ min: limitNamed('text.min_length') }) }),
  link: inline('link', { url: url(), 'text?': string(), 'unsafe?': boolean }),
  emoji: inline('emoji', { name: string(), 'unicode?': string(), 'url?': url(), 'skin_tone?': integer() }),
  date: inline('date', { timestamp: integer(), format: string(), 'url?': url(), 'fallback?': string() }),
  color: inline('color', { value: string() }),
  broadcast: inline('broadcast', { range: oneOf('here', 'channel', 'everyone') }, mentionStyle),
  user: inline('user', { user_id: string() }, mentionStyle),
  usergroup: inline('usergroup', { usergroup_id: string() }, mentionStyle),
  channel: inline('channel', { channel_id: string() }, mentionStyle),
  team: inline('team', { team_id: string() }, mentionStyle),
}

const inlineElement = byType(INLINE, 'rich_text.inline_element')
const border = { 'border?': integer() }
const section = object({ type: oneOf('rich_text_section'), elements: list(inlineElement) })
const listItem = byType({ rich_text_section: section }, 'rich_text_list.elements')
const preformattedElement = byType(
  () => ({ text: INLINE.text!, link: INLINE.link! }),
  'rich_text_preformatted.elements',
)

const CONTAINERS: Types = {
  rich_text_section: section,
  rich_text_list: object({
    type: oneOf('rich_text_list'),
    style: oneOf('bullet', 'ordered'),
    elements: list(listItem),
    'indent?': integer('rich_text_list.indent'),
    'offset?': integer(),
    ...border,
  }),
  rich_text_quote: object({ type: oneOf('rich_text_quote'), elements: list(inlineElement), ...border }),
  rich_text_preformatted: object({
    type: oneOf('rich_text_preformatted'),
    elements: list(preformattedElement),
    'language?': string(),
    ...border,
  }),
}

const richTextFields = {
  type: oneOf('rich_text'),
  'block_id?': string('block_id'),
  elements: list(byType(CONTAINERS, 'rich_text.elements')),
}

/** The block `rich_text`, which table cells, titles and task cards contain as well. */
export const richText = object(richTextFields)

/** The initial value of a rich text input: the block, or a bare text element. */
export const richTextValue = byType(
  () => ({ rich_text: richText, text: INLINE.text! }),
  'rich_text_input.initial_value',
)
