// files.getUploadURLExternal, files.completeUploadExternal, files.delete: an app's files, from the upload URL to the channel.
import { eventTs, sendEvent } from '../delivery/events.ts'
import { sendMessageEvent } from '../delivery/message-events.ts'
import { isObject } from '../json.ts'
import { directMessage } from '../state/channels.ts'
import type { Channel, StoredFile } from '../state/entities.ts'
import { endingOf, SNIPPET_TYPES } from '../state/file-types.ts'
import { announceFile, appSees, completeFile, fileJson } from '../state/files.ts'
import { addMessage, announceMessage, findMessage } from '../state/messages.ts'
import { visibleChannel } from './access.ts'
import { type Answer, type Call, grant, type Refused, refuse } from './answer.ts'
import { countArgument, listArgument, structureArgument, textArgument } from './arguments.ts'
import { fromBot, lacksDisguise } from './chat.ts'
import { missingScope, refuseArguments } from './check-call.ts'
import { type Content, type ReadContent, readContent } from './message-content.ts'

/** docs.slack.dev /reference/methods/files.getUploadURLExternal */
const LONGEST_ALT_TEXT = 1000
const LARGEST_SNIPPET_BYTES = 1_000_000
const LARGEST_FILE_BYTES = 1_000_000_000
/** docs.slack.dev /reference/methods/files.completeUploadExternal */
const MOST_CHANNELS = 100

export function getUploadURLExternal({ platform, workspace, installation, args }: Call): Answer {
  const name = textArgument(args, 'filename')!
  const sizeBytes = countArgument(args, 'length', 0)
  if (sizeBytes === undefined || sizeBytes === 0) return refuse('missing_argument')
  const altText = textArgument(args, 'alt_txt') ?? ''
  if (altText.length > LONGEST_ALT_TEXT) return refuse('alt_txt_too_large')
  const snippetType = textArgument(args, 'snippet_type')
  if (snippetType !== undefined && !SNIPPET_TYPES.includes(snippetType)) return refuse('unknown_snippet_type')
  if (snippetType !== undefined && sizeBytes > LARGEST_SNIPPET_BYTES) return refuse('snippet_too_large')
  if (sizeBytes > LARGEST_FILE_BYTES) return refuse('file_upload_size_restricted')
  const file = announceFile(platform, workspace, {
    ownerId: installation.botUserId,
    name,
    sizeBytes,
    altText,
    ...(snippetType === undefined
      ? {}
      : { snippetType: snippetType === 'auto' ? endingOf(name) || 'text' : snippetType }),
  })
  return grant({
    upload_url: `${platform.origin}/upload/v1/${workspace.id}/${file.uploadKey}`,
    file_id: file.id,
  })
}

export function completeUploadExternal(call: Call): Answer {
  const { platform, workspace } = call
  if (lacksDisguise(call)) return missingScope('chat:write.customize', call.installation)
  const read = readFiles(call)
  if (!read.ok) return read
  const targets = readTargets(call)
  if (!targets.ok) return targets
  const comment = readComment(call)
  if (!comment.ok) return comment
  for (const { file, title } of read.files) {
    delete file.uploadKey
    if (title !== undefined) file.title = title
    announceToApp(call, 'file_created', file)
  }
  const files = read.files.map(({ file }) => file)
  for (const channel of targets.channels) share(call, channel, files, comment.content)
  return grant({ files: files.map((file) => fileJson(platform, workspace, file)) })
}

function readFiles(
  call: Call,
): { ok: true; files: Array<{ file: StoredFile; title: string | undefined }> } | Refused {
  const given = structureArgument(call.args, 'files')
  const list = given.given && Array.isArray(given.value) ? given.value : []
  if (list.length === 0 || !list.every((one) => isObject(one) && typeof one.id === 'string'))
    return refuseArguments(['must provide an array of objects with an id [json-pointer:/files]'])
  const files = (list as Array<{ id: string; title?: unknown }>).map(({ id, title }) => ({
    file: call.workspace.files.get(id),
    title: typeof title === 'string' ? title : undefined,
  }))
  if (files.some(({ file }) => file?.bytes === undefined || file.uploadKey === undefined))
    return refuse('file_not_found')
  if (files.some(({ file }) => file!.ownerId !== call.installation.botUserId)) return refuse('access_denied')
  return { ok: true, files: files as Array<{ file: StoredFile; title: string | undefined }> }
}

