// The attachments of a message: old fields that Slack still takes, and blocks with a bar of colour.
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
  // Buttons from before Block Kit: Slack still delivers them, the bot never sends them.
  'actions?': list(
    object({ type: oneOf('button', 'select'), text: string(), name: string(), 'value?': string() }),
  ),
  'mrkdwn_in?': list(oneOf('pretext', 'text', 'fields')),
})

/** All that is wrong with a message's attachments, the blocks within them included. */
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
