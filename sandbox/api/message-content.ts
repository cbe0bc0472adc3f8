// Parses and validates the content of a chat.* call or a response_url before it becomes a message.
import { limitNamed } from '../checker/limit.ts'
import { checkMessage, type Way } from '../checker/message.ts'
import type { Problem } from '../checker/problem.ts'
import { isObject, type Json } from '../json.ts'
import { withBlockDefaults } from '../state/block-defaults.ts'
import type { Block } from '../state/block-kit.ts'
import type { Message } from '../state/entities.ts'
import { type Refused, refuse, refusePayload } from './answer.ts'
import { structureArgument, textArgument } from './arguments.ts'

/** Slack truncates a longer text. */
const TEXT_CUT = limitNamed('message.text.max_length').value

export interface Content {
  text?: string
  blocks?: Block[]
  attachments?: Json[]
  /** null removes the metadata of the earlier version. */
  metadata?: Message['metadata'] | null
}

export type ReadContent = { ok: true; content: Content; truncated: boolean } | Refused

/** @param unsupported block types that this workspace refuses as unknown */
export function readContent(args: Json, unsupported: ReadonlySet<string>, way: Way = 'api'): ReadContent {
  const markdown = textArgument(args, 'markdown_text')
  if (markdown !== undefined && (args.text !== undefined || args.blocks !== undefined))
    return refuse('markdown_text_conflict')
  const blocks = structureArgument(args, 'blocks')
  const attachments = structureArgument(args, 'attachments')
  const metadata = structureArgument(args, 'metadata')
  if (blocks.given && !Array.isArray(blocks.value)) return refuse('invalid_blocks_format')
  if (metadata.given && !isObject(metadata.value)) return refuse('invalid_metadata_format')
  const text = textArgument(args, 'text') ?? markdown
  const sent = {
    ...(text === undefined ? {} : { text }),
    ...(blocks.given ? { blocks: blocks.value } : {}),
    ...(attachments.given ? { attachments: attachments.value } : {}),
    ...(metadata.given && Object.keys(metadata.value as Json).length > 0 ? { metadata: metadata.value } : {}),
  }
  if (isNothing(sent)) return refuse('no_text')
  const problems = [...checkMessage(sent, way), ...unsupportedTypes(sent.blocks, unsupported)]
  if (problems.length > 0) return refuseContent(problems)
  const truncated = text !== undefined && [...text].length > TEXT_CUT
  return { ok: true, content: contentOf(sent, metadata.given), truncated }
}

function isNothing({
  text,
  blocks,
  attachments,
}: {
  text?: unknown
  blocks?: unknown
  attachments?: unknown
}): boolean {
  const empty = (list: unknown) => !Array.isArray(list) || list.length === 0
  return text === undefined && empty(blocks) && empty(attachments)
}

function contentOf(sent: Json, metadataGiven: boolean): Content {
  return {
    ...(typeof sent.text === 'string' ? { text: [...sent.text].slice(0, TEXT_CUT).join('') } : {}),
    ...(sent.blocks === undefined ? {} : { blocks: withBlockDefaults(sent.blocks as unknown[]) }),
    ...(sent.attachments === undefined ? {} : { attachments: sent.attachments as Json[] }),
    ...(metadataGiven ? { metadata: (sent.metadata as Message['metadata'] | undefined) ?? null } : {}),
  }
}

export function unsupportedTypes(
  blocks: unknown,
  unsupported: ReadonlySet<string>,
  at = '/blocks',
): Problem[] {
  if (!Array.isArray(blocks)) return []
  return blocks.flatMap((block, index) =>
    isObject(block) && typeof block.type === 'string' && unsupported.has(block.type)
      ? [
          {
            pointer: `${at}/${index}/type`,
            message: `unsupported type: ${block.type}`,
            rule: 'block.unsupported_type',
          },
        ]
      : [],
  )
}

/** The error code for the first problem. */
function refuseContent(problems: Problem[]): Refused {
  const { pointer } = problems[0]!
  if (pointer.startsWith('/metadata')) return refusePayload('invalid_metadata_format', problems)
  if (pointer.startsWith('/blocks') || pointer.includes('/blocks/'))
    return refusePayload('invalid_blocks', problems)
  return refusePayload(pointer === '/attachments' ? 'too_many_attachments' : 'invalid_arguments', problems)
}
