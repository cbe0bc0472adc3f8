// Checks a message: its blocks, attachments and metadata, and how many of each it has.
import { checkAttachments } from './attachment.ts'
import { checkBlocks } from './block.ts'
import { type Limit, limitNamed } from './limit.ts'
import { innermostBlocks, type Located } from './located.ts'
import type { Problem } from './problem.ts'
import {
  isObject,
  type Json,
  lengthOf,
  object,
  problemsOf,
  type Shape,
  string,
  tooLong,
  tooMany,
} from './shape.ts'

export interface Message {
  text?: unknown
  blocks?: unknown
  attachments?: unknown
  metadata?: unknown
}

/**
 * How a message is sent. A webhook or `response_url` accepts duplicate block ids and metadata of any shape,
 * which `chat.*` refuses.
 */
export type Way = 'api' | 'webhook'

/**
 * All problems of a message. An empty message (`no_text`) and a text that Slack would truncate are handled by the
 * method that posts it.
 */
export function checkMessage(message: Message, way: Way = 'api'): Problem[] {
  const { text, blocks, attachments, metadata } = message
  const problems: Problem[] = []
  if (text !== undefined) problems.push(...problemsOf(string(), text, '/text'))
  if (blocks !== undefined) problems.push(...checkBlocks(blocks, 'message'))
  if (attachments !== undefined) problems.push(...checkAttachments(attachments))
  if (metadata !== undefined)
    problems.push(...problemsOf(way === 'api' ? metadataForm : anyObject, metadata, '/metadata'))
  problems.push(...totals(message))
  return way === 'api' ? problems : problems.filter(({ rule }) => rule !== 'block_id.duplicate')
}

const anyObject: Shape = (value, at, report) => {
  if (!isObject(value)) report(at, 'property.type', 'must provide an object')
}
const event = object({ event_type: string(), event_payload: anyObject })

/** An event, or an empty object, with which `chat.update` removes the metadata. */
const metadataForm: Shape = (value, at, report) => {
  if (isObject(value) && Object.keys(value).length === 0) return
  event(value, at, report)
}

/** Limits for the message as a whole, at whatever depth the blocks are. */
function totals({ blocks, attachments }: Message): Problem[] {
  const attached = (Array.isArray(attachments) ? attachments : []).flatMap((attachment, index) =>
    innermostBlocks(attachment?.blocks, `/attachments/${index}/blocks`),
  )
  const places = [...innermostBlocks(blocks, '/blocks'), ...attached]
  const ofType = (type: string) => places.filter(({ value }) => value.type === type)
  return [
    ...beyond(ofType('table'), limitNamed('message.tables.max_items')),
    ...beyond(ofType('data_visualization'), limitNamed('message.charts.max_items')),
    ...markdownTotal(ofType('markdown')),
  ]
}

const beyond = (places: Located[], limit: Limit): Problem[] =>
  places.slice(limit.value).map(({ pointer }) => ({ pointer, rule: limit.rule, message: tooMany(limit) }))

/** A single block that is too long is reported elsewhere; this checks the sum of several. */
function markdownTotal(places: Located<Json>[]): Problem[] {
  const limit = limitNamed('message.markdown.max_length')
  const lengths = places.map(({ value }) => (typeof value.text === 'string' ? lengthOf(value.text) : 0))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const last = places.at(-1)
  if (!last || places.length < 2 || total <= limit.value) return []
  return [{ pointer: last.pointer, rule: limit.rule, message: `${tooLong(limit)} in all markdown blocks` }]
}
