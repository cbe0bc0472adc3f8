// Every block of Block Kit, the surfaces that accept it, and the check of a list of blocks.
import { SMALL_BUTTONS } from './button.ts'
import { alert, card, cardRules, plan, taskCard } from './card.ts'
import { dataVisualization } from './chart.ts'
import { duplicates } from './duplicate.ts'
import { ACTIONS_ELEMENTS, CONTEXT_ELEMENTS, INPUT_ELEMENTS, SECTION_ACCESSORIES } from './element.ts'
import { limitNamed } from './limit.ts'
import { file, image, imageBlock, pictureRule, video } from './media.ts'
import type { Problem } from './problem.ts'
import { richText } from './rich-text.ts'
import {
  atLeastOne,
  boolean,
  byType,
  isObject,
  list,
  listByType,
  object,
  oneOf,
  problemsOf,
  type Rule,
  type Shape,
  string,
  type Types,
} from './shape.ts'
import { dataTable, dataTableRules, table, tableRules } from './table.ts'
import { anyText, plainText, textTypes } from './text.ts'

export type Surface = 'message' | 'modal' | 'home'

const block = (fields: Record<string, Shape>, ...rules: Rule[]) =>
  object({ ...fields, 'block_id?': string('block_id') }, ...rules)

const FIELD_TEXTS = textTypes(limitNamed('section.fields.item_max_length'))

const collapsible: Rule = (container, at, report) => {
  if (container.default_collapsed === true && container.is_collapsible !== true)
    report(`${at}/default_collapsed`, 'container.default_collapsed', 'requires is_collapsible')
}

const BLOCKS: Types = {
  section: block(
    {
      type: oneOf('section'),
      'text?': anyText('section.text'),
      'fields?': list(byType(FIELD_TEXTS, 'text.type'), 'section.fields'),
      'accessory?': byType(SECTION_ACCESSORIES, 'section.accessory'),
      'expand?': boolean,
    },
    atLeastOne('section.content', 'text', 'fields'),
  ),
  header: block({ type: oneOf('header'), text: plainText('header.text') }),
  divider: block({ type: oneOf('divider') }),
  context: block({
    type: oneOf('context'),
    elements: listByType(CONTEXT_ELEMENTS, 'context.elements'),
  }),
  context_actions: block({
    type: oneOf('context_actions'),
    elements: listByType(SMALL_BUTTONS, 'context_actions.elements'),
  }),
  actions: block({
    type: oneOf('actions'),
    elements: listByType(ACTIONS_ELEMENTS, 'actions.elements'),
  }),
  input: block({
    type: oneOf('input'),
    label: plainText('input.label'),
    element: byType(INPUT_ELEMENTS, 'input.element'),
    'hint?': plainText('input.hint'),
    'optional?': boolean,
    'dispatch_action?': boolean,
  }),
  image: block(imageBlock, pictureRule),
  markdown: block({ type: oneOf('markdown'), text: string('markdown.text') }),
  rich_text: richText,
  video: block(video),
  file: block(file),
  table: block(table, ...tableRules),
  data_table: block(dataTable, ...dataTableRules),
  data_visualization: block(dataVisualization),
  alert: block(alert),
  card: block(card, ...cardRules),
  carousel: block({
    type: oneOf('carousel'),
    elements: listByType(() => ({ card: BLOCKS.card! }), 'carousel.elements'),
  }),
  container: block(
    {
      type: oneOf('container'),
      'title?': plainText('container.title'),
      'rich_text_title?': richText,
      'subtitle?': anyText('container.subtitle'),
      'icon?': image,
      'width?': oneOf('narrow', 'standard', 'wide', 'full'),
      'is_collapsible?': boolean,
      'default_collapsed?': boolean,
      'has_header_divider?': boolean,
      child_blocks: listByType(() => pick(CONTAINED), 'container.child_blocks'),
    },
    atLeastOne('container.title', 'title', 'rich_text_title'),
    collapsible,
  ),
  plan: block(plan),
  task_card: block(taskCard),
}

const words = (text: string) => text.split(' ')

/** What docs.slack.dev lists as children of a container. */
const CONTAINED = words('actions context divider file header image input rich_text section table video')

const EVERYWHERE = words('actions card context divider header image input rich_text section video')
const FOR_AGENTS = words('context_actions markdown plan task_card')
const FOR_DATA = words('data_table data_visualization table')
/** As documented on each block's page; undocumented (container, data_table): messages only. */
const BLOCKS_ON: Record<Surface, string[]> = {
  message: [...EVERYWHERE, ...FOR_AGENTS, ...FOR_DATA, 'carousel', 'container', 'file'],
  modal: [...EVERYWHERE, 'alert'],
  home: [...EVERYWHERE, 'carousel', 'table'],
}

const pick = (types: string[]): Types => Object.fromEntries(types.map((type) => [type, BLOCKS[type]!]))

/** Reports a known block that this surface does not accept, before its fields are checked. */
function blockOn(surface: Surface): Shape {
  const anywhere = byType(BLOCKS, 'block.unknown_type')
  const elsewhere = Object.keys(BLOCKS).filter((type) => !BLOCKS_ON[surface].includes(type))
  return (value, at, report) => {
    if (isObject(value) && elsewhere.includes(String(value.type)))
      report(`${at}/type`, 'block.surface', `unsupported type: ${value.type}`)
    else anywhere(value, at, report)
  }
}

const BLOCK_LISTS: Record<Surface, Shape> = {
  message: list(blockOn('message'), 'message.blocks'),
  modal: list(blockOn('modal'), 'view.blocks'),
  home: list(blockOn('home'), 'view.blocks'),
}

/** All problems of the blocks of a message or view, including their number. */
export function checkBlocks(blocks: unknown, surface: Surface, at = '/blocks'): Problem[] {
  return [...problemsOf(BLOCK_LISTS[surface], blocks, at), ...duplicates(blocks, at)]
}