/** The content above the files: a comment, or else blocks, or nothing. */
function readComment({ args, platform }: Call): ReadContent {
  const text = textArgument(args, 'initial_comment')
  if (text !== undefined) return readContent({ text }, platform.faults.unsupportedBlocks)
  const blocks = structureArgument(args, 'blocks')
  if (!blocks.given) return { ok: true, content: {}, truncated: false }
  const read = readContent({ blocks: blocks.value }, platform.faults.unsupportedBlocks)
  return read.ok ? read : { ...read, error: 'invalid_blocks' }
}

/** Where the files are shared: nowhere, in one `channel_id`, or in several channels and direct messages. */
function readTargets(call: Call): { ok: true; channels: Channel[] } | Refused {
  const { platform, workspace, installation, args } = call
  const one = textArgument(args, 'channel_id')
  const asked = one === undefined ? listArgument(args, 'channels') : [one]
  if (asked.length > MOST_CHANNELS) return refuse('channels_limit_exceeded')
  const channels: Channel[] = []
  for (const id of asked) {
    const user = workspace.users.get(id)
    const channelId = user ? directMessage(platform, workspace, installation.botUserId, user.id).id : id
    const found = visibleChannel(call, channelId)
    if (!found.ok) return found
    if (!found.channel.members.has(installation.botUserId)) return refuse('not_in_channel')
    if (found.channel.archived) return refuse('posting_to_channel_denied')
    channels.push(found.channel)
  }
  return { ok: true, channels }
}

function share(call: Call, channel: Channel, files: StoredFile[], content: Content): void {
  const { platform, workspace } = call
  const threadTs = textArgument(call.args, 'thread_ts')
  const parent = threadTs === undefined ? undefined : findMessage(channel, threadTs)
  const message = addMessage(platform, workspace, channel, {
    ...fromBot(call, content),
    subtype: 'file_share',
    files,
    ...(parent === undefined ? {} : { threadTs: parent.threadTs ?? parent.ts }),
  })
  for (const file of files) {
    file.shares.push({ channelId: channel.id, ts: message.ts })
    announceToApp(call, 'file_shared', file, channel)
  }
  sendMessageEvent(platform, workspace, channel, message)
}

export function filesDelete(call: Call): Answer {
  const { platform, workspace, installation } = call
  const id = textArgument(call.args, 'file')!
  const file = completeFile(workspace, id)
  if (file === undefined) return refuse(workspace.deletedFiles.has(id) ? 'file_deleted' : 'file_not_found')
  if (!appSees(workspace, file)) return refuse('file_not_found')
  if (file.ownerId !== installation.botUserId) return refuse('cant_delete_file')
  workspace.files.delete(id)
  workspace.deletedFiles.add(id)
  for (const { channelId, ts } of file.shares) {
    const channel = workspace.channels.get(channelId)
    const message = channel && findMessage(channel, ts)
    if (channel === undefined || message === undefined) continue
    message.files = (message.files ?? []).filter((other) => other !== file)
    announceMessage(platform, workspace, channel)
  }
  announceToApp(call, 'file_deleted', file)
  return grant()
}

function announceToApp(
  { platform, workspace }: Call,
  type: 'file_created' | 'file_shared' | 'file_deleted',
  file: StoredFile,
  channel?: Channel,
): void {
  const event = {
    type,
    file_id: file.id,
    ...(type === 'file_deleted' ? {} : { user_id: file.ownerId, file: { id: file.id } }),
    ...(channel === undefined ? {} : { channel_id: channel.id }),
    event_ts: eventTs(platform),
  }
  sendEvent(platform, workspace, { subscription: type, event })
}
