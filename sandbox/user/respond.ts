// Applies the response in a command's ack or to a response_url: posts, replaces or deletes a message.
import { type Answer, grant, refuse } from '../api/answer.ts'
import { changeMessage, fromBot } from '../api/chat.ts'
import { readContent } from '../api/message-content.ts'
import type { Json } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Channel, Message, ResponseUrl } from '../state/entities.ts'
import { addMessage, announceMessage, removeMessage } from '../state/messages.ts'
import { spendResponseUrl } from '../state/response-urls.ts'
import type { Workspace } from '../state/workspace.ts'
import type { UserContext } from './user-context.ts'

/** @returns the error code if the answer was refused */
export function answerFromAck(
  { platform, workspace }: UserContext,
  url: string,
  answer: Json,
): string | undefined {
  const path = new URL(url).pathname
  const verdict = show(platform, workspace, workspace.responseUrls.get(path)!, answer)
  log(platform, workspace, 'ack', answer, verdict)
  return verdict.ok ? undefined : verdict.error
}

/** A POST to a response_url. */
export function answerByUrl(platform: Platform, workspace: Workspace, path: string, answer: Json): Answer {
  const use = spendResponseUrl(platform, workspace, path)
  const verdict = use.ok ? show(platform, workspace, use.url, answer) : refuse(use.reason)
  log(platform, workspace, 'response_url', answer, verdict)
  return verdict
}

function show(platform: Platform, workspace: Workspace, url: ResponseUrl, answer: Json): Answer {
  const channel = workspace.channels.get(url.channelId)
  const installation = workspace.installation
  if (channel === undefined || installation === undefined) return refuse('channel_not_found')
  const original = originalOf(channel, url)
  if (answer.delete_original === true) {
    if (original) removeMessage(platform, workspace, channel, original)
    return grant()
  }
  const read = readContent(answer, platform.faults.unsupportedBlocks, 'webhook')
  if (!read.ok) return read
  if (answer.replace_original === true && original !== undefined) {
    changeMessage({ platform, installation }, original, read.content)
    announceMessage(platform, workspace, channel, original.onlyFor !== undefined)
    return grant()
  }
  const forAll = answer.response_type === 'in_channel'
  const message = addMessage(platform, workspace, channel, {
    ...fromBot({ installation }, read.content),
    ...(forAll ? {} : { onlyFor: url.userId }),
    ...(typeof answer.thread_ts === 'string' ? { threadTs: answer.thread_ts } : {}),
  })
  url.messageTs ??= message.ts
  return grant()
}

function originalOf(channel: Channel, url: ResponseUrl): Message | undefined {
  return [...channel.messages, ...channel.ephemerals].find((message) => message.ts === url.messageTs)
}

function log(
  platform: Platform,
  workspace: Workspace,
  method: 'ack' | 'response_url',
  args: Json,
  verdict: Answer,
): void {
  platform.calls.add({
    atMs: Date.now(),
    workspaceId: workspace.id,
    method,
    args,
    ok: verdict.ok,
    status: verdict.ok ? 200 : 400,
    ...(verdict.ok ? {} : { error: verdict.error }),
    ...(!verdict.ok && verdict.problems !== undefined ? { problems: verdict.problems } : {}),
    tookMs: 0,
  })
}
