// The only caller of chat.*: posts, updates and finds the bot's messages within Slack's rate limits.
import type { KnownBlock } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { RenderedMessage } from './blocks.ts'
import { degrade } from './degrade.ts'
import type { MessageGone, MessageMetadata, Messenger, OutgoingMessage, RefusedBlocks } from './messenger.ts'
import type { RateLimiter } from './rate-limiter.ts'
import { refusalOf, type SlackRefusal } from './refusals.ts'

/** Gives the Web API client of a workspace. */
export type ClientFor = (workspaceId: string) => WebClient

/** An old name that must stay: messages already posted with it must still be found. */
const EVENT_TYPE = 'pacesetter_notice'
const PAGE = 200

export function createMessenger(clientFor: ClientFor, rateLimiter: RateLimiter): Messenger {
  return {
    openDm: async (workspaceId, userId) => {
      try {
        const { channel } = await clientFor(workspaceId).conversations.open({ users: userId })
        if (!channel?.id) throw new Error('conversations.open returned no channel id.')
        return { ok: true, channelId: channel.id }
      } catch (fault) {
        return excludeReasons(refusalOf(fault, null), 'refused-blocks', 'gone')
      }
    },
    acquire: (call, { workspaceId, channelId }) => rateLimiter.acquire(workspaceId, call, channelId),
    post: async ({ workspaceId, channelId }, message, metadata) => {
      try {
        const { ts } = await clientFor(workspaceId).chat.postMessage({
          channel: channelId,
          ...contentOf(message, metadata),
          unfurl_links: false,
          unfurl_media: false,
        })
        if (!ts) throw new Error('chat.postMessage returned no ts.')
        return { ok: true, ts }
      } catch (fault) {
        const refusal = refusalOf(fault, channelId)
        if (refusal.reason === 'rate-limited')
          rateLimiter.pause(workspaceId, 'post', refusal.retryAfterSeconds)
        return excludeReasons(refusal, 'gone')
      }
    },
    update: async ({ workspaceId, channelId, ts }, message, metadata) => {
      try {
        await clientFor(workspaceId).chat.update({ channel: channelId, ts, ...contentOf(message, metadata) })
        return { ok: true }
      } catch (fault) {
        const refusal = refusalOf(fault, channelId)
        if (refusal.reason === 'rate-limited')
          rateLimiter.pause(workspaceId, 'update', refusal.retryAfterSeconds)
        return refusal
      }
    },
    findByKey: async ({ workspaceId, channelId }, key, since) => {
      const { conversations } = clientFor(workspaceId)
      const oldest = (since.epochMilliseconds / 1000).toFixed(6)
      try {
        for (let cursor: string | undefined = ''; cursor !== undefined; ) {
          const page = await conversations.history({
            channel: channelId,
            oldest,
            limit: PAGE,
            include_all_metadata: true,
            ...(cursor ? { cursor } : {}),
          })
          const found = page.messages?.find(
            ({ metadata }) => metadata?.event_type === EVENT_TYPE && keyIn(metadata.event_payload) === key,
          )
          if (found?.ts) return { ok: true, ts: found.ts }
          cursor = page.response_metadata?.next_cursor || undefined
        }
        return { ok: true, ts: null }
      } catch (fault) {
        return excludeReasons(refusalOf(fault, channelId), 'refused-blocks', 'gone')
      }
    },
  }
}

/**
 * The cast is for the newest block types, which @slack/types lacks. An empty list removes the blocks in an update.
 * `parse` and `link_names`: by default `chat.update` would turn names in the text into mentions.
 */
function contentOf({ text, blocks }: OutgoingMessage, { key, version }: MessageMetadata) {
  const metadata = { event_type: EVENT_TYPE, event_payload: { key, version } }
  return { text, blocks: blocks as KnownBlock[], metadata, parse: 'none' as const, link_names: false }
}

const keyIn = (payload: unknown): unknown => (payload as { key?: unknown } | undefined)?.key

/** Narrows the refusal to the reasons that this call can have; throws on the others. */
function excludeReasons<Reason extends (RefusedBlocks | MessageGone)['reason']>(
  refusal: SlackRefusal,
  ...impossible: Reason[]
): Exclude<SlackRefusal, { reason: Reason }> {
  if ((impossible as string[]).includes(refusal.reason))
    throw new Error(`Unexpected refusal from Slack: ${refusal.reason}.`)
  return refusal as Exclude<SlackRefusal, { reason: Reason }>
}

/** What no later attempt would change. */
export type ReplyRefusal = Extract<SlackRefusal, { reason: 'unreachable' | 'disconnected' }>

/**
 * Answers in a direct message. Where the workspace refuses a block it is sent in words and buttons, then as text alone. Null:
 * posted. Throws what may pass: a limit, no connection, a fault of Slack's own.
 */
export async function postReply(
  client: WebClient,
  channelId: string,
  message: RenderedMessage,
): Promise<ReplyRefusal | null> {
  const posted = await postLivingReply(client, channelId, message)
  return 'reason' in posted ? posted : null
}

/** The same, with the id by which it can be edited. */
export async function postLivingReply(
  client: WebClient,
  channelId: string,
  message: RenderedMessage,
): Promise<ReplyRefusal | { ts: string }> {
  const posted = await inSomeForm(channelId, message, (form) =>
    client.chat.postMessage({
      ...{ channel: channelId, text: form.text, blocks: form.blocks as KnownBlock[] },
      ...{ parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false },
    }),
  )
  if (!('reason' in posted)) return { ts: posted.ts ?? '' }
  if (posted.reason === 'gone') throw new Error('Slack says that a new message is gone.')
  return posted
}

/** Null: edited. */
export async function editReply(
  client: WebClient,
  { channelId, ts }: { channelId: string; ts: string },
  message: RenderedMessage,
): Promise<ReplyRefusal | MessageGone | null> {
  const edited = await inSomeForm(channelId, message, (form) =>
    client.chat.update({
      ...{ channel: channelId, ts, text: form.text, blocks: form.blocks as KnownBlock[] },
      ...{ parse: 'none', link_names: false },
    }),
  )
  return 'reason' in edited ? edited : null
}

async function inSomeForm<Done extends object>(
  channelId: string,
  message: RenderedMessage,
  send: (form: OutgoingMessage) => Promise<Done>,
): Promise<Done | ReplyRefusal | MessageGone> {
  for (let form: OutgoingMessage = message; ; ) {
    try {
      return await send(form)
    } catch (fault) {
      const refusal = refusalOf(fault, channelId)
      const isFinal = ['unreachable', 'disconnected', 'gone'].includes(refusal.reason)
      if (isFinal) return refusal as ReplyRefusal | MessageGone
      const plainer = refusal.reason === 'refused-blocks' ? degrade(form) : null
      if (!plainer) throw fault
      form = plainer
    }
  }
}

/** The same in the direct messages with a person. */
export async function tellPerson(
  client: WebClient,
  userId: string,
  message: RenderedMessage,
): Promise<ReplyRefusal | null> {
  let channelId: string | undefined
  try {
    const { channel } = await client.conversations.open({ users: userId })
    channelId = channel?.id
  } catch (fault) {
    const refusal = refusalOf(fault, null)
    if (refusal.reason === 'unreachable' || refusal.reason === 'disconnected') return refusal
    throw fault
  }
  if (!channelId) throw new Error('conversations.open returned no channel id.')
  return postReply(client, channelId, message)
}
