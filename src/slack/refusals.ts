// Maps Slack's error codes to named reasons; anything unexpected is thrown.
import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api'
import type { MessageGone, RateLimited, RefusedBlocks, Unreachable } from './messenger.ts'

export type SlackRefusal = RateLimited | Unreachable | RefusedBlocks | MessageGone

const DEFAULT_RETRY_AFTER_SECONDS = 30
const REFUSED_BLOCKS = ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']
const GONE = ['message_not_found', 'cant_update_message', 'edit_window_closed']
const UNREACHABLE = [
  'channel_not_found',
  'not_in_channel',
  'user_disabled',
  'user_not_found',
  'cannot_dm_bot',
]

/** Rethrows what is not a known refusal: no connection, an invalid token, a bug of ours. */
export function refusalOf(fault: unknown, channelId: string | null): SlackRefusal {
  if (fault instanceof WebAPIRateLimitedError)
    return { ok: false, reason: 'rate-limited', retryAfterSeconds: fault.retryAfter }
  const error = fault instanceof WebAPIPlatformError ? fault.data.error : null
  if (error === null) throw fault
  if (error === 'ratelimited')
    return { ok: false, reason: 'rate-limited', retryAfterSeconds: DEFAULT_RETRY_AFTER_SECONDS }
  if (REFUSED_BLOCKS.includes(error)) return { ok: false, reason: 'refused-blocks' }
  if (GONE.includes(error)) return { ok: false, reason: 'gone' }
  if (error === 'is_archived') return { ok: false, reason: 'unreachable', problem: 'channel-archived' }
  if (!UNREACHABLE.includes(error)) throw fault
  const direct = channelId === null || channelId.startsWith('D')
  return { ok: false, reason: 'unreachable', problem: direct ? 'cannot-message-member' : 'not-in-channel' }
}

/** Slack does not know the user or channel. */
export const isUnknown = (fault: unknown): boolean =>
  fault instanceof WebAPIPlatformError &&
  ['user_not_found', 'users_not_found', 'user_not_visible', 'channel_not_found'].includes(fault.data.error)
