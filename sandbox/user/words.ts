// Converts blocks to lines of plain text as a user sees them, for tests, the demo's log and the control interface.
import { isObject, type Json } from '../json.ts'
import { type Block, type Element, optionsOf, type Text } from '../state/block-kit.ts'
import { contentOfValue, type Values } from '../state/values.ts'
import { type Reader, readMrkdwn } from './mrkdwn.ts'

/** One line for each block or element; buttons as `[Label]`, table rows as `a | b`. */
export function wordsOf(reader: Reader, blocks: readonly Block[], values: Values = {}): string[] {
  return blocks.flatMap((block) => linesOf(reader, block, values)).filter((line) => line.trim() !== '')
}

function linesOf(reader: Reader, block: Block, values: Values): string[] {
  const text = (value: unknown) => readText(reader, value)
  switch (block.type) {
    case 'section':
      return [
        text(block.text),
        ...(block.fields ?? []).map(text),
        ...[block.accessory].flatMap((one) => (one ? [elementLine(reader, one)] : [])),
      ]
    case 'actions':
    case 'context_actions':
      return [(block.elements ?? []).map((element) => elementLine(reader, element)).join(' ')]
    case 'context':
      return [
        (block.elements ?? []).map((element) => text(element) || String(element.alt_text ?? '')).join(' '),
      ]
    case 'input':
      return [`${text(block.label)}: ${valueLine(reader, block, values)}`, text(block.hint)]
    case 'table':
    case 'data_table':
      return [
        text(block.caption),
        ...rows(block).map((cells) => cells.map((cell) => cellText(reader, cell)).join(' | ')),
      ]
    case 'data_visualization':
      return [text(block.title), ...chartLines(block.chart)]
    case 'rich_text':
      return [richText(reader, block.elements)]
    case 'image':
      return [text(block.title), String(block.alt_text ?? '')]
    case 'markdown':
      return String(block.text).split('\n')
    case 'container':
    case 'carousel':
      return [
        text(block.title),
        text(block.subtitle),
        ...wordsOf(reader, ((block.child_blocks ?? block.elements) as Block[]) ?? [], values),
      ]
    default:
      return [
        ...['title', 'subtitle', 'text', 'body', 'subtext'].map((key) => text(block[key])),
        actionsLine(reader, block),
      ]
  }
}

export function readText(reader: Reader, value: unknown): string {
  if (typeof value === 'string') return value
  if (!isObject(value) || typeof value.text !== 'string') return ''
  return value.type === 'mrkdwn' ? readMrkdwn(reader, value.text) : value.text
}

function actionsLine(reader: Reader, block: Block): string {
  return Array.isArray(block.actions)
    ? (block.actions as Element[]).map((element) => elementLine(reader, element)).join(' ')
    : ''
}

function elementLine(reader: Reader, element: Element): string {
  if (element.type === 'image') return String(element.alt_text ?? '')
  return `[${element.text ? readText(reader, element.text) : readText(reader, element.placeholder) || optionLabels(element)}]`
}

function optionLabels(element: Element): string {
  return optionsOf(element)
    .map((option) => option.text.text)
    .join(' / ')
}

function valueLine(reader: Reader, block: Block, values: Values): string {
  const element = block.element
  const value = values[block.block_id]?.[element?.action_id ?? '']
  if (element === undefined || value === undefined) return ''
  const content = contentOfValue(value)
  const shown = (Array.isArray(content) ? content : [content]).map((one) => shownContent(reader, one))
  return shown.join(', ')
}

function shownContent({ workspace }: Reader, content: unknown): string {
  if (content === null || content === undefined) return ''
  if (isObject(content)) {
    if (typeof content.url_private === 'string') return String(content.name)
    return isObject(content.text) ? String((content.text as unknown as Text).text) : JSON.stringify(content)
  }
  const name = String(content)
  return workspace.users.get(name)?.name ?? workspace.channels.get(name)?.name ?? name
}

function rows(block: Block): unknown[][] {
  return Array.isArray(block.rows) ? (block.rows as unknown[][]) : []
}

function cellText(reader: Reader, cell: unknown): string {
  if (!isObject(cell)) return ''
  return cell.type === 'rich_text' ? richText(reader, cell.elements) : String(cell.text ?? cell.value ?? '')
}

/** `Calls: Anna 12, Ben 9`; a pie has segments and no series. */
function chartLines(chart: unknown): string[] {
  if (!isObject(chart)) return []
  const points = (list: unknown) =>
    Array.isArray(list) ? (list as Json[]).map((point) => `${point.label} ${point.value}`).join(', ') : ''
  if (Array.isArray(chart.segments)) return [points(chart.segments)]
  return Array.isArray(chart.series)
    ? (chart.series as Json[]).map((series) => `${series.name}: ${points(series.data)}`)
    : []
}

function richText(reader: Reader, elements: unknown): string {
  if (!Array.isArray(elements)) return ''
  return (elements as Json[])
    .map((element) => richElement(reader, element))
    .join(elements.some((one) => isObject(one) && Array.isArray(one.elements)) ? '\n' : '')
}

function richElement(reader: Reader, element: Json): string {
  if (Array.isArray(element.elements)) return richText(reader, element.elements)
  switch (element.type) {
    case 'user':
      return readMrkdwn(reader, `<@${element.user_id}>`)
    case 'channel':
      return readMrkdwn(reader, `<#${element.channel_id}>`)
    case 'emoji':
      return `:${element.name}:`
    case 'broadcast':
      return `@${element.range}`
    default:
      return String(element.text ?? element.url ?? '')
  }
}
