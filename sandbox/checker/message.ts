// What makes a message one that Slack refuses: its blocks, attachments and metadata, and how many of each it holds.
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
 * How a message comes in. A webhook or `response_url` is known to take repeated block ids and metadata of any form,
 * which `chat.*` refuses.
 */
export type Way = 'api' | 'webhook'

/**
 * All that is wrong with a message. A message of nothing (`no_text`) and a text that Slack would cut are left to the
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

/** An event, or an empty object: with that `chat.update` takes the metadata off again. */
const metadataForm: Shape = (value, at, report) => {
  if (isObject(value) && Object.keys(value).length === 0) return
  event(value, at, report)
}

/** Limits that hold for a message as a whole, wherever in it the blocks lie. */
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

/** One block that is too long is refused by itself: the sum speaks only of several. */
function markdownTotal(places: Located<Json>[]): Problem[] {
  const limit = limitNamed('message.markdown.max_length')
  const lengths = places.map(({ value }) => (typeof value.text === 'string' ? lengthOf(value.text) : 0))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const last = places.at(-1)
  if (!last || places.length < 2 || total <= limit.value) return []
  return [{ pointer: last.pointer, rule: limit.rule, message: `${tooLong(limit)} in all markdown blocks` }]
}
