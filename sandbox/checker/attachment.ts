// The attachments of a message: legacy fields that Slack still accepts, and blocks beside a colour bar.
import { checkBlocks } from './block.ts'
import type { Problem } from './problem.ts'
import {
  anything,
  boolean,
  isObject,
  list,
  number,
  object,
  oneOf,
  problemsOf,
  type Shape,
  string,
} from './shape.ts'

const stringOrNumber: Shape = (value, at, report) => {
  if (typeof value !== 'string') number()(value, at, report)
}

const field = object({ title: string(), value: string(), 'short?': boolean })

const attachment = object({
  'blocks?': anything,
  'color?': string(),
  'fallback?': string(),
  'pretext?': string(),
  'author_name?': string(),
  'author_link?': string(),
  'author_icon?': string(),
  'author_subname?': string(),
  'title?': string(),
  'title_link?': string(),
  'text?': string(),
  'fields?': list(field),
  'image_url?': string(),
  'thumb_url?': string(),
  'footer?': string(),
  'footer_icon?': string(),
  'ts?': stringOrNumber,
  'callback_id?': string(),
  // Legacy buttons from before Block Kit, which Slack still accepts.
  'actions?': list(
    object({ type: oneOf('button', 'select'), text: string(), name: string(), 'value?': string() }),
  ),
  'mrkdwn_in?': list(oneOf('pretext', 'text', 'fields')),
})

/** All problems of a message's attachments, including the blocks within them. */
export function checkAttachments(attachments: unknown, at = '/attachments'): Problem[] {
  const problems = problemsOf(list(attachment, 'message.attachments'), attachments, at)
  const entries = Array.isArray(attachments) ? attachments : []
  const inBlocks = entries.flatMap((entry, index) =>
    isObject(entry) && entry.blocks !== undefined
      ? checkBlocks(entry.blocks, 'message', `${at}/${index}/blocks`)
      : [],
  )
  return [...problems, ...inBlocks]
}
